import type { Puzzle } from '../puzzle.ts';
import { LEVEL_1 } from './level-1.ts';
import { LEVEL_2 } from './level-2.ts';
import { LEVEL_3 } from './level-3.ts';
import { LEVEL_4 } from './level-4.ts';
import { LEVEL_5 } from './level-5.ts';

/** In the order of the list, which is that of the next one. */
export const PUZZLES: readonly Puzzle[] = [...LEVEL_1, ...LEVEL_2, ...LEVEL_3, ...LEVEL_4, ...LEVEL_5];
