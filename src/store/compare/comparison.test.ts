import { describe, expect, test, vi } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { createStore } from 'zustand/vanilla';
import type { DocumentState } from '../app.ts';
import { createScriptedRunner } from '../test-support/scripted-runner.ts';
import { createComparison } from './comparison.ts';
import { runsToCsv } from './csv.ts';
import { wayKey, withWay } from './points.ts';

function documentOf(scenario = EXAMPLES[0].scenario()) {
  const { block } = buildBlock(scenario);
  const state = { key: 'test', scenario, block, problems: [], canUndo: false, canRedo: false };
  return createStore<DocumentState>(() => ({ ...state, undoLabel: null, redoLabel: null }));
}

const way = (engine: 'dag' | 'block-stm', lanes: number) => ({ engine, lanes });
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('createComparison', () => {
  test('runs engine by engine, and asks for nothing twice', async () => {
    const runner = createScriptedRunner();
    const comparison = createComparison({ document: documentOf(), compare: runner.compare });
    comparison.want([way('dag', 1), way('block-stm', 1), way('dag', 2)], false);
    expect(runner.comparisons).toHaveLength(1);
    const [first] = runner.comparisons;
    expect(first?.request.points.map(({ settings, log }) => [settings.engine, settings.lanes, log])).toEqual([
      ['dag', 1, false],
      ['dag', 2, false],
    ]);
    first?.progress({ phase: 'running', done: 1, total: 2 });
    expect(comparison.store.getState()).toMatchObject({ status: 'working', done: 1, total: 3 });
    const refused = (settings: never) => ({ kind: 'refused', settings, refusal: { message: 'no' } }) as const;
    await first?.settle({ kind: 'done', value: [refused(0 as never), refused(0 as never)] });
    expect(comparison.store.getState().runs.get(wayKey(way('dag', 2)))).toMatchObject({ kind: 'refused' });
    expect(runner.comparisons).toHaveLength(2);
    await runner.comparisons[1]?.settle({ kind: 'done', value: [refused(0 as never)] });
    expect(comparison.store.getState()).toMatchObject({ status: 'idle', done: 3, total: 3 });

    comparison.want([way('dag', 2)], false);
    expect(runner.comparisons).toHaveLength(2);
  });

  test('a new wish, a change of the block and cancelling each end the job under way', async () => {
    const runner = createScriptedRunner();
    const document = documentOf();
    const comparison = createComparison({ document, compare: runner.compare });
    comparison.want([way('dag', 1)], true);
    comparison.want([way('dag', 4)], true);
    expect(runner.comparisons.map(({ cancelled }) => cancelled)).toEqual([true, false]);
    const other = EXAMPLES[1]?.scenario() ?? EXAMPLES[0].scenario();
    document.setState({ scenario: other, block: buildBlock(other).block });
    expect(runner.comparisons.map(({ cancelled }) => cancelled)).toEqual([true, true, false]);
    comparison.cancel();
    await later();
    expect(runner.comparisons[2]?.cancelled).toBe(true);
    expect(comparison.store.getState().status).toBe('cancelled');
  });

  test('another engine or number of lanes in the document changes nothing', () => {
    const runner = createScriptedRunner();
    const document = documentOf();
    const comparison = createComparison({ document, compare: runner.compare });
    comparison.want([way('dag', 1)], true);
    const { scenario } = document.getState();
    document.setState({ scenario: { ...scenario, settings: { ...scenario.settings, engine: 'race', lanes: 7 } } });
    expect(runner.comparisons).toHaveLength(1);
  });

  test('says why it failed', async () => {
    const runner = createScriptedRunner();
    const comparison = createComparison({ document: documentOf(), compare: runner.compare });
    comparison.want([way('dag', 1)], true);
    await runner.comparisons[0]?.settle({ kind: 'failed', message: 'a worker was lost' });
    expect(comparison.store.getState()).toMatchObject({ status: 'failed', message: 'a worker was lost' });
  });

  test('gives the figures that the document has when it is opened this way', async () => {
    const runner = createLocalRunner();
    const document = documentOf();
    const comparison = createComparison({ document, compare: runner.compare });
    comparison.want([way('dag', 3)], true);
    await vi.waitFor(() => expect(comparison.store.getState()).toMatchObject({ status: 'idle', done: 1 }));
    const run = comparison.store.getState().runs.get(wayKey(way('dag', 3)));
    const { scenario, block } = document.getState();
    if (!block || run?.kind !== 'done') throw new Error('expected a run');
    const { settings } = withWay(scenario, way('dag', 3));
    const alone = await runner.run({ block, settings, pins: [], drawn: [] }).outcome;
    expect(alone).toMatchObject({ kind: 'done', value: { metrics: run.metrics } });
    const csv = runsToCsv([{ way: way('dag', 3), run }]).split('\r\n');
    expect(csv[0]).toContain('engine,lanes,makespan_gas,speedup');
    expect(csv[1]).toMatch(new RegExp(`^dag,3,${run.metrics.makespan},`));
  });
});

test('a refusal with commas and quotes stays one field', () => {
  const settings = EXAMPLES[0].scenario().settings;
  const run = { kind: 'refused', settings, refusal: { message: 'lanes 1, 2 "cross"' } } as const;
  expect(runsToCsv([{ way: way('dag', 2), run }])).toContain('"lanes 1, 2 ""cross"""');
});
