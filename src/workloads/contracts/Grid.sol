// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// A board of 16 by 16 cells. Players claim empty cells and capture those of others from a cell beside them.
///
/// Parallelism: a cell is a slot, a score is a slot. Players in different corners don't meet; a fight for one cell is a
/// chain, and its loser has read the cell too. A shared count of moves would have made every move wait: there is none.
contract Grid {
    uint256 public constant SIZE = 16;

    /// `cells[y][x]`
    address[16][16] public cells;
    mapping(address player => uint256) public scoreOf;

    event Claimed(address indexed player, uint256 x, uint256 y);
    event Captured(address indexed player, address indexed from, uint256 x, uint256 y);

    error OffTheBoard(uint256 x, uint256 y);
    error CellTaken(uint256 x, uint256 y, address owner);
    error NothingToCapture(uint256 x, uint256 y);
    error NotBeside(uint256 x, uint256 y);

    modifier onBoard(uint256 x, uint256 y) {
        if (x >= SIZE || y >= SIZE) revert OffTheBoard(x, y);
        _;
    }

    function claim(uint256 x, uint256 y) external onBoard(x, y) {
        address owner = cells[y][x];
        if (owner != address(0)) revert CellTaken(x, y, owner);
        cells[y][x] = msg.sender;
        scoreOf[msg.sender]++;
        emit Claimed(msg.sender, x, y);
    }

    function capture(uint256 x, uint256 y) external onBoard(x, y) {
        address owner = cells[y][x];
        if (owner == address(0) || owner == msg.sender) revert NothingToCapture(x, y);
        if (!_ownsBeside(x, y)) revert NotBeside(x, y);
        cells[y][x] = msg.sender;
        scoreOf[owner]--;
        scoreOf[msg.sender]++;
        emit Captured(msg.sender, owner, x, y);
    }

    /// Stops at the first neighbour found: what a move reads depends on what it finds.
    function _ownsBeside(uint256 x, uint256 y) private view returns (bool) {
        if (x > 0 && cells[y][x - 1] == msg.sender) return true;
        if (x + 1 < SIZE && cells[y][x + 1] == msg.sender) return true;
        if (y > 0 && cells[y - 1][x] == msg.sender) return true;
        return y + 1 < SIZE && cells[y + 1][x] == msg.sender;
    }
}
