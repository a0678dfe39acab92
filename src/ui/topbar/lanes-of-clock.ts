import { defaultWorkers } from '../../drivers/measured/default-workers.ts';
import type { RunClock } from '../../model/events.ts';

/** The lanes that each clock had when it was last left. */
export type LanesBefore = Readonly<Partial<Record<RunClock, number>>>;

/**
 * How many lanes a clock begins with: those it had before. For the first time, measured time has as many as the machine has
 * threads for, and modelled time as many as there are. None that a card lies on is taken away.
 */
export function lanesOfClock(
  to: RunClock,
  before: LanesBefore,
  now: { readonly lanes: number; readonly lastPinned: number; readonly threads: number },
): number {
  const first = to === 'measured' ? defaultWorkers(now.threads) : now.lanes;
  return Math.max(before[to] ?? first, now.lastPinned + 1);
}
