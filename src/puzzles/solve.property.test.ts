import fc from 'fast-check';
import { expect, it } from 'vitest';
import { LIST_RULES, listSchedule } from './list-schedule.ts';
import { lowerBounds } from './lower-bounds.ts';
import { makespanOf, type Placement, type SchedulingProblem } from './scheduling-problem.ts';
import { solve } from './solve.ts';

const RUNS = process.env.LONG ? 2000 : 150;

/** Every order that respects the dependencies, and every choice of lanes: all placements there are. */
function shortestOfAll(problem: SchedulingProblem): number {
  const { gas, lanes, predecessors } = problem;
  let best = Number.POSITIVE_INFINITY;
  const place = (ends: ReadonlyMap<number, number>, free: readonly number[]): void => {
    if (ends.size === gas.length) best = Math.min(best, Math.max(0, ...free));
    for (const [tx, length] of gas.entries()) {
      const before = predecessors[tx] ?? [];
      if (ends.has(tx) || before.some((other) => !ends.has(other))) continue;
      for (let lane = 0; lane < lanes; lane++) {
        const end = Math.max(free[lane] ?? 0, ...before.map((other) => ends.get(other) ?? 0)) + length;
        place(new Map([...ends, [tx, end]]), free.with(lane, end));
      }
    }
  };
  place(new Map(), new Array<number>(lanes).fill(0));
  return best;
}

function problems(most: number): fc.Arbitrary<SchedulingProblem> {
  return fc
    .record({
      lanes: fc.integer({ min: 1, max: 3 }),
      jobs: fc.array(fc.record({ gas: fc.integer({ min: 1, max: 9 }), on: fc.array(fc.nat(20), { maxLength: 2 }) }), {
        minLength: 1,
        maxLength: most,
      }),
    })
    .map(({ lanes, jobs }) => ({
      lanes,
      gas: jobs.map((job) => job.gas),
      predecessors: jobs.map(({ on }, tx) => [...new Set(on.filter((other) => other < tx))].sort((a, b) => a - b)),
    }));
}

it('finds what trying every placement finds', () => {
  fc.assert(
    fc.property(problems(5), (problem) => {
      const solution = solve(problem);
      expect(solution.makespan).toBe(shortestOfAll(problem));
      expect(solution.proof).not.toBe('none');
    }),
    { numRuns: RUNS },
  );
});

it('gives a placement of that makespan, no rule beats it, and no bound exceeds it', () => {
  fc.assert(
    fc.property(problems(12), (problem) => {
      const { makespan, placement, bound } = solve(problem);
      expect(makespanOf(problem, placement)).toBe(makespan);
      expect(bound).toBe(makespan);
      for (const rule of LIST_RULES) {
        const schedule = listSchedule(problem, rule);
        expect(makespanOf(problem, schedule.placement as Placement)).toBe(schedule.makespan);
        expect(schedule.makespan).toBeGreaterThanOrEqual(makespan);
      }
      expect(Math.max(...Object.values(lowerBounds(problem)))).toBeLessThanOrEqual(makespan);
    }),
    { numRuns: RUNS },
  );
});
