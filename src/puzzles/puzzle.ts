import { puzzles as texts } from '#texts/puzzles.ts';
import type { Scenario } from '../model/scenario.ts';
import { composeScenario, type NewTx } from '../workloads/compose.ts';
import { composeBlock } from './compose-block.ts';

export const LEVELS = [1, 2, 3, 4, 5] as const;
/** From warm-up to hard. */
export type Level = (typeof LEVELS)[number];

/** A block to be placed by hand. */
export interface Puzzle {
  readonly id: string;
  readonly level: Level;
  readonly lanes: number;
  readonly title: string;
  /** One sentence: what is in the block. */
  readonly sentence: string;
  /** One sentence: what it teaches, and the key to it. */
  readonly idea: string;
  /** The block with every card still off the lanes; engine `lanes`, policy "wait", nothing but gas costs time. */
  scenario(): Scenario;
}

export type PuzzleId = keyof typeof texts.collection;

export function createPuzzle(id: PuzzleId, level: Level, lanes: number, transactions: readonly NewTx[]): Puzzle {
  const { title, sentence, idea } = texts.collection[id];
  return {
    id,
    level,
    lanes,
    title,
    sentence,
    idea,
    scenario: () => composePuzzle({ title, note: sentence, lanes, transactions }),
  };
}

export function composePuzzle(parts: {
  readonly title: string;
  readonly note: string;
  readonly lanes: number;
  readonly transactions: readonly NewTx[];
}): Scenario {
  const { title, note, lanes, transactions } = parts;
  return composeScenario({ title, note, ...composeBlock(transactions), settings: { engine: 'lanes', lanes } });
}
