import type { OriginatedRead, ReadPolicy } from '../../engines/engine.ts';
import type { BlockAccessList } from '../../model/block-access-list.ts';
import type { Block } from '../../model/block.ts';
import type { CreditMode, Execution, FeeMode } from '../../model/execution.ts';
import type { Version } from '../../model/ids.ts';
import type { PackedUpdates } from './memory-transport.ts';
import type { PackedResults } from './packed-results.ts';

/** A point in time that all threads agree on: milliseconds of `performance.timeOrigin + performance.now()`. */
export type Instant = number;

export function instantNow(): Instant {
  return performance.timeOrigin + performance.now();
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
}

/** Work for one worker, about a millisecond of it. */
export interface Batch {
  /** Done to the replica before the first of `versions` is executed. */
  readonly updates: PackedUpdates;
  readonly versions: readonly Version[];
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

/** What an executor worker does. Plain functions, one call at a time; the worker is only the pipe to them. */
export interface ExecutorService {
  /** The block it has an EVM for. */
  loaded(): Promise<BlockId | null>;
  /** Makes an EVM for the block. Whatever was loaded before is dropped. */
  load(id: BlockId, block: Block): Promise<void>;
  /** Starts a run on the block loaded, with an empty replica of the memory. */
  begin(terms: RunTerms): Promise<void>;
  /** A list of `TaskResult`, packed. */
  run(batch: Batch): Promise<PackedResults>;
}
