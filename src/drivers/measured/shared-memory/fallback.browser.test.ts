import { afterEach, describe, expect, test } from 'vitest';
import type { Block } from '../../../model/block.ts';
import type { RunReport } from '../../../model/run.ts';
import { DEFAULT_SETTINGS, ENGINE_IDS, type EngineId } from '../../../model/settings.ts';
import { buildBlock } from '../../../workloads/build-block.ts';
import { generateScenario } from '../../../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../../workloads/generate/options.ts';
import { randomBlock } from '../../../workloads/random-block.ts';
import { createCoordinatorWork } from '../coordinator-work.ts';
import { createExecutorPool, type ExecutorPool } from '../executor-pool.ts';
import type { ExecutorService } from '../protocol.ts';
import { EXECUTOR } from '../roles.ts';
import { createRunMemories, type RunMemories } from '../run-memory.ts';
import { createWorkerLink } from '../worker-link.ts';

let pool: ExecutorPool | undefined;
afterEach(() => pool?.dispose());

/** Runs blocks on two workers with memories of the test's choice. */
function setUp(createMemories: () => RunMemories) {
  pool = createExecutorPool(() => {
    const url = new URL('../lanewise.worker.ts', import.meta.url);
    return createWorkerLink<ExecutorService>(new Worker(url, { type: 'module', name: EXECUTOR }));
  });
  const work = createCoordinatorWork(pool, 5000, createMemories);
  let blocks = 0;
  return async (block: Block, engine: EngineId): Promise<RunReport> => {
    const known = { id: ++blocks, block, found: new Map() };
    const settings = { ...DEFAULT_SETTINGS, engine, lanes: 2, clock: 'measured' as const };
    const context = { signal: new AbortController().signal, onProgress: () => {} };
    const outcome = await work.run(known, { settings, pins: [], drawn: [] }, context);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
}

describe('without shared memory', () => {
  test('every engine but race gives the serial result from replicas', { timeout: 300_000 }, async () => {
    const run = setUp(() => createRunMemories(false));
    for (let seed = 0; seed < (import.meta.env.LONG ? 100 : 6); seed++) {
      for (const engine of ENGINE_IDS) {
        if (engine === 'race') continue;
        const { check, measured } = await run(randomBlock(seed, 2 + (seed % 14)), engine);
        expect(check.differences, `${engine}, block ${seed}`).toEqual([]);
        expect(measured?.memory).toBe('replica');
      }
    }
  });
});

describe('shared memory that is too small', () => {
  const scenario = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 400, accounts: 50, contention: 1 });
  const block = buildBlock(scenario).block as Block;

  test.each(['block-stm', 'in-order'] as const)('%s starts again with replicas', async (engine) => {
    const run = setUp(() => createRunMemories(true, 1 << 17));
    const { check, measured } = await run(block, engine);
    expect(check.differences).toEqual([]);
    expect(measured?.memory).toBe('replica');
  });

  test('while it is large enough, it is shared', async () => {
    const run = setUp(() => createRunMemories(true, 1 << 26));
    const { check, measured } = await run(block, 'block-stm');
    expect(check.differences).toEqual([]);
    expect(measured?.memory).toBe('shared');
  });
});
