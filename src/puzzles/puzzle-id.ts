import { LEVELS, type Level } from './puzzle.ts';

/** An endless puzzle: the same seed and level give the same block. */
export interface Endless {
  readonly seed: number;
  readonly level: Level;
}

export const LARGEST_SEED = 2 ** 31 - 1;
const DEFAULT_LEVEL: Level = 3;

/** `seed:42:4`, as in an address; `seed:42` is one of middle level. Null for anything else. */
export function parseEndless(id: string): Endless | null {
  const parts = /^seed:(\d{1,10})(?::([1-5]))?$/.exec(id);
  if (!parts) return null;
  const seed = Number(parts[1]);
  const level = LEVELS.find((each) => String(each) === parts[2]) ?? DEFAULT_LEVEL;
  return seed <= LARGEST_SEED ? { seed, level } : null;
}

export function endlessId({ seed, level }: Endless): string {
  return `seed:${seed}:${level}`;
}
