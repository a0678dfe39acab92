import { describe, expect, test, vi } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import { createScriptedRunner } from '../test-support/scripted-runner.ts';
import { createSweep } from './sweep.ts';
import { generatorOptionsAt, mixWithShare, scenarioAt, SWEEP_VALUES, type SweepSpec } from './sweep-spec.ts';

const spec: SweepSpec = {
  parameter: 'contention',
  kind: 'swap',
  engines: ['dag', 'block-stm'],
  lanes: 4,
  seeds: 1,
  base: { ...DEFAULT_GENERATOR_OPTIONS, transactions: 12, accounts: 12 },
  settings: DEFAULT_SETTINGS,
};

describe('sweep-spec', () => {
  test('a share takes its part; the others keep their proportions', () => {
    expect(mixWithShare({ payment: 3, transfer: 1, swap: 7 }, 'swap', 0.2)).toEqual({
      payment: expect.closeTo(0.6),
      transfer: expect.closeTo(0.2),
      swap: 0.2,
    });
    expect(mixWithShare({ swap: 2 }, 'swap', 0.5)).toEqual({ swap: 1 });
  });

  test('every value of every parameter makes a block', () => {
    for (const [parameter, values] of Object.entries(SWEEP_VALUES)) {
      for (const value of [values[0] ?? 0, values.at(-1) ?? 0]) {
        const at = { ...spec, parameter: parameter as SweepSpec['parameter'] };
        const scenario = scenarioAt(at, value, 1, { engine: 'dag', lanes: 4 });
        expect(buildBlock(scenario).block, `${parameter} ${value}`).not.toBeNull();
      }
    }
  });

  test('a cost is the run’s, not the block’s', () => {
    const costs = { ...spec, parameter: 'dispatch' } as const;
    expect(generatorOptionsAt(costs, 5000, 2)).toEqual(generatorOptionsAt(costs, 0, 2));
    expect(scenarioAt(costs, 5000, 2, { engine: 'dag', lanes: 4 }).settings.costs.dispatch).toBe(5000);
  });
});

describe('createSweep', () => {
  test('samples every value on every engine', async () => {
    const sweep = createSweep({ compare: createLocalRunner().compare });
    sweep.start(spec);
    await vi.waitFor(() => expect(sweep.store.getState().status).toBe('done'), 20_000);
    const { samples, done, total } = sweep.store.getState();
    expect([done, total]).toEqual([9, 9]);
    expect(samples).toHaveLength(18);
    for (const { speedup, bound, equal, abortRate } of samples) {
      expect(equal).toBe(true);
      expect(speedup).toBeLessThanOrEqual(bound + 1e-9);
      expect(abortRate).toBeGreaterThanOrEqual(0);
    }
    expect(samples.filter(({ engine }) => engine === 'dag').every(({ abortRate }) => abortRate === 0)).toBe(true);
  });

  test('cancelled, it keeps what it has found; started again, it begins anew', async () => {
    const runner = createScriptedRunner();
    const sweep = createSweep({ compare: runner.compare });
    sweep.start(spec);
    await runner.comparisons[0]?.settle({ kind: 'done', value: [] });
    sweep.cancel();
    expect(runner.comparisons[1]?.cancelled).toBe(true);
    expect(sweep.store.getState()).toMatchObject({ status: 'cancelled', done: 1 });
    sweep.start(spec);
    expect(sweep.store.getState()).toMatchObject({ status: 'working', done: 0 });
  });
});
