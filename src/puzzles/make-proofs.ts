import { createLocalRunner } from '../drivers/local-runner.ts';
import type { Scenario } from '../model/scenario.ts';
import { buildBlock } from '../workloads/build-block.ts';
import type { Puzzle } from './puzzle.ts';
import type { SchedulingProblem } from './scheduling-problem.ts';
import { solve } from './solve.ts';
import { type SolvedPuzzle, toSolvedPuzzle } from './solved-puzzle.ts';
import { toProblem } from './to-problem.ts';

/** Answers with their proofs, by id of the puzzle. Throws for a block that can't be built or holds a transaction that isn't valid. */
export async function makeProofs(puzzles: readonly Puzzle[]): Promise<Readonly<Record<string, SolvedPuzzle>>> {
  const proofs: Record<string, SolvedPuzzle> = {};
  for (const puzzle of puzzles) {
    const problem = await recordProblem(puzzle.scenario());
    proofs[puzzle.id] = toSolvedPuzzle(problem, solve(problem));
  }
  return proofs;
}

/** Executes the block once, in this thread, to have its gas and dependencies. */
async function recordProblem(scenario: Scenario): Promise<SchedulingProblem> {
  const { block, problems } = buildBlock(scenario);
  if (!block || problems.length > 0) {
    throw new Error(`${scenario.title}: ${problems.map(({ message }) => message).join('; ')}`);
  }
  const outcome = await createLocalRunner().analyse(block, scenario.settings).outcome;
  if (outcome.kind !== 'done') throw new Error(`${scenario.title}: the analysis ended as ${outcome.kind}`);
  const invalid = outcome.value.serial.executions.findIndex(({ kind }) => kind !== 'executed');
  if (invalid >= 0) throw new Error(`${scenario.title}: transaction ${invalid} isn't valid`);
  return toProblem(block, scenario.settings.lanes, outcome.value);
}

/** As a file that can be compared line by line: one line for each list of numbers. */
export function proofsToText(proofs: Readonly<Record<string, SolvedPuzzle>>): string {
  const text = JSON.stringify(proofs, null, 2);
  return `${text.replace(/\[[\d\s,]*\]/g, (list) => list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'))}\n`;
}
