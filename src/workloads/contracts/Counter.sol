// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Counts.
///
/// Parallelism: none. Every increment reads what the one before it wrote.
contract Counter {
    uint256 public count;

    event Counted(address indexed by, uint256 count);

    function increment() external {
        emit Counted(msg.sender, ++count);
    }
}
