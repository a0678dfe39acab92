// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// An NFT collection in which every minter has a range of ids: the minter's address, then a number of their own.
///
/// Parallelism: no slot is shared between minters, so a drop to a thousand people is a thousand independent
/// transactions. What is given up: ids that count 1, 2, 3, and a running total on chain.
contract DropRanges {
    mapping(address minter => uint256) public minted;
    mapping(uint256 id => address) public ownerOf;
    mapping(address owner => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, uint256 indexed id);

    error NotOwner(uint256 id, address owner);

    function mint() external returns (uint256 id) {
        id = (uint256(uint160(msg.sender)) << 32) | minted[msg.sender]++;
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
