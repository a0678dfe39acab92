import { findCriticalPath } from '../../analysis/critical-path.ts';
import { toDependencies } from '../../analysis/dependencies.ts';
import type { ConflictEdge } from '../../model/graph.ts';
import type { TxIndex } from '../../model/ids.ts';

export interface MeasuredTimes {
  /** By transaction, µs, on one worker alone. */
  readonly alone: readonly number[];
  /** By transaction, µs: its final incarnation in the run. */
  readonly inRun: readonly number[];
  /** Conflicts in the order that the run is equivalent to; their ends are positions in `order`. Null: nobody waits. */
  readonly edges: readonly ConflictEdge[] | null;
  /** Position → transaction. */
  readonly order: readonly TxIndex[];
}

/**
 * Work and critical path of a measured run, µs. Each transaction counts with the shorter of its two times. The time alone is the
 * honest one: with more workers than cores, those in the run are stretched, and would make the speed-up look like the number of
 * lanes. But clocks jitter, and a transaction that happened to run faster than before would let the speed-up beat its own bound.
 * With the shorter one it can't: no schedule of the times in the run is shorter than their critical path, or than their sum ÷
 * lanes, and ours are no longer.
 */
export function toMeasuredFigures({ alone, inRun, edges, order }: MeasuredTimes): {
  work: number;
  criticalPath: number;
} {
  const times = order.map((tx) => Math.min(alone[tx] ?? 0, inRun[tx] ?? 0));
  const work = times.reduce((sum, time) => sum + time, 0);
  const criticalPath = edges
    ? findCriticalPath(toDependencies(edges, times.length), times).gas
    : times.reduce((longest, time) => Math.max(longest, time), 0);
  return { work, criticalPath };
}
