// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// An NFT collection that numbers its tokens 1, 2, 3, … as they are minted.
///
/// Parallelism: every mint reads and writes `nextId`. A drop of a thousand mints is a chain of a thousand, on however
/// many lanes. `DropRanges` is the same collection without the counter.
contract Drop {
    uint256 public nextId = 1;
    mapping(uint256 id => address) public ownerOf;
    mapping(address owner => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, uint256 indexed id);

    error NotOwner(uint256 id, address owner);

    function mint() external returns (uint256 id) {
        id = nextId++;
        ownerOf[id] = msg.sender;
        balanceOf[msg.sender]++;
        emit Transfer(address(0), msg.sender, id);
    }

    function transfer(address to, uint256 id) external {
        address owner = ownerOf[id];
        if (owner != msg.sender) revert NotOwner(id, owner);
        ownerOf[id] = to;
        balanceOf[msg.sender]--;
        balanceOf[to]++;
        emit Transfer(msg.sender, to, id);
    }
}
