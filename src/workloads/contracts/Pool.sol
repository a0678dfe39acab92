// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {IToken} from "./IToken.sol";

/// A pool of two tokens that trades along reserve0 * reserve1 = constant, with a fee of 0.3 %.
///
/// Parallelism: the price depends on both reserves, and every swap moves both. So each swap of a pool depends on the
/// one before it, whoever trades: one long chain through `reserve0` and `reserve1`. Another pool is another chain.
/// The reserves stand in slots of their own, so that each can be seen at work.
contract Pool {
    address public token0;
    address public token1;
    uint256 public reserve0;
    uint256 public reserve1;
    uint256 public totalShares;
    mapping(address provider => uint256) public sharesOf;

    event Swap(address indexed trader, address indexed tokenIn, uint256 amountIn, uint256 amountOut);
    event LiquidityAdded(address indexed provider, uint256 amount0, uint256 amount1, uint256 shares);
    event LiquidityRemoved(address indexed provider, uint256 amount0, uint256 amount1, uint256 shares);

    error UnknownToken(address token);
    error TooLittleOut(uint256 amountOut, uint256 minimum);
    error TooFewShares(uint256 owned, uint256 needed);
    error NothingToAdd();

    constructor(address token0_, address token1_) {
        token0 = token0_;
        token1 = token1_;
    }

    /// Sells exactly `amountIn` of `tokenIn` for at least `minOut` of the other token.
    function swap(address tokenIn, uint256 amountIn, uint256 minOut) external returns (uint256 amountOut) {
        address zero = token0;
        address one = token1;
        if (tokenIn != zero && tokenIn != one) revert UnknownToken(tokenIn);
        bool forward = tokenIn == zero;

        (uint256 before0, uint256 before1) = (reserve0, reserve1);
        (uint256 reserveIn, uint256 reserveOut) = forward ? (before0, before1) : (before1, before0);
        uint256 afterFee = amountIn * 997;
        amountOut = (afterFee * reserveOut) / (reserveIn * 1000 + afterFee);
        if (amountOut < minOut) revert TooLittleOut(amountOut, minOut);

        (reserve0, reserve1) = forward
            ? (reserveIn + amountIn, reserveOut - amountOut)
            : (reserveOut - amountOut, reserveIn + amountIn);
        IToken(tokenIn).transferFrom(msg.sender, address(this), amountIn);
        IToken(forward ? one : zero).transfer(msg.sender, amountOut);
        emit Swap(msg.sender, tokenIn, amountIn, amountOut);
    }

    /// Adds both tokens, at most the given amounts and at the price of the moment.
    function addLiquidity(uint256 most0, uint256 most1) external returns (uint256 shares) {
        (uint256 amount0, uint256 amount1) = (most0, most1);
        if (totalShares == 0) {
            shares = most0 + most1;
        } else {
            uint256 fitting1 = (most0 * reserve1) / reserve0;
            if (fitting1 <= most1) amount1 = fitting1;
            else amount0 = (most1 * reserve0) / reserve1;
            shares = (amount0 * totalShares) / reserve0;
        }
        if (shares == 0) revert NothingToAdd();
        totalShares += shares;
        sharesOf[msg.sender] += shares;
        reserve0 += amount0;
        reserve1 += amount1;
        IToken(token0).transferFrom(msg.sender, address(this), amount0);
        IToken(token1).transferFrom(msg.sender, address(this), amount1);
        emit LiquidityAdded(msg.sender, amount0, amount1, shares);
    }

    function removeLiquidity(uint256 shares) external returns (uint256 amount0, uint256 amount1) {
        uint256 owned = sharesOf[msg.sender];
        if (owned < shares) revert TooFewShares(owned, shares);
        uint256 total = totalShares;
        amount0 = (reserve0 * shares) / total;
        amount1 = (reserve1 * shares) / total;
        sharesOf[msg.sender] = owned - shares;
        totalShares = total - shares;
        reserve0 -= amount0;
        reserve1 -= amount1;
        IToken(token0).transfer(msg.sender, amount0);
        IToken(token1).transfer(msg.sender, amount1);
        emit LiquidityRemoved(msg.sender, amount0, amount1, shares);
    }
}
