// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// One vote each for one of several choices.
///
/// Parallelism: there is one tally per choice, so votes for different choices are independent and votes for one choice
/// form a chain. A landslide is slow; a close race between many is fast.
contract Ballot {
    struct Voter {
        bool registered;
        bool voted;
        uint8 choice;
    }

    string public question;
    uint256[] public votes;
    mapping(address voter => Voter) public voters;

    event Voted(address indexed voter, uint8 choice);

    error NotRegistered(address voter);
    error AlreadyVoted(address voter);
    error NoSuchChoice(uint8 choice, uint256 choices);

    constructor(string memory question_, uint256 choices) {
        question = question_;
        votes = new uint256[](choices);
    }

    /// Anybody may register anybody: this is a playground.
    function register(address voter) external {
        voters[voter].registered = true;
    }

    function vote(uint8 choice) external {
        Voter storage voter = voters[msg.sender];
        if (!voter.registered) revert NotRegistered(msg.sender);
        if (voter.voted) revert AlreadyVoted(msg.sender);
        if (choice >= votes.length) revert NoSuchChoice(choice, votes.length);
        voter.voted = true;
        voter.choice = choice;
        votes[choice]++;
        emit Voted(msg.sender, choice);
    }

    /// Reads every tally, so it depends on all votes before it.
    function leading() external view returns (uint256 choice) {
        for (uint256 i = 1; i < votes.length; i++) {
            if (votes[i] > votes[choice]) choice = i;
        }
    }
}
