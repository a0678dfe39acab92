import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { createLocalRunner } from '../drivers/local-runner.ts';
import type { RunMetrics } from '../model/run.ts';
import type { Scenario } from '../model/scenario.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { PUZZLES } from './collection/index.ts';
import { grade, thresholdsOf } from './grade.ts';
import { listSchedule } from './list-schedule.ts';
import { makeProofs, proofsToText } from './make-proofs.ts';
import { proofOf } from './proofs.ts';
import { LEVELS } from './puzzle.ts';
import { makespanOf } from './scheduling-problem.ts';
import { withPlacement } from './solved-puzzle.ts';

/** A real run, checked against serial execution. */
async function runOf(scenario: Scenario): Promise<RunMetrics> {
  const { block, pins, drawn } = buildBlock(scenario);
  if (!block) throw new Error(`${scenario.title} is no block`);
  const outcome = await createLocalRunner().run({ block, settings: scenario.settings, pins, drawn }).outcome;
  if (outcome.kind !== 'done') throw new Error(`${scenario.title}: ${outcome.kind}`);
  expect(outcome.value.check.equal).toBe(true);
  return outcome.value.metrics;
}

test('the stored proofs are what executing and solving every puzzle again gives', async () => {
  const file = await readFile(new URL('./proofs.artifact.json', import.meta.url), 'utf8');
  expect(file).toBe(proofsToText(await makeProofs(PUZZLES)));
}, 60_000);

describe.each(PUZZLES.map((puzzle) => [puzzle.id, puzzle] as const))('%s', (_, puzzle) => {
  const proof = proofOf(puzzle);

  it('the engine takes exactly as long for the optimal placement, and no less than any bound', async () => {
    const metrics = await runOf(withPlacement(puzzle.scenario(), proof.solution.placement));
    expect(metrics.makespan).toBe(proof.solution.makespan);
    expect(metrics.criticalPath).toBe(proof.bounds.criticalPath);
    expect(Math.max(...Object.values(proof.bounds))).toBeLessThanOrEqual(metrics.makespan);
  });

  it('and for block order, which is never best: there is something to find', async () => {
    const { placement, makespan } = listSchedule(proof.problem, 'block-order');
    const metrics = await runOf(withPlacement(puzzle.scenario(), placement));
    expect(metrics.makespan).toBe(makespan);
    expect(makespan).toBe(proof.rules['block-order']);
    expect(makespan).toBeGreaterThan(proof.solution.makespan);
  });

  it('is proven; three, two, one stars and none are far enough apart to be told apart', () => {
    expect(proof.solution.proof).not.toBe('none');
    expect(proof.solution.bound).toBe(proof.solution.makespan);
    const { three, two, one } = thresholdsOf(proof);
    expect([three, two, one].map((makespan) => grade(proof, makespan))).toEqual([3, 2, 1]);
    expect(grade(proof, three + 1)).toBe(2);
    expect(grade(proof, two + 1)).toBe(1);
    expect(grade(proof, one + 1)).toBe(0);
    expect(grade(proof, proof.rules['block-order'])).toBe(1);
  });
});

describe('the collection', () => {
  it('has at least fifteen puzzles of every level, from four cards on two lanes to sixteen on four', () => {
    expect(PUZZLES.length).toBeGreaterThanOrEqual(15);
    expect(new Set(PUZZLES.map(({ id }) => id)).size).toBe(PUZZLES.length);
    expect(new Set(PUZZLES.map(({ level }) => level))).toEqual(new Set(LEVELS));
    const sizes = PUZZLES.map((puzzle) => [proofOf(puzzle).problem.gas.length, puzzle.lanes]);
    expect(sizes[0]).toEqual([4, 2]);
    expect(sizes.at(-1)).toEqual([16, 4]);
  });

  const rulesOf = (id: string) => proofOf({ id }).rules;

  it('what the ideas claim of the simple rules is so', () => {
    for (const id of ['longest-first', 'fan-in'] as const) {
      expect(rulesOf(id)['longest-first'], id).toBeGreaterThan(proofOf({ id }).solution.makespan);
    }
    expect(rulesOf('four-cards')['longest-first']).toBe(proofOf({ id: 'four-cards' }).solution.makespan);
    expect(rulesOf('longest-first')['critical-path']).toBe(proofOf({ id: 'longest-first' }).solution.makespan);
    for (const id of ['no-rule', 'two-markets', 'full-house'] as const) {
      const best = Math.min(...Object.values(rulesOf(id)));
      expect(best / proofOf({ id }).solution.makespan, id).toBeGreaterThan(id === 'full-house' ? 1.08 : 1);
    }
    const nearly = rulesOf('supply-chain')['critical-path'] / proofOf({ id: 'supply-chain' }).solution.makespan;
    expect(nearly).toBeGreaterThan(1);
    expect(nearly).toBeLessThan(1.01);
  });

  it('with one lane more, block order ends later: Graham’s anomaly', async () => {
    const { problem } = proofOf({ id: 'more-lanes' });
    const onThree = listSchedule({ ...problem, lanes: 3 }, 'block-order');
    expect(makespanOf({ ...problem, lanes: 3 }, onThree.placement)).toBe(onThree.makespan);
    expect(onThree.makespan).toBeLessThan(listSchedule(problem, 'block-order').makespan);
  });

  it.each([
    ['town-hall', [1, 4, 9]],
    ['counting-house', [5, 9, 13]],
  ] as const)('%s: the file can’t keep a lane to itself', (id, file) => {
    const { problem, solution } = proofOf({ id });
    const total = (txs: readonly number[]) => txs.reduce((sum, tx) => sum + (problem.gas[tx] ?? 0), 0);
    const others = [...problem.gas.keys()].filter((tx) => !(file as readonly number[]).includes(tx));
    expect(total(file) + Math.min(...others.map((tx) => problem.gas[tx] ?? 0))).toBeGreaterThan(solution.makespan);
    expect(total(others) / (problem.lanes - 1)).toBeGreaterThan(solution.makespan);
  });
});
