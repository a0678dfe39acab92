import type { Notice, OriginatedRead } from '../engines/engine.ts';
import type { RunEvent } from '../model/events.ts';
import type { FinalExecution } from '../model/execution.ts';
import type { LaneIndex, TxIndex, Version } from '../model/ids.ts';

/** The incarnation of a transaction that counts. */
export interface FinalIncarnation {
  readonly version: Version;
  readonly execution: FinalExecution;
  readonly reads: readonly OriginatedRead[];
  readonly lane: LaneIndex;
}

/** What a driver gives back when its engine is done. */
export interface CompletedRun {
  readonly events: readonly RunEvent[];
  /** By transaction index. */
  readonly finals: readonly FinalIncarnation[];
  /**
   * The order in which the transactions' writes took effect: block order where writes are versioned, else the order of
   * commits.
   */
  readonly writeOrder: readonly TxIndex[];
  /** The serial order that the engine says its result is equivalent to, when it isn't block order. */
  readonly serialOrder?: readonly TxIndex[];
}

/** The engine gives an incarnation no place in the block: its result is now that it is invalid, and it has written nothing. */
export function rejectFinal(
  finals: FinalIncarnation[],
  { version, reason }: Extract<Notice, { kind: 'rejected' }>,
): void {
  const final = finals[version.tx];
  if (!final) throw new Error(`transaction ${version.tx} is rejected but hasn't been executed`);
  const { reads } = final.execution.recording;
  const recording = { reads, writes: [], credits: [], fee: 0n };
  finals[version.tx] = { ...final, execution: { kind: 'invalid', reason, recording } };
}
