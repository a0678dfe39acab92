import { puzzles as texts } from '#texts/puzzles.ts';
import type { Puzzle } from '../../puzzles/puzzle.ts';
import type { SolvedPuzzle } from '../../puzzles/solved-puzzle.ts';

/** From a bound to a whole lane: each gives away more. `name` tells a card. */
export function hintsOf(
  { idea }: Puzzle,
  { problem, solution, bounds }: SolvedPuzzle,
  name: (tx: number) => string,
): readonly string[] {
  const { criticalPath, evenShare, window } = bounds;
  const most = Math.max(criticalPath, evenShare, window);
  const bound =
    criticalPath === most
      ? texts.hintBound.criticalPath(texts.gas(criticalPath))
      : evenShare === most
        ? texts.hintBound.evenShare(texts.gas(evenShare), problem.lanes)
        : texts.hintBound.window(texts.gas(window));
  const lanes = solution.placement.filter((txs) => txs.length > 0);
  // The lane with the most cards leaves the least to find.
  const longest = lanes.reduce((a, b) => (b.length > a.length ? b : a), []);
  return [bound, idea, texts.hintFirst(lanes.map(([first = 0]) => name(first))), texts.hintLane(longest.map(name))];
}
