import { expect, test } from 'vitest';
import type { LaneTimes } from '../../analysis/lane-times.ts';
import { toRunMetrics } from '../../analysis/metrics.ts';
import { gas } from '../../model/ids.ts';
import { explainTime } from './explain-time.ts';

const run = (work: number, makespan: number, reexecutedGas = 0) => ({
  metrics: {
    ...toRunMetrics({ engine: 'dag', lanes: 2, clock: 'measured', events: [], work, criticalPath: 1 }),
    makespan,
    incarnations: 12,
    reexecutedGas: gas(reexecutedGas),
  },
});
const times = (parts: Partial<LaneTimes>): LaneTimes => ({
  start: 0,
  evm: 0,
  validation: 0,
  waiting: 0,
  messages: 0,
  ...parts,
});

test('a short block: what it lost to messages, and that it is short', () => {
  const [first, ...others] = explainTime(run(1350, 2500), 2, times({ start: 1000, messages: 1200, evm: 1400 }), 8);
  expect(first).toMatch(/took 44% of the lanes’ time\. .* over in 1\.35 ms on one lane/);
  expect(others).toEqual([]);
});

test('a long one is not called short, and nobody is promised anything', () => {
  const [first] = explainTime(run(115_000, 100_000), 2, times({ messages: 90_000, evm: 110_000 }), 8);
  expect(first).toBe('Getting under way and passing messages took 45% of the lanes’ time.');
});

test('waiting, where it is more than messages', () => {
  const [first] = explainTime(run(1000, 1000), 2, times({ messages: 650, waiting: 1000, evm: 350 }), 8);
  expect(first).toMatch(/^Lanes waited for 50% of their time/);
});

test('executing that took longer than alone, with what may be the reason', () => {
  const slow = times({ evm: 2680, messages: 300 });
  const [first, second] = explainTime(run(1350, 1600, 50_000), 2, slow, 2);
  expect(first).toMatch(/^84% .* executing/);
  expect(second).toMatch(
    /^Executing took 2\.0 times as long as on one lane alone \(1\.35 ms\)\. Runs .* 2 workers .* 2 threads/,
  );
  expect(explainTime(run(1350, 1600), 2, slow, 8)[1]).toBe(
    'Executing took 2.0 times as long as on one lane alone (1.35 ms).',
  );
});
