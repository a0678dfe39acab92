import { describe, expect, it } from 'vitest';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import { hintsOf } from './hints.ts';
import { recordOf, totalStars } from './record-of.ts';

describe.each(PUZZLES.map((puzzle) => [puzzle.id, puzzle] as const))('hints of %s', (_, puzzle) => {
  const solved = proofOf(puzzle);
  const hints = hintsOf(puzzle, solved, (tx) => `#${tx}#`);

  it('go from a bound that is one, over the idea and the first cards, to a whole lane', () => {
    expect(hints).toHaveLength(4);
    const [bound = '', idea, first = '', lane = ''] = hints;
    const gas = Number(/([\d,]+) gas/.exec(bound)?.[1]?.replaceAll(',', ''));
    expect(gas).toBe(Math.max(...Object.values(solved.bounds)));
    expect(gas).toBeLessThanOrEqual(solved.solution.makespan);
    expect(idea).toBe(puzzle.idea);
    const named = (text: string) => [...text.matchAll(/#(\d+)#/g)].map(([, tx]) => Number(tx));
    expect(named(first)).toEqual(solved.solution.placement.map(([tx]) => tx));
    expect(solved.solution.placement).toContainEqual(named(lane));
  });
});

describe('records', () => {
  const [puzzle] = PUZZLES;
  if (!puzzle) throw new Error('no puzzles');
  const { makespan } = proofOf(puzzle).solution;

  it('are graded anew: what storage says of stars doesn’t count, and what can’t be isn’t believed', () => {
    const read = (gas: number) => recordOf(puzzle, new Map([[puzzle.id, { stars: 1, makespan: gas }]]));
    expect(read(makespan)).toEqual({ stars: 3, makespan });
    expect(read(makespan - 1)).toBeNull();
    expect(read(10 * makespan)).toBeNull();
    expect(totalStars(PUZZLES, new Map([[puzzle.id, { stars: 1, makespan }]]))).toBe(3);
  });
});
