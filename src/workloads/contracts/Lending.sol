// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

import {IToken} from "./IToken.sol";

/// Deposits of one token, and loans of it against half of one's deposit. Debt grows with a shared interest index.
///
/// Parallelism: the first action in a block brings `index` and `lastAccrual` up to date; all later ones read them, so
/// they wait for it once. What makes them a chain are the sums: every deposit writes `totalDeposits`, every loan
/// `totalDebt`, and all of them move the asset's balance of this contract, though each person's own figures are apart.
contract Lending {
    IToken public asset;
    /// What one unit of debt taken at the start has grown to, times 10^18.
    uint256 public index = ONE;
    uint256 public lastAccrual;
    /// Interest per second, times 10^18.
    uint256 public rate;
    uint256 public totalDeposits;
    /// In units of debt at the start, like `debtOf`: what is owed is this times `index`.
    uint256 public totalDebt;
    mapping(address lender => uint256) public depositOf;
    mapping(address borrower => uint256) public debtOf;

    uint256 private constant ONE = 1e18;

    event Accrued(uint256 index);
    event Deposited(address indexed by, uint256 amount);
    event Withdrawn(address indexed by, uint256 amount);
    event Borrowed(address indexed by, uint256 amount);
    event Repaid(address indexed by, uint256 amount);

    error NotEnoughDeposit(uint256 deposit, uint256 needed);

    constructor(IToken asset_, uint256 rate_) {
        asset = asset_;
        rate = rate_;
        lastAccrual = block.timestamp;
    }

    /// Once per block this writes; after that it only reads.
    modifier accrues() {
        uint256 elapsed = block.timestamp - lastAccrual;
        if (elapsed > 0) {
            index += (index * rate * elapsed) / ONE;
            lastAccrual = block.timestamp;
            emit Accrued(index);
        }
        _;
    }

    function deposit(uint256 amount) external accrues {
        depositOf[msg.sender] += amount;
        totalDeposits += amount;
        asset.transferFrom(msg.sender, address(this), amount);
        emit Deposited(msg.sender, amount);
    }

    function withdraw(uint256 amount) external accrues {
        depositOf[msg.sender] -= amount;
        totalDeposits -= amount;
        _requireCover(msg.sender);
        asset.transfer(msg.sender, amount);
        emit Withdrawn(msg.sender, amount);
    }

    function borrow(uint256 amount) external accrues {
        uint256 units = (amount * ONE) / index;
        debtOf[msg.sender] += units;
        totalDebt += units;
        _requireCover(msg.sender);
        asset.transfer(msg.sender, amount);
        emit Borrowed(msg.sender, amount);
    }

    function repay(uint256 amount) external accrues {
        uint256 units = (amount * ONE) / index;
        debtOf[msg.sender] -= units;
        totalDebt -= units;
        asset.transferFrom(msg.sender, address(this), amount);
        emit Repaid(msg.sender, amount);
    }

    function owedBy(address borrower) public view returns (uint256) {
        return (debtOf[borrower] * index) / ONE;
    }

    function _requireCover(address borrower) private view {
        uint256 needed = 2 * owedBy(borrower);
        if (depositOf[borrower] < needed) revert NotEnoughDeposit(depositOf[borrower], needed);
    }
}
