/// <reference lib="webworker" />
import type { SchedulingProblem } from '../../puzzles/scheduling-problem.ts';
import { type Solution, solve } from '../../puzzles/solve.ts';

export interface SolveQuestion {
  readonly problem: SchedulingProblem;
  /** After so many milliseconds the best found by then is the answer. */
  readonly limit: number;
}

/** Takes one problem, answers once. */
self.onmessage = ({ data: { problem, limit } }: MessageEvent<SolveQuestion>) => {
  const start = performance.now();
  const answer: Solution = solve(problem, () => performance.now() - start > limit);
  self.postMessage(answer);
};
