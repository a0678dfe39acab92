import { expect, test } from 'vitest';
import type { PuzzleResult } from '../../class/hand.ts';
import type { Seat } from '../../class/roster.ts';
import { puzzleBoardOf } from './puzzle-board.ts';

const result = (stars: number, makespan: number): PuzzleResult => ({ stars, makespan, optimum: 50 });
const seats = Object.entries<Record<string, PuzzleResult>>({
  Ada: { first: result(2, 60), own: result(3, 50) },
  Ben: {},
  Cleo: { first: result(3, 50), second: result(2, 55) },
  Dan: { second: result(1, 90) },
}).map(
  ([name, results], i): Seat => ({
    seat: i + 1,
    name,
    results,
    here: true,
    place: null,
    answers: {},
    handedIn: null,
  }),
);

test('most stars first, then who is nearer to the optima; who tried nothing isn’t on it', () => {
  const { rows, puzzles } = puzzleBoardOf(seats, ['zero', 'first', 'second']);
  expect(rows.map(({ name, stars, excess }) => `${name} ${stars} ${excess}`)).toEqual([
    'Cleo 5 5',
    'Ada 5 10',
    'Dan 1 40',
  ]);
  expect(puzzles).toEqual(['first', 'second', 'own']);
});
