import { type Placement, type SchedulingProblem, tailsOf } from './scheduling-problem.ts';

/** Ways in which an engine, or a person in a hurry, chooses the next of the ready transactions. */
export const LIST_RULES = ['block-order', 'longest-first', 'critical-path'] as const;
export type ListRule = (typeof LIST_RULES)[number];

export interface Schedule {
  readonly placement: Placement;
  /** Gas. */
  readonly makespan: number;
}

/**
 * List scheduling (Graham 1966): whenever a lane is free it takes the first of the ready transactions by the rule, and
 * never waits for a better one. Those that end at one moment all end before any lane takes its next.
 */
export function listSchedule(problem: SchedulingProblem, rule: ListRule): Schedule {
  const { gas, lanes, predecessors } = problem;
  const rank = rankOf(problem, rule);
  const ends = gas.map((): number | null => null);
  const placement = Array.from({ length: lanes }, (): number[] => []);
  const free = new Array<number>(lanes).fill(0);
  const left = new Set(gas.keys());
  for (let now = 0; left.size > 0; ) {
    const isReady = (tx: number): boolean =>
      (predecessors[tx] ?? []).every((other) => (ends[other] ?? Number.POSITIVE_INFINITY) <= now);
    const [tx] = [...left].filter(isReady).sort((a, b) => (rank[a] ?? 0) - (rank[b] ?? 0) || a - b);
    const lane = free.findIndex((time) => time <= now);
    if (tx === undefined || lane < 0) {
      now = Math.min(...ends.filter((end) => end !== null && end > now).map(Number));
      continue;
    }
    left.delete(tx);
    placement[lane]?.push(tx);
    free[lane] = now + (gas[tx] ?? 0);
    ends[tx] = free[lane] ?? 0;
  }
  return { placement, makespan: Math.max(0, ...free) };
}

/** Lower comes first; equals come in block order. */
function rankOf(problem: SchedulingProblem, rule: ListRule): readonly number[] {
  switch (rule) {
    case 'block-order':
      return problem.gas.map((_, tx) => tx);
    case 'longest-first':
      return problem.gas.map((length) => -length);
    case 'critical-path':
      return tailsOf(problem).map((tail) => -tail);
  }
}
