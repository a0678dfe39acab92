import type { Puzzle } from './puzzle.ts';
import stored from './proofs.artifact.json' with { type: 'json' };
import type { SolvedPuzzle } from './solved-puzzle.ts';

/** Made by `npm run puzzles`; a test makes them again. */
const PROOFS = stored as Readonly<Record<string, SolvedPuzzle>>;

/** The answer to a puzzle of the collection. */
export function proofOf({ id }: Pick<Puzzle, 'id'>): SolvedPuzzle {
  const proof = Object.hasOwn(PROOFS, id) ? PROOFS[id] : undefined;
  if (!proof) throw new Error(`no proof is stored for the puzzle ${id}: run npm run puzzles`);
  return proof;
}
