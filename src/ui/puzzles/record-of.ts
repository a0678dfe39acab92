import { grade } from '../../puzzles/grade.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import type { Puzzle } from '../../puzzles/puzzle.ts';
import type { PuzzleRecord, PuzzleRecords } from '../../puzzles/puzzle-records.ts';

/** The best of a puzzle of the collection, graded anew: storage is outside, and says only what was reached. Null: none that can be. */
export function recordOf(puzzle: Puzzle, records: PuzzleRecords): PuzzleRecord | null {
  const record = records.get(puzzle.id);
  const solved = proofOf(puzzle);
  if (!record || record.makespan < solved.solution.makespan) return null;
  const stars = grade(solved, record.makespan);
  return stars > 0 ? { stars, makespan: record.makespan } : null;
}

export function totalStars(puzzles: readonly Puzzle[], records: PuzzleRecords): number {
  return puzzles.reduce((sum, puzzle) => sum + (recordOf(puzzle, records)?.stars ?? 0), 0);
}
