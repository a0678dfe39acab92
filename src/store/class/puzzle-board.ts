import type { PuzzleResult } from '../../class/hand.ts';
import type { Seat } from '../../class/roster.ts';

/** Who has solved which puzzle, and how well. */
export interface PuzzleBoard {
  /** In the order in which they are given. */
  readonly puzzles: readonly string[];
  /** Most stars first; of equals whoever needs less above the optima, then the order of joining. */
  readonly rows: readonly PuzzleRow[];
}

export interface PuzzleRow {
  readonly seat: number;
  readonly name: string;
  readonly stars: number;
  /** Makespans over optima, summed: 0 for who has reached all of them. */
  readonly excess: number;
  readonly results: Readonly<Record<string, PuzzleResult>>;
}

/** Those who have tried at least one. `order`: ids of known puzzles; others follow as they come. */
export function puzzleBoardOf(seats: readonly Seat[], order: readonly string[] = []): PuzzleBoard {
  const tried = new Set(seats.flatMap(({ results }) => Object.keys(results)));
  const known = order.filter((id) => tried.has(id));
  const rows = seats
    .filter(({ results }) => Object.keys(results).length > 0)
    .map(({ seat, name, results }) => {
      const all = Object.values(results);
      return {
        seat,
        name,
        results,
        stars: all.reduce((sum, { stars }) => sum + stars, 0),
        excess: all.reduce((sum, { makespan, optimum }) => sum + Math.max(0, makespan - optimum), 0),
      };
    });
  return {
    puzzles: [...known, ...[...tried].filter((id) => !known.includes(id))],
    rows: rows.sort((a, b) => b.stars - a.stars || a.excess - b.excess || a.seat - b.seat),
  };
}
