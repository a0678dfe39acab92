// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Follows items from hand to hand through a supply chain.
///
/// Parallelism: an item's steps form a chain, as only its holder can pass it on; different items have nothing in
/// common. So a block goes as wide as the number of items in it. There is no count of items on purpose.
contract Tracker {
    enum Stage {
        Unknown,
        Made,
        Shipped,
        Stored,
        Sold
    }

    /// 30 bytes, one slot.
    struct Item {
        address holder;
        Stage stage;
        uint64 changedAt;
    }

    mapping(uint256 id => Item) public items;

    event Registered(uint256 indexed id, address indexed holder);
    event HandedOver(uint256 indexed id, address indexed from, address indexed to);
    event Advanced(uint256 indexed id, Stage stage);

    error AlreadyRegistered(uint256 id);
    error NotHolder(uint256 id, address holder);
    error AtLastStage(uint256 id);

    function register(uint256 id) external {
        if (items[id].stage != Stage.Unknown) revert AlreadyRegistered(id);
        items[id] = Item(msg.sender, Stage.Made, uint64(block.timestamp));
        emit Registered(id, msg.sender);
    }

    function handOver(uint256 id, address to) external {
        Item storage item = _held(id);
        item.holder = to;
        item.changedAt = uint64(block.timestamp);
        emit HandedOver(id, msg.sender, to);
    }

    function advance(uint256 id) external {
        Item storage item = _held(id);
        if (item.stage == Stage.Sold) revert AtLastStage(id);
        item.stage = Stage(uint8(item.stage) + 1);
        item.changedAt = uint64(block.timestamp);
        emit Advanced(id, item.stage);
    }

    function _held(uint256 id) private view returns (Item storage item) {
        item = items[id];
        if (item.holder != msg.sender) revert NotHolder(id, item.holder);
    }
}
