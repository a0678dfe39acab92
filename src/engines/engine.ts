import type { BlockAccessList } from '../model/block-access-list.ts';
import type { AbortCause, Origin, RoundStage, TaskKind, WaitCause } from '../model/events.ts';
import type { Execution, InvalidReason, ReadRecord, Recording } from '../model/execution.ts';
import type { Address, Gas, LaneIndex, TxIndex, Version } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import type { Refusal } from '../model/refusal.ts';
import type { EngineId, EngineOptions } from '../model/settings.ts';
import type { ReadWatch } from './read-watch.ts';

/**
 * An engine is a scheduling algorithm as a state machine. It has no clock, no worker and no EVM: a driver asks it
 * for tasks (`assign`), executes them, and tells it what came of them (`complete`). One engine is one file, readable
 * beside the paper it comes from; the same code runs in virtual time and on real workers.
 */
export interface Engine {
  /**
   * The next task of an idle lane. Called for idle lanes in lane order, at the start and after every completion. A
   * lane told to wait is asked again after the next completion of any lane.
   */
  assign(lane: LaneIndex): Assignment;

  /**
   * Takes the result of a task that `assign` gave. The engine publishes the writes itself, now (through the `memory` it
   * was made with), and reports validations, aborts and commits through `notify`, before it returns.
   */
  complete(task: Task, outcome: TaskOutcome): void;

  /** All transactions are final. From then on `assign` gives no task. */
  readonly done: boolean;

  /** The serial order that the result is equivalent to, when it isn't block order; complete once `done`. */
  readonly serialOrder?: readonly TxIndex[];
}

/**
 * - `newest-lower`: the highest version below the reader's index, else the prestate (multi-version memory).
 * - `committed`: the newest committed value, whoever wrote it.
 * - `latest-write`: whatever was written last, by anybody.
 * - `given-list`: what the block access list says, whatever has happened in the run.
 */
export type ReadPolicy = 'newest-lower' | 'committed' | 'latest-write' | 'given-list';

export interface Task {
  readonly kind: TaskKind;
  readonly version: Version;
}

export type Assignment =
  | { readonly kind: 'task'; readonly task: Task }
  | {
      readonly kind: 'wait';
      readonly cause: WaitCause;
      /** No other idle lane would be given a task either: the driver needn't ask them before the next completion. */
      readonly everyLane?: true;
    };

export type TaskOutcome =
  | { readonly kind: 'execution'; readonly execution: Execution; readonly reads: ReadSet }
  /** A validation has been carried out: the engine decides what it found by `memory.firstStaleRead`. */
  | { readonly kind: 'validation' };

/** A read with where its value came from: an engine's read set. */
export interface OriginatedRead extends ReadRecord {
  readonly origin: Origin;
}

/**
 * An engine keeps a read set, and gives it back to the memory and to the watch. On real workers it is still packed: whoever goes
 * through it has it unpacked, which takes longer than all else that an engine does.
 */
export type ReadSet = Iterable<OriginatedRead>;

/** What an engine reports as it happens; the driver adds time and lane and appends it to the log. */
export type Notice =
  | { readonly kind: 'validated'; readonly version: Version; readonly ok: boolean; readonly cause?: AbortCause }
  | { readonly kind: 'aborted'; readonly version: Version; readonly cause: AbortCause }
  | { readonly kind: 'committed'; readonly version: Version }
  | { readonly kind: 'locked'; readonly lane: LaneIndex; readonly tx: TxIndex; readonly locks: number }
  | { readonly kind: 'round'; readonly round: number; readonly stage: RoundStage; readonly transactions: number }
  /**
   * From now on the transaction's result is that it is invalid, for this reason. The engine keeps what it wrote out of the
   * memory and commits it all the same.
   */
  | {
      readonly kind: 'rejected';
      readonly version: Version;
      readonly reason: InvalidReason;
      readonly location: Location;
    };

/** What is to be run: an engine's input without the places that it writes to. */
export interface EngineRequest {
  readonly transactions: number;
  readonly lanes: number;
  readonly options: EngineOptions;
  /** Transaction → the only lane that may run it. */
  readonly pins: ReadonlyMap<TxIndex, LaneIndex>;
  /** `lanes`: the order drawn, each transaction in exactly one lane. */
  readonly drawn: readonly (readonly TxIndex[])[];
  /**
   * Dependencies known beforehand (from the recording of serial execution, or a hint): predecessors of each
   * transaction, with the location behind each where known.
   */
  readonly dependencies: readonly (readonly Dependency[])[];
  /** What each transaction touches in serial execution, whatever `dependencies` say. */
  readonly accesses: readonly Accesses[];
  /** Whether `dependencies` are exact, so that no validation is needed, or a hint that may be wrong. */
  readonly exact: boolean;
  /** `block-access-list`: the list that the block came with, tampered with if the options say so; null when that can't be done. */
  readonly list?: BlockAccessList | null;
  /** Gas of each transaction in serial execution, for policies that look at length. */
  readonly gas: readonly Gas[];
  readonly senders: readonly Address[];
  /** The fee recipient: who reads its balance reads all fees before. */
  readonly coinbase: Address;
}

/** What every engine is given. */
export interface EngineInput extends EngineRequest {
  readonly memory: Memory;
  /** In place of `createReadWatch`, where the memory knows locations by number. */
  readonly readWatch?: ReadWatch;
  readonly notify: (notice: Notice) => void;
}

export interface Dependency {
  readonly on: TxIndex;
  /** Absent when the reason isn't a location (an imported hint). */
  readonly location?: Location;
}

/**
 * What one transaction touches, as entries of the memory: balances, nonces, code, slots, and storage wipes. Existence is in
 * it as the fields that decide it, where they may change in the block. Each location at most once in each list.
 */
export interface Accesses {
  readonly reads: readonly Location[];
  readonly writes: readonly Location[];
  /** Balances that are added to without being looked at (fees as deltas, commutative credits): these pass each other. */
  readonly adds: readonly Location[];
}

export type CreateEngine = (input: EngineInput) => Engine;

/** What is known of an engine before it runs. What a person reads about it stands in `src/texts`. */
export interface EngineInfo {
  readonly id: EngineId;
  /** What a read sees, so that memory shared between workers can serve it without asking the engine. */
  readPolicy(options: EngineOptions): ReadPolicy;
  /** Under the policy `committed`: it commits in block order, so that what is committed last is always the newest lower version. */
  readonly commitsInBlockOrder?: true;
  /**
   * Whether a lane may be asked for its next task while it still has one, which saves real workers the wait for the next
   * message. Tasks of a lane run in the order given; each sees what the one before it wrote. Absent: only idle lanes.
   */
  assignsAhead?(options: EngineOptions): boolean;
  /**
   * But for pins, all lanes are alike to it: what `assign` gives to one may as well be done by another. Absent: each lane does what it
   * was given.
   */
  readonly anyLane?: true;
  /**
   * Whether it may reject what has been executed (`Notice`), so that workers mustn't publish by themselves. Absent: it
   * publishes every execution that could be included.
   */
  mayReject?(options: EngineOptions): boolean;
  /** Why the engine can't run this input; null when it can. Asked before `createEngine`. */
  refusal?(input: EngineRequest): Refusal | null;
  readonly createEngine: CreateEngine;
}

export type MemoryRead =
  | { readonly kind: 'value'; readonly value: Value; readonly origin: Origin }
  | { readonly kind: 'blocked'; readonly by: TxIndex };

/**
 * The writes of a run, as the engine publishes them and as incarnations read them. There is an implementation for each
 * place where it can live: this thread, a replica in each worker, a SharedArrayBuffer.
 */
export interface Memory {
  /** What transaction `reader` sees at `location` now. */
  read(location: Location, reader: TxIndex): MemoryRead;
  /**
   * Replaces what the transaction's previous incarnation published (fee and credits included). Returns whether a location
   * was written that the previous incarnation had not written; after `withdraw`, every location counts as new.
   */
  publish(version: Version, recording: Recording): boolean;
  /** Marks all that the transaction's last incarnation published as ESTIMATE. */
  markEstimates(tx: TxIndex): void;
  /** Removes all that the transaction's last incarnation published (abort with ESTIMATE marks switched off). */
  withdraw(tx: TxIndex): void;
  /** The first read whose origin isn't what `reader` would see now, with why; null when the read set still holds. */
  firstStaleRead(reader: TxIndex, reads: ReadSet): AbortCause | null;
}
