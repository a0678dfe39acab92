import type { Scenario } from '../model/scenario.ts';
import { type ListRule, LIST_RULES, listSchedule } from './list-schedule.ts';
import { type LowerBounds, lowerBounds } from './lower-bounds.ts';
import type { Placement, SchedulingProblem } from './scheduling-problem.ts';
import type { Solution } from './solve.ts';

/**
 * A puzzle's block as recorded, and the answer with its proof: `solution.placement` has makespan `solution.makespan`, and
 * nothing is shorter than `solution.bound`, because of a bound or as the search with so many nodes says, which can be run again.
 */
export interface SolvedPuzzle {
  readonly problem: SchedulingProblem;
  readonly solution: Solution;
  readonly bounds: LowerBounds;
  /** Makespan (gas) by each rule that needs no thought. */
  readonly rules: Readonly<Record<ListRule, number>>;
}

export function toSolvedPuzzle(problem: SchedulingProblem, solution: Solution): SolvedPuzzle {
  const rules = Object.fromEntries(LIST_RULES.map((rule) => [rule, listSchedule(problem, rule).makespan]));
  return { problem, solution, bounds: lowerBounds(problem), rules: rules as Record<ListRule, number> };
}

/** The scenario with every transaction on its lane. */
export function withPlacement(scenario: Scenario, placement: Placement): Scenario {
  const ids = placement.map((txs) => txs.flatMap((tx) => scenario.transactions[tx]?.id ?? []));
  return {
    ...scenario,
    pins: Object.fromEntries(ids.flatMap((lane, index) => lane.map((id) => [id, index]))),
    laneOrder: ids,
  };
}
