import { type SchedulingProblem, tailsOf } from './scheduling-problem.ts';

/** No placement ends before any of these (gas). */
export interface LowerBounds {
  /** The heaviest chain of dependencies. */
  readonly criticalPath: number;
  /** All work, shared out evenly. */
  readonly evenShare: number;
  /** `windowBound` over the whole block. */
  readonly window: number;
}

export function lowerBounds(problem: SchedulingProblem): LowerBounds {
  const { gas, lanes, predecessors } = problem;
  const tails = tailsOf(problem);
  const heads: number[] = [];
  for (const before of predecessors) {
    heads.push(Math.max(0, ...before.map((other) => (heads[other] ?? 0) + (gas[other] ?? 0))));
  }
  const jobs = gas.map((length, tx) => ({ head: heads[tx] ?? 0, length, after: (tails[tx] ?? 0) - length }));
  return {
    criticalPath: Math.max(0, ...tails),
    evenShare: Math.ceil(gas.reduce((sum, each) => sum + each, 0) / lanes),
    window: windowBound(jobs, new Array<number>(lanes).fill(0)),
  };
}

/** A transaction still to be started. */
export interface Job {
  /** It can't start before. */
  readonly head: number;
  readonly length: number;
  /** After its end at least so much time passes until the block is done. */
  readonly after: number;
}

/**
 * What starts no earlier than h and is followed by at least q has to be done in the lanes' time between h and the end less q:
 * (time of lanes taken until h + sum of lengths) ÷ lanes + q, for every h and q that occur. `free`: when each lane is
 * free. This is the part of Fernandez and Bussell's bound (1973) that costs little; with h = q = 0 it is the even share.
 */
export function windowBound(jobs: readonly Job[], free: readonly number[]): number {
  const byHead = [...jobs].sort((a, b) => b.head - a.head);
  let bound = 0;
  for (const { after: q } of jobs) {
    let lengths = 0;
    for (const { head, length, after } of byHead) {
      if (after < q) continue;
      lengths += length;
      let taken = 0;
      for (const time of free) taken += Math.max(time, head);
      bound = Math.max(bound, Math.ceil((taken + lengths) / free.length) + q);
    }
  }
  return bound;
}
