import type { Notice } from '../../engines/engine.ts';
import { type LaneIndex, type TxIndex, txIndex } from '../../model/ids.ts';
import { type CompletedRun, type FinalIncarnation, rejectFinal } from '../completed-run.ts';
import type { LaneResult } from './memory-transport.ts';

/** The results of a run, packed as they came until it is over. */
export interface GatheredResults {
  /** What an incarnation came to, in so many µs. Those that have met an ESTIMATE don't count. */
  ended(lane: LaneIndex, result: LaneResult, duration: number): void;
  note(notice: Notice): void;
  /** All of them, unpacked; `inBlockOrder`: that is the order in which writes took effect, else that of the commits. */
  open(inBlockOrder: boolean): Pick<CompletedRun, 'finals' | 'writeOrder'> & { readonly durations: readonly number[] };
}

interface Gathered {
  readonly lane: LaneIndex;
  readonly result: LaneResult;
}

export function createGatheredResults(): GatheredResults {
  const gathered: Gathered[] = [];
  const durations: number[] = [];
  const commits: TxIndex[] = [];
  const rejections: Extract<Notice, { kind: 'rejected' }>[] = [];
  return {
    ended(lane, result, duration) {
      if (result.execution.kind === 'blocked') return;
      const { tx } = result.version;
      gathered[tx] = { lane, result };
      durations[tx] = duration;
    },
    note(notice) {
      if (notice.kind === 'committed') commits.push(notice.version.tx);
      if (notice.kind === 'rejected') rejections.push(notice);
    },
    open(inBlockOrder) {
      const finals = gathered.map(toFinal);
      for (const rejection of rejections) rejectFinal(finals, rejection);
      return { finals, durations, writeOrder: inBlockOrder ? finals.map((_, tx) => txIndex(tx)) : commits };
    },
  };
}

function toFinal({ lane, result }: Gathered): FinalIncarnation {
  const { version } = result;
  const { execution, reads } = result.open();
  if (execution.kind === 'blocked') throw new Error(`transaction ${version.tx} has ended without a result`);
  return { version, lane, execution, reads };
}
