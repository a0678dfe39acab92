import { expect, test } from 'vitest';
import { gas, txIndex } from '../../model/ids.ts';
import { DEFAULT_SETTINGS, ZERO_COSTS } from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { analyseBlock, runBlock } from '../run-block.ts';
import { GAS_PACE, paceOf, timeOf } from './pace.ts';

const work = { transaction: 5000, compute: 300, read: 900, write: 100 };

async function analysed() {
  const { block } = buildBlock(EXAMPLES[0].scenario());
  if (!block) throw new Error('the first example has problems');
  const outcome = await analyseBlock(block, { fees: 'delta', credits: 'strict' });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return { block, executions: outcome.value.serial.executions };
}

test('without costs of work, time is gas', async () => {
  const { executions } = await analysed();
  expect(paceOf(ZERO_COSTS, executions)).toEqual({});
  expect(GAS_PACE.at(txIndex(0), 77)).toBe(77);
  for (const execution of executions) {
    expect(GAS_PACE.of(execution)).toBe(execution.kind === 'executed' ? execution.receipt.gasUsed : 0);
  }
});

test('an incarnation comes along evenly, and is at its end when its gas is', async () => {
  const { executions } = await analysed();
  const { pace } = paceOf({ ...ZERO_COSTS, work }, executions);
  executions.forEach((execution, tx) => {
    if (execution.kind !== 'executed' || !pace) throw new Error('expected an execution and a pace');
    const { gasUsed } = execution.receipt;
    expect(pace.of(execution)).toBe(timeOf(execution, work));
    expect(pace.at(txIndex(tx), gasUsed)).toBe(pace.of(execution));
    expect(pace.at(txIndex(tx), gas(gasUsed / 2))).toBeCloseTo(pace.of(execution) / 2, -1);
  });
});

test('one lane takes the sum of the times, and that is the work the run is judged by', async () => {
  const { block, executions } = await analysed();
  const costs = { ...ZERO_COSTS, work };
  const settings = { ...DEFAULT_SETTINGS, engine: 'dag', lanes: 1, costs } as const;
  const outcome = await runBlock({ block, settings, pins: [], drawn: [] });
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  const { metrics, check } = outcome.value;
  const sum = executions.reduce((total, execution) => total + timeOf(execution, work), 0);
  expect(metrics).toMatchObject({ makespan: sum, work: sum, speedup: 1 });
  expect(metrics.criticalPath).toBeLessThanOrEqual(sum);
  expect(check.equal).toBe(true);
});
