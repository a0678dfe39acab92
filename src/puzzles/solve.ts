import { LIST_RULES, listSchedule, type Schedule } from './list-schedule.ts';
import { type Job, lowerBounds, windowBound } from './lower-bounds.ts';
import { type SchedulingProblem, successorsOf, tailsOf } from './scheduling-problem.ts';

/** Transactions are bits of a 32-bit word. */
export const MOST_TRANSACTIONS = 30;
/** Nodes between two questions of whether to go on. */
const NODES_PER_QUESTION = 1024;
/** So many partial schedules are kept per set of transactions, to compare others with. */
const KEPT = 64;

export interface Solution extends Schedule {
  /** No placement is shorter than this (gas); equals `makespan` when proven. */
  readonly bound: number;
  /** That nothing is shorter follows from a bound alone, was searched through, or isn't known: the search was stopped. */
  readonly proof: 'bound' | 'search' | 'none';
  /** Partial schedules looked at. */
  readonly nodes: number;
}

/**
 * A placement of the shortest makespan, by branch and bound. Transactions are started one after the other, in the order of
 * their start times, each as early as its predecessors and a lane allow; some shortest schedule can be had so, as moving
 * a transaction forward into idle time never hurts. A partial schedule is given up when
 *
 * - a bound says that its best continuation is no better than what is known: its heaviest chain, or `windowBound`;
 * - it leaves a lane idle in which a whole ready transaction would have fitted;
 * - it starts a transaction before another that is alike in length, predecessors and successors, and lower;
 * - one seen before has the same transactions behind it, and no lane and no result later.
 *
 * Lanes are alike: only when they are free counts, not which is which. `stop` is asked now and then. Throws a RangeError for
 * more than MOST_TRANSACTIONS.
 */
export function solve(problem: SchedulingProblem, stop: () => boolean = () => false): Solution {
  const { gas, lanes, predecessors } = problem;
  const count = gas.length;
  if (count > MOST_TRANSACTIONS) {
    throw new RangeError(`expected at most ${MOST_TRANSACTIONS} transactions, got ${count}`);
  }
  const bounds = lowerBounds(problem);
  const bound = Math.max(bounds.criticalPath, bounds.evenShare, bounds.window);
  let best = bestOfRules(problem);
  if (best.makespan <= bound) return { ...best, bound, proof: 'bound', nodes: 0 };

  const tails = tailsOf(problem);
  const successors = successorsOf(problem);
  const twins = lowerTwins(problem, successors);
  const all = 2 ** count - 1;
  const ends = new Array<number>(count).fill(0);
  const starts = new Array<number>(count).fill(0);
  const seen = new Map<number, (readonly number[])[]>();
  let nodes = 0;
  let stopped = false;

  /** `free`: when each lane is free, rising, none before the last start. */
  function search(started: number, free: readonly number[]): void {
    nodes++;
    if (nodes % NODES_PER_QUESTION === 0 && stop()) stopped = true;
    if (stopped || best.makespan <= bound) return;
    const earliest = free[0] ?? 0;
    if (started === all) {
      const makespan = free.at(-1) ?? 0;
      if (makespan < best.makespan) best = { placement: placementOf(problem, starts), makespan };
      return;
    }
    const heads: number[] = [];
    const jobs: Job[] = [];
    let chain = 0;
    for (let tx = 0; tx < count; tx++) {
      if (isIn(started, tx)) continue;
      const length = gas[tx] ?? 0;
      let head = earliest;
      for (const other of predecessors[tx] ?? []) {
        head = Math.max(head, isIn(started, other) ? (ends[other] ?? 0) : (heads[other] ?? 0) + (gas[other] ?? 0));
      }
      heads[tx] = head;
      chain = Math.max(chain, head + (tails[tx] ?? 0));
      jobs.push({ head, length, after: (tails[tx] ?? 0) - length });
    }
    if (chain >= best.makespan || windowBound(jobs, free) >= best.makespan) return;
    if (isDominated(started, free)) return;

    const ready = [...gas.keys()].filter(
      (tx) => !isIn(started, tx) && (predecessors[tx] ?? []).every((other) => isIn(started, other)),
    );
    const firstEnd = Math.min(...ready.map((tx) => (heads[tx] ?? 0) + (gas[tx] ?? 0)));
    const choices = ready
      .filter((tx) => (heads[tx] ?? 0) < firstEnd && (twins[tx] ?? []).every((twin) => isIn(started, twin)))
      .sort((a, b) => (tails[b] ?? 0) - (tails[a] ?? 0) || (heads[a] ?? 0) - (heads[b] ?? 0) || a - b);
    for (const tx of choices) {
      const start = heads[tx] ?? 0;
      starts[tx] = start;
      ends[tx] = start + (gas[tx] ?? 0);
      const after = free.slice(1).map((time) => Math.max(time, start));
      search(
        started | (1 << tx),
        [...after, ends[tx] ?? 0].sort((a, b) => a - b),
      );
    }
  }

  function isDominated(started: number, free: readonly number[]): boolean {
    const earliest = free[0] ?? 0;
    const times = [...free];
    for (let tx = 0; tx < count; tx++) {
      if (isIn(started, tx) && (successors[tx] ?? []).some((later) => !isIn(started, later))) {
        times.push(Math.max(ends[tx] ?? 0, earliest));
      }
    }
    const others = seen.get(started) ?? [];
    if (others.some((other) => other.every((time, i) => time <= (times[i] ?? 0)))) return true;
    if (others.length < KEPT) seen.set(started, [...others, times]);
    return false;
  }

  search(0, new Array<number>(lanes).fill(0));
  if (stopped) return { ...best, bound, proof: 'none', nodes };
  return { ...best, bound: best.makespan, proof: best.makespan <= bound ? 'bound' : 'search', nodes };
}

function isIn(set: number, tx: number): boolean {
  return (set & (1 << tx)) !== 0;
}

function bestOfRules(problem: SchedulingProblem): Schedule {
  const schedules = LIST_RULES.map((rule) => listSchedule(problem, rule));
  return schedules.reduce((best, other) => (other.makespan < best.makespan ? other : best));
}

/** By transaction: those below it that could stand in its place, of which the lowest left goes first. */
function lowerTwins(
  { gas, predecessors }: SchedulingProblem,
  successors: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  const keys = gas.map((length, tx) => `${length} ${predecessors[tx]} ${successors[tx]}`);
  return keys.map((key, tx) => [...keys.slice(0, tx).keys()].filter((other) => keys[other] === key));
}

/** Start times as lanes: each transaction on the first lane that is free by then. */
function placementOf({ gas, lanes }: SchedulingProblem, starts: readonly number[]): Schedule['placement'] {
  const placement = Array.from({ length: lanes }, (): number[] => []);
  const free = new Array<number>(lanes).fill(0);
  for (const tx of [...gas.keys()].sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0) || a - b)) {
    const lane = free.findIndex((time) => time <= (starts[tx] ?? 0));
    placement[lane]?.push(tx);
    free[lane] = (starts[tx] ?? 0) + (gas[tx] ?? 0);
  }
  return placement;
}
