import { createPriorityQueue, type PriorityQueue } from '../../lib/priority-queue.ts';

/**
 * What comes first within one instant. Finished tasks publish before anybody reads, and lanes are given new tasks when
 * nothing else is left to happen.
 */
export const PHASE = { finish: 0, read: 1, assign: 2 } as const;

export interface Moment {
  readonly time: number;
  readonly phase: (typeof PHASE)[keyof typeof PHASE];
  /** Lane concerned; decides between equals. 0 for `assign`. */
  readonly lane: number;
}

/** A total order: two moments of one run are never equal, as a lane has one at a time. */
export function compareMoments(a: Moment, b: Moment): number {
  return a.time - b.time || a.phase - b.phase || a.lane - b.lane;
}

export function createEventQueue(): PriorityQueue<Moment> {
  return createPriorityQueue(compareMoments);
}
