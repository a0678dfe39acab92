import type { Address, Gas, Hex, TxIndex } from './ids.ts';
import type { Location, Value } from './location.ts';

/**
 * What an incarnation sees. `read` answers at the moment it is asked: the driver decides what is visible then.
 * Throws `BlockedRead` where the location carries an ESTIMATE.
 */
export interface StateView {
  read(location: Location): Value;
}

/** Thrown by `StateView.read`: the value will probably be written again by `by`; the incarnation can't go on. */
export class BlockedRead extends Error {
  readonly location: Location;
  readonly by: TxIndex;
  constructor(location: Location, by: TxIndex) {
    // No mistake, and thrown often: a stack trace through all that awaits would cost more than the incarnation.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(`read of ${location} is blocked by transaction ${by}`);
    Error.stackTraceLimit = limit;
    this.name = 'BlockedRead';
    this.location = location;
    this.by = by;
  }
}

/** How the fee recipient is paid: one addition after the block, or a read and a write in every transaction. */
export type FeeMode = 'delta' | 'naive';

/** How a balance that grows without being looked at is treated: as a read and a write, or as an addition that commutes. */
export type CreditMode = 'strict' | 'commutative';

/** One location's first read by an incarnation. Later reads of it in the same incarnation see the same value. */
export interface ReadRecord {
  readonly location: Location;
  readonly value: Value;
  /** Gas used when the EVM reached this access; reads of one access point share it. Never falls along the list. */
  readonly at: Gas;
  /** The balance was read only to be increased (a *credit*): the transaction doesn't depend on its value. */
  readonly credit: boolean;
}

/** One location whose value at the end of the transaction differs from the one at its start. */
export interface WriteRecord {
  readonly location: Location;
  readonly before: Value;
  readonly value: Value;
}

/** A balance to be increased by `amount` on commit, whatever it is by then (`CreditMode` commutative). */
export interface CreditRecord {
  readonly address: Address;
  readonly amount: bigint;
}

/** What one incarnation touched (ANALYSIS "Reads", "Writes"), in the order of first access. */
export interface Recording {
  readonly reads: readonly ReadRecord[];
  readonly writes: readonly WriteRecord[];
  /** Empty in strict mode, where a credit is a read and a write. */
  readonly credits: readonly CreditRecord[];
  /** Wei for the fee recipient. In `delta` mode it is in neither reads nor writes; in `naive` mode it is in both, and this is 0n. */
  readonly fee: bigint;
  /**
   * Accounts accessed without reading anything of them, which a block access list names all the same: precompiled contracts, of which
   * there is nothing to read; who gets nothing from a SELFDESTRUCT; whose code EXTCODECOPY copies no byte of; whom a call that had
   * been paid didn't reach. Absent: none.
   */
  readonly bareAccesses?: readonly Address[];
}

export interface Log {
  readonly address: Address;
  readonly topics: readonly Hex[];
  readonly data: Hex;
}

export interface TxReceipt {
  readonly type: number;
  /** A reverted or halted transaction is a valid result with `success` false. */
  readonly success: boolean;
  readonly gasUsed: Gas;
  readonly logs: readonly Log[];
  /** What the EVM said when it failed (`revert`, `out of gas`, …). */
  readonly error?: string;
  /** Return or revert data of the top-level call; `0x` when none. */
  readonly output: Hex;
  readonly createdAddress?: Address;
}

/** How an incarnation ended. An expected failure is an outcome; a throw is our own mistake. */
export type Execution =
  | { readonly kind: 'executed'; readonly receipt: TxReceipt; readonly recording: Recording }
  /** It can't be included in the state it saw (nonce, funds, fee, gas limit). It uses no gas and writes nothing. */
  | { readonly kind: 'invalid'; readonly reason: InvalidReason; readonly recording: Recording }
  /** It met an ESTIMATE; `recording` holds the reads up to there and no writes. `at` is the gas used by then. */
  | {
      readonly kind: 'blocked';
      readonly location: Location;
      readonly by: TxIndex;
      readonly at: Gas;
      readonly recording: Recording;
    };

/** The execution that counts for a transaction: one that was neither blocked nor thrown away. */
export type FinalExecution = Exclude<Execution, { kind: 'blocked' }>;

export interface InvalidReason {
  readonly code: 'nonce' | 'funds' | 'fee' | 'intrinsic-gas' | 'gas-limit' | 'sender-has-code' | 'undeclared' | 'other';
  /** One sentence for the user: what was expected, what came. */
  readonly message: string;
}

export interface ExecuteOptions {
  readonly fees: FeeMode;
  readonly credits: CreditMode;
  /**
   * Awaited before each access of state that the incarnation hasn't looked at yet, with the gas used so far, so that a driver can
   * hold it until its clock has come as far. Returns nothing when there is no need to wait.
   */
  readonly pace?: (gasUsed: Gas) => Promise<void> | undefined;
}

/** Executes transactions of one block, one at a time, on one EVM. A lane has one of its own. */
export interface Executor {
  execute(tx: TxIndex, view: StateView, options: ExecuteOptions): Promise<Execution>;
  /** Keccak preimages met so far that can name a storage slot: hash → the bytes hashed. */
  readonly preimages: ReadonlyMap<Hex, Hex>;
}
