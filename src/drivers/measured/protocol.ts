import type { OriginatedRead, ReadPolicy } from '../../engines/engine.ts';
import type { BlockAccessList } from '../../model/block-access-list.ts';
import type { Block } from '../../model/block.ts';
import type { CreditMode, Execution, FeeMode } from '../../model/execution.ts';
import type { Version } from '../../model/ids.ts';
import type { PackedUpdates } from './memory-transport.ts';
import type { PackedResults } from './packed-results.ts';
import type { ArenaHandle } from './shared-memory/arena.ts';
import type { Pointer } from './shared-memory/heap.ts';

/** A point in time that all threads agree on: milliseconds of `performance.timeOrigin + performance.now()`. */
export type Instant = number;

/** It never changes, and asking the browser for it takes as long as asking for the time. */
const ORIGIN = performance.timeOrigin;

export function instantNow(): Instant {
  return ORIGIN + performance.now();
}

/** Names a block towards workers, so that it crosses to each of them once. */
export type BlockId = number;

/** How the incarnations of one run read and what they do with fees and credits. */
export interface RunTerms {
  readonly policy: ReadPolicy;
  readonly fees: FeeMode;
  readonly credits: CreditMode;
  /** Under the policy `given-list`: every worker has it from the start, and reads nothing else. */
  readonly list?: BlockAccessList;
  /** The memory of the run, where workers share it; else each makes a replica. */
  readonly arena?: ArenaHandle;
  /** Shared memory: workers publish what they have executed by themselves. */
  readonly workersPublish: boolean;
}

/** Work for one worker, about a millisecond of it. */
export interface Batch {
  /** Done to the replica before the first of `versions` is executed. */
  readonly updates: PackedUpdates;
  readonly versions: readonly Version[];
  /** Shared memory: for each of `versions` the ticket that its result is given for. */
  readonly tickets?: readonly number[];
}

export interface BatchAnswer {
  /** Time around the EVM. */
  readonly executedMs: number;
  /** A list of `TaskResult`, packed; empty where the results are in shared memory. */
  readonly results: PackedResults;
}

/** What came of one incarnation. */
export interface TaskResult {
  readonly version: Version;
  /** Without its reads, which follow; the coordinator puts them together again. */
  readonly execution: Execution;
  /** The recording's reads with their origins; code of the prestate is left out (`prestate-code.ts`). */
  readonly reads: readonly OriginatedRead[];
  /** When each of `reads` happened. */
  readonly readAt: readonly Instant[];
  /** Around the EVM alone: messages and memory updates are outside. */
  readonly start: Instant;
  readonly end: Instant;
}

/** What an executor worker does. Plain functions; the worker is only the pipe to them. Batches are run one after the other. */
export interface ExecutorService {
  /** The block it has an EVM for. */
  loaded(): Promise<BlockId | null>;
  /** Makes an EVM for the block. Whatever was loaded before is dropped. */
  load(id: BlockId, block: Block): Promise<void>;
  /** Starts a run on the block loaded, with the memory that the terms name. */
  begin(terms: RunTerms): Promise<void>;
  run(batch: Batch): Promise<BatchAnswer>;
  /**
   * Shared memory: works through a queue (`task-queue.ts`) until it is closed; what another lane has claimed is passed over. Answers
   * with the time around the EVM, ms.
   */
  work(queue: Pointer, transactions: number, lane: number): Promise<number>;
}
