// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Sells one thing to the highest bidder.
///
/// Parallelism: none among bids, as each must beat the one before. A bid that is too low fails, but it read that slot
/// too, so it waits all the same; nobody waits for it. Taking back an outbid sum leaves the bids' slot alone, but not the
/// contract's balance, which every payment in or out moves.
contract Auction {
    address public seller;
    /// Together one slot, read and written at one go.
    address public highestBidder;
    uint96 public highestBid;
    uint64 public endsAt;
    mapping(address bidder => uint256) public refundOf;

    event BidPlaced(address indexed bidder, uint256 amount);
    event Refunded(address indexed bidder, uint256 amount);

    error Over(uint256 endedAt);
    error BidTooLow(uint256 highest, uint256 offered);
    error NothingToRefund(address bidder);
    error RefundFailed();

    constructor(uint64 endsAt_) {
        seller = msg.sender;
        endsAt = endsAt_;
    }

    function bid() external payable {
        if (block.timestamp >= endsAt) revert Over(endsAt);
        uint256 highest = highestBid;
        if (msg.value <= highest) revert BidTooLow(highest, msg.value);
        if (highest != 0) refundOf[highestBidder] += highest;
        highestBidder = msg.sender;
        highestBid = uint96(msg.value);
        emit BidPlaced(msg.sender, msg.value);
    }

    function takeRefund() external {
        uint256 amount = refundOf[msg.sender];
        if (amount == 0) revert NothingToRefund(msg.sender);
        refundOf[msg.sender] = 0;
        (bool paid, ) = msg.sender.call{value: amount}("");
        if (!paid) revert RefundFailed();
        emit Refunded(msg.sender, amount);
    }
}
