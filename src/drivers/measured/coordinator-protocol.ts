import type { Packed } from '../../lib/packing.ts';
import type { Block } from '../../model/block.ts';
import type { RunReport } from '../../model/run.ts';
import type { RunSettings } from '../../model/settings.ts';
import type { CompareReport, ComparePoint } from '../compare.ts';
import type { Trace } from '../../evm/trace.ts';
import type { BlockAnalysis, Outcome, RunProgress, RunRequest, TraceRequest } from '../runner.ts';
import type { BlockId } from './protocol.ts';

/** After a cancellation an executor worker may finish what it is at, ms; one that takes longer is replaced by a new one, which is cold. */
export const CALM_MS = 200;
/**
 * A coordinator that hasn't ended a cancelled job by then is in a long computation, and is replaced, ms. All its workers go with it,
 * so it must have the time to wait for them.
 */
export const CANCEL_MS = CALM_MS + 300;

/** Names a job towards the coordinator. */
export type JobId = number;

/** A block that the coordinator may have already; the page keeps count of which it has. */
export interface BlockReference {
  readonly id: BlockId;
  /** The blocks to remember from now on; all others may be dropped. */
  readonly keep: readonly BlockId[];
  /** Absent when the coordinator was given it before. */
  readonly block?: Block;
}

/**
 * What the coordinator worker does. Jobs are done one after the other, in the order in which they came. What it answers is packed
 * (`crossing.ts`).
 */
export interface CoordinatorService {
  /** Where to send progress. Called once, first. */
  connect(onProgress: (job: JobId, progress: Packed<RunProgress>) => void): Promise<void>;
  analyse(job: JobId, block: BlockReference, settings: RunSettings): Promise<Outcome<Packed<BlockAnalysis>>>;
  run(job: JobId, block: BlockReference, request: Omit<RunRequest, 'block'>): Promise<Outcome<Packed<RunReport>>>;
  compare(job: JobId, block: BlockReference, points: readonly ComparePoint[]): Promise<Outcome<Packed<CompareReport>>>;
  trace(job: JobId, block: BlockReference, request: Omit<TraceRequest, 'block'>): Promise<Outcome<Packed<Trace>>>;
  /** Answers once the job isn't at work any more, or will never be. */
  cancel(job: JobId): Promise<void>;
}
