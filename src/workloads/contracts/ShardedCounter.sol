// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Counts in sixteen places, and adds up when asked.
///
/// Parallelism: increments by senders of different shards are independent. The price is paid by `snapshot`, which reads
/// all sixteen and so depends on every increment before it.
contract ShardedCounter {
    uint256[16] public shards;
    uint256 public lastTotal;

    event Counted(address indexed by, uint256 shard);

    function increment() external {
        uint256 shard = uint160(msg.sender) % 16;
        shards[shard]++;
        emit Counted(msg.sender, shard);
    }

    function total() public view returns (uint256 sum) {
        for (uint256 i = 0; i < 16; i++) sum += shards[i];
    }

    /// Writes the sum down, for others to see.
    function snapshot() external {
        lastTotal = total();
    }
}
