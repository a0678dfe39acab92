import { puzzles as texts } from '#texts/puzzles.ts';
import type { BlockAnalysis } from '../drivers/runner.ts';
import { createRandom } from '../lib/random.ts';
import type { Block } from '../model/block.ts';
import type { Scenario } from '../model/scenario.ts';
import type { RunSettings } from '../model/settings.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { listSchedule } from './list-schedule.ts';
import { lowerBounds } from './lower-bounds.ts';
import { composePuzzle, type Level, type Puzzle } from './puzzle.ts';
import { type Endless, endlessId } from './puzzle-id.ts';
import { randomThreads, type ThreadsShape } from './random-threads.ts';
import type { SchedulingProblem } from './scheduling-problem.ts';
import type { Solution } from './solve.ts';
import { type SolvedPuzzle, toSolvedPuzzle } from './solved-puzzle.ts';
import { toProblem } from './to-problem.ts';

const SHAPES: Readonly<Record<Level, ThreadsShape & { readonly lanes: number }>> = {
  1: { transactions: 5, chains: 1, lanes: 2 },
  2: { transactions: 7, chains: 2, lanes: 2 },
  3: { transactions: 10, chains: 3, lanes: 3 },
  4: { transactions: 12, chains: 3, lanes: 3 },
  5: { transactions: 14, chains: 4, lanes: 4 },
};

/** So many blocks are tried; about two thirds of those drawn are worth solving. */
const TRIES = 30;
/** Apart by this much, the random numbers of one seed's tries don't come again as another's. */
const TRIES_APART = 1_000_003;

export interface FindDeps {
  /** Serial execution of a block; null when it was cancelled. */
  readonly analyse: (block: Block, settings: RunSettings) => Promise<BlockAnalysis | null>;
  /** An answer, proven or not within the time allowed; null when it was cancelled. */
  readonly solve: (problem: SchedulingProblem) => Promise<Solution | null>;
  readonly onTry?: (tries: number) => void;
}

export interface FoundPuzzle {
  readonly puzzle: Puzzle;
  readonly solved: SolvedPuzzle;
}

/**
 * Draws blocks by the seed until one is worth solving: taking its transactions in block order isn't best, and from the fourth level on
 * neither is any other simple rule. `cancelled` and `none` (within TRIES) are no failures; what `deps` throw is.
 */
export async function findPuzzle(wanted: Endless, deps: FindDeps): Promise<FoundPuzzle | 'cancelled' | 'none'> {
  const { lanes } = SHAPES[wanted.level];
  for (let tries = 1; tries <= TRIES; tries++) {
    deps.onTry?.(tries);
    const scenario = drawScenario(wanted, tries);
    const { block } = buildBlock(scenario);
    if (!block) throw new Error('the block drawn can’t be built');
    const analysis = await deps.analyse(block, scenario.settings);
    if (!analysis) return 'cancelled';
    const problem = toProblem(block, lanes, analysis);
    if (listSchedule(problem, 'block-order').makespan <= Math.max(...Object.values(lowerBounds(problem)))) continue;
    const solution = await deps.solve(problem);
    if (!solution) return 'cancelled';
    const solved = toSolvedPuzzle(problem, solution);
    if (isWorthSolving(solved, wanted.level)) return { puzzle: toPuzzle(wanted, scenario), solved };
  }
  return 'none';
}

function drawScenario({ seed, level }: Endless, tries: number): Scenario {
  const { lanes, ...shape } = SHAPES[level];
  const random = createRandom(Math.imul(seed * 5 + level, TRIES_APART) + tries);
  return composePuzzle({
    title: texts.endlessTitle(seed, texts.levels[level]),
    note: texts.endlessNote(seed),
    lanes,
    transactions: randomThreads(random, shape),
  });
}

function isWorthSolving({ solution, rules }: SolvedPuzzle, level: Level): boolean {
  if (rules['block-order'] <= solution.makespan) return false;
  return level < 4 || Math.min(...Object.values(rules)) > solution.makespan;
}

function toPuzzle(wanted: Endless, scenario: Scenario): Puzzle {
  return {
    id: endlessId(wanted),
    level: wanted.level,
    lanes: scenario.settings.lanes,
    title: scenario.title,
    sentence: scenario.note,
    idea: texts.endlessIdea,
    scenario: () => scenario,
  };
}
