import type { PuzzleResult } from '../../class/hand.ts';
import type { Seat } from '../../class/roster.ts';

/** Who has solved which puzzle, and how well. */
export interface PuzzleBoard {
  /** Those that somebody has tried: known ones in their order, then others as they come. */
  readonly puzzles: readonly { readonly id: string; readonly title: string; readonly optimum: number | null }[];
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

/** A puzzle whose optimum is proven here: of a result only the makespan is believed, and none below the optimum. */
export interface KnownPuzzle {
  readonly id: string;
  readonly title: string;
  readonly optimum: number;
  starsFor(makespan: number): number;
}

/** Those who have tried at least one. */
export function puzzleBoardOf(seats: readonly Seat[], known: readonly KnownPuzzle[] = []): PuzzleBoard {
  const checked = seats.map((seat) => ({ ...seat, results: checkResults(seat.results, known) }));
  const tried = new Set(checked.flatMap(({ results }) => Object.keys(results)));
  const others = [...tried].filter((id) => !known.some((puzzle) => puzzle.id === id));
  const rows = checked
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
    puzzles: [
      ...known.filter(({ id }) => tried.has(id)).map(({ id, title, optimum }) => ({ id, title, optimum })),
      ...others.map((id) => ({ id, title: id, optimum: null })),
    ],
    rows: rows.sort((a, b) => b.stars - a.stars || a.excess - b.excess || a.seat - b.seat),
  };
}

function checkResults(results: Seat['results'], known: readonly KnownPuzzle[]): Record<string, PuzzleResult> {
  const checked = Object.entries(results).flatMap(([id, result]): [string, PuzzleResult][] => {
    const puzzle = known.find((each) => each.id === id);
    if (!puzzle) return [[id, result]];
    const { makespan } = result;
    if (makespan < puzzle.optimum) return [];
    return [[id, { makespan, optimum: puzzle.optimum, stars: puzzle.starsFor(makespan) }]];
  });
  return Object.fromEntries(checked);
}
