import type { SolvedPuzzle } from './solved-puzzle.ts';

export type Stars = 0 | 1 | 2 | 3;

/** The longest makespan (gas) for each number of stars. */
export interface Thresholds {
  /** The optimum; the best known where it isn't proven. */
  readonly three: number;
  /** Nearer to the optimum than to what block order gives: midway. */
  readonly two: number;
  /** Anything faster than one lane. */
  readonly one: number;
}

export function thresholdsOf({ problem, solution, rules }: SolvedPuzzle): Thresholds {
  const three = solution.makespan;
  const work = problem.gas.reduce((sum, gas) => sum + gas, 0);
  return { three, two: Math.floor((three + rules['block-order']) / 2), one: work - 1 };
}

/** Stars for a run of all transactions placed by hand, its result equal to serial execution. */
export function grade(puzzle: SolvedPuzzle, makespan: number): Stars {
  const { three, two, one } = thresholdsOf(puzzle);
  if (makespan <= three) return 3;
  if (makespan <= two) return 2;
  return makespan <= one ? 1 : 0;
}
