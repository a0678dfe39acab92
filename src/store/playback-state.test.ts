import { expect, test } from 'vitest';
import { mixedDefi } from '../workloads/examples/mixed-defi.ts';
import { drawLog } from '../chart/test-events.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { transactionsAt } from './playback-state.ts';

test('a run tells of the transactions that it is of, whatever the settings are now, and of no others', () => {
  const scenario = mixedDefi.scenario();
  const { block } = buildBlock(scenario);
  if (!block) throw new Error('the first example has problems');
  const run = { events: drawLog('0 L1 start 2.0\n9 L1 finish 2.0'), subject: { scenario, block } };
  const statusOf2 = (of: typeof scenario, time: number) => transactionsAt(run, of, time)[2]?.status;
  expect(statusOf2(scenario, 5)).toBe('executing');
  expect(statusOf2({ ...scenario, settings: { ...scenario.settings, lanes: 7 } }, 9)).toBe('executed');
  expect(statusOf2({ ...scenario, transactions: scenario.transactions.slice(1) }, 9)).toBeUndefined();
  expect(transactionsAt({ events: [], subject: null }, scenario, 9)).toEqual([]);
});
