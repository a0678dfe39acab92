// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// What the other contracts need of a token.
interface IToken {
    function transfer(address to, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}
