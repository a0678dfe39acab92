// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

/// Digests of patients' records. A patient says who may write; the records themselves are elsewhere.
///
/// Parallelism: everything belongs to a patient, so different patients are independent. A doctor's entry depends on the
/// patient's grant before it, and on the patient's entry before it, as the list grows. `admit` is the hot spot: each
/// ward has one counter.
contract Records {
    /// Two slots: the digest, then author and time.
    struct Entry {
        bytes32 digest;
        address author;
        uint64 addedAt;
    }

    mapping(address patient => mapping(address doctor => bool)) public mayWrite;
    mapping(address patient => Entry[]) public entries;
    mapping(string ward => uint256) public admissions;

    event Granted(address indexed patient, address indexed doctor, bool allowed);
    event EntryAdded(address indexed patient, address indexed doctor, bytes32 digest);
    event Admitted(address indexed patient, string ward);

    error NotAllowed(address patient, address doctor);

    function grant(address doctor) external {
        mayWrite[msg.sender][doctor] = true;
        emit Granted(msg.sender, doctor, true);
    }

    function revoke(address doctor) external {
        mayWrite[msg.sender][doctor] = false;
        emit Granted(msg.sender, doctor, false);
    }

    function addEntry(address patient, bytes32 digest) external {
        if (!mayWrite[patient][msg.sender]) revert NotAllowed(patient, msg.sender);
        entries[patient].push(Entry(digest, msg.sender, uint64(block.timestamp)));
        emit EntryAdded(patient, msg.sender, digest);
    }

    function admit(string calldata ward) external {
        admissions[ward]++;
        emit Admitted(msg.sender, ward);
    }
}
