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
  const { rows, puzzles } = puzzleBoardOf(seats);
  expect(rows.map(({ name, stars, excess }) => `${name} ${stars} ${excess}`)).toEqual([
    'Cleo 5 5',
    'Ada 5 10',
    'Dan 1 40',
  ]);
  expect(puzzles.map(({ id }) => id)).toEqual(['first', 'own', 'second']);
});

test('of a known puzzle only the makespan is believed, and none below the optimum', () => {
  const known = ['zero', 'second', 'first'].map((id) => ({
    id,
    title: id.toUpperCase(),
    optimum: 52,
    starsFor: (makespan: number) => (makespan === 52 ? 3 : makespan < 80 ? 2 : 0),
  }));
  const { rows, puzzles } = puzzleBoardOf(seats, known);
  expect(puzzles.map(({ title, optimum }) => `${title} ${optimum}`)).toEqual(['SECOND 52', 'FIRST 52', 'own null']);
  expect(rows.map(({ name, stars, excess }) => `${name} ${stars} ${excess}`)).toEqual([
    'Ada 5 8',
    // The 50 that would beat the optimum isn't there.
    'Cleo 2 3',
    'Dan 0 38',
  ]);
});
