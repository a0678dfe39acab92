import { describe, expect, it } from 'vitest';
import { createLocalRunner } from '../drivers/local-runner.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { findPuzzle, type FindDeps } from './find-puzzle.ts';
import { LEVELS } from './puzzle.ts';
import { endlessId, parseEndless } from './puzzle-id.ts';
import { solve } from './solve.ts';
import { withPlacement } from './solved-puzzle.ts';

const runner = createLocalRunner();
const deps: FindDeps = {
  async analyse(block, settings) {
    const outcome = await runner.analyse(block, settings).outcome;
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(outcome.value.serial.executions.every(({ kind }) => kind === 'executed')).toBe(true);
    return outcome.value;
  },
  solve: async (problem) => solve(problem),
};

async function found(seed: number, level: (typeof LEVELS)[number]) {
  const answer = await findPuzzle({ seed, level }, deps);
  if (typeof answer === 'string') throw new Error(`seed ${seed}, level ${level}: ${answer}`);
  return answer;
}

describe('a puzzle by seed', () => {
  it.each(LEVELS)('level %d: worth solving, and its answer is what the engine does', async (level) => {
    for (const seed of [1, 2, 3]) {
      const { puzzle, solved } = await found(seed, level);
      expect(solved.rules['block-order']).toBeGreaterThan(solved.solution.makespan);
      const scenario = withPlacement(puzzle.scenario(), solved.solution.placement);
      const { block, pins, drawn } = buildBlock(scenario);
      if (!block) throw new Error('no block');
      const outcome = await runner.run({ block, settings: scenario.settings, pins, drawn }).outcome;
      expect(outcome).toMatchObject({ kind: 'done', value: { check: { equal: true } } });
      if (outcome.kind === 'done') expect(outcome.value.metrics.makespan).toBe(solved.solution.makespan);
    }
  });

  it('the same seed gives the same block, another seed another', async () => {
    const again = (await found(7, 3)).puzzle.scenario();
    expect((await found(7, 3)).puzzle.scenario()).toEqual(again);
    expect((await found(8, 3)).puzzle.scenario().transactions).not.toEqual(again.transactions);
  });

  it('an answer that isn’t proven in time says between what the optimum lies', async () => {
    const answer = await findPuzzle(
      { seed: 3, level: 5 },
      { ...deps, solve: async (problem) => solve(problem, () => true) },
    );
    if (typeof answer === 'string') throw new Error(answer);
    const { solution } = answer.solved;
    expect(solution.proof).toBe('none');
    expect(solution.bound).toBeLessThan(solution.makespan);
    expect(solution.bound).toBe(Math.max(...Object.values(answer.solved.bounds)));
    expect(solve(answer.solved.problem).makespan).toBeGreaterThanOrEqual(solution.bound);
  });

  it('stops when it is cancelled, at either of its works', async () => {
    expect(await findPuzzle({ seed: 1, level: 1 }, { ...deps, analyse: async () => null })).toBe('cancelled');
    expect(await findPuzzle({ seed: 1, level: 1 }, { ...deps, solve: async () => null })).toBe('cancelled');
  });
});

describe('its name in an address', () => {
  it('is read back', () => {
    expect(parseEndless(endlessId({ seed: 42, level: 4 }))).toEqual({ seed: 42, level: 4 });
    expect(parseEndless('seed:42')).toEqual({ seed: 42, level: 3 });
  });

  it.each(['seed:', 'seed:x', 'seed:1:6', 'seed:1:', 'seed:-1', 'seed:99999999999', 'seed:4000000000', 'hot-slot'])(
    '%s is none',
    (id) => expect(parseEndless(id)).toBeNull(),
  );
});
