// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// An NFT collection in which every minter has a range of ids: a token is known by who minted it and a number of theirs.
///
/// Parallelism: no slot is shared between minters, so a drop to a thousand people is a thousand independent
/// transactions. What is given up: ids that count 1, 2, 3, and a running total on chain.
contract DropRanges {
    mapping(address minter => uint256) public minted;
    mapping(address minter => mapping(uint256 number => address)) public ownerOf;
    mapping(address owner => uint256) public balanceOf;

    event Transfer(address indexed from, address indexed to, address indexed minter, uint256 number);

    error NotOwner(address minter, uint256 number, address owner);

    function mint() external returns (uint256 number) {
        number = minted[msg.sender]++;
        ownerOf[msg.sender][number] = msg.sender;
        balanceOf[msg.sender]++;
        emit Transfer(address(0), msg.sender, msg.sender, number);
    }

    function transfer(address to, address minter, uint256 number) external {
        address owner = ownerOf[minter][number];
        if (owner != msg.sender) revert NotOwner(minter, number, owner);
        ownerOf[minter][number] = to;
        balanceOf[msg.sender]--;
        balanceOf[to]++;
        emit Transfer(msg.sender, to, minter, number);
    }
}
