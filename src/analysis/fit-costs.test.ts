import { expect, test } from 'vitest';
import type { RunEvent } from '../model/events.ts';
import type { FinalExecution } from '../model/execution.ts';
import { gas, laneIndex, toAddress, txIndex } from '../model/ids.ts';
import { slotOf } from '../model/location.ts';
import { fitCosts, toCostModel } from './fit-costs.ts';

const contract = toAddress(`0x${'22'.repeat(20)}`);
const version = (tx: number) => ({ tx: txIndex(tx), incarnation: 0 });
const lane = laneIndex(0);

/** Transaction `tx` reads so many slots, and computes for 1,000 gas times its index. */
function execution(tx: number): FinalExecution {
  const reads = Array.from({ length: 2 + (tx % 5) }, (_, slot) => ({
    location: slotOf(contract, `0x${slot}`),
    value: 1n,
    at: gas(0),
    credit: false,
  }));
  return {
    kind: 'executed',
    receipt: {
      type: 2,
      success: true,
      gasUsed: gas(21_000 + 2100 * reads.length + 1000 * tx),
      logs: [],
      output: '0x',
    },
    recording: { reads, writes: [], credits: [], fee: 0n },
  };
}

/** One lane: 30 µs until it begins, `gap` between tasks; 10 µs a transaction, 4 for 1,000 gas, 3 a read; then validations. */
function measuredLog(count: number, gap: number, perRead: number) {
  const executions = Array.from({ length: count }, (_, tx) => execution(tx));
  const events: RunEvent[] = [];
  let at = 30;
  executions.forEach((each, tx) => {
    events.push({ kind: 'started', at, lane, task: 'execute', version: version(tx) });
    at += 10 + 4 * tx + 3 * each.recording.reads.length;
    const { gasUsed } = each.kind === 'executed' ? each.receipt : { gasUsed: gas(0) };
    events.push({ kind: 'finished', at, lane, version: version(tx), gasUsed, success: true, writes: 0 });
    at += gap;
  });
  executions.forEach((each, tx) => {
    events.push({ kind: 'started', at, lane, task: 'validate', version: version(tx) });
    at += perRead * each.recording.reads.length;
    events.push({ kind: 'validated', at, lane, version: version(tx), ok: true });
    if (tx < count - 1) at += gap;
  });
  return { events, executions, lanes: 1, makespan: at };
}

test('costs that are known are found again in the log', () => {
  const fitted = fitCosts(measuredLog(24, 7, 0.5));
  expect(fitted?.work.transaction).toBeCloseTo(10, 4);
  expect(fitted?.work.compute).toBeCloseTo(4, 4);
  expect(fitted?.work.read).toBeCloseTo(3, 4);
  expect(fitted?.work.write).toBe(0);
  expect(fitted?.validationPerRead).toBeCloseTo(0.5, 6);
  // 47 gaps of 7 µs and 30 µs of start, shared out among 48 tasks.
  expect(fitted?.dispatch).toBeCloseTo((47 * 7 + 30) / 48, 6);
  expect(fitted?.typicalError).toBeLessThan(1e-6);
});

test('one interruption doesn’t make computing dearer; what it took is shared out among the tasks', () => {
  const log = measuredLog(24, 7, 0.5);
  const late = log.events.map((event) => (event.at > 200 ? { ...event, at: event.at + 960 } : event));
  const fitted = fitCosts({ ...log, events: late, makespan: log.makespan + 960 });
  expect(fitted?.work.compute).toBeCloseTo(4, 0);
  expect(fitted?.work.read).toBeCloseTo(3, 0);
  const shared = (47 * 7 + 30 + 960) / 48;
  expect(fitted?.dispatch).toBeGreaterThan(shared - 4);
  expect(fitted?.dispatch).toBeLessThan(shared + 4);
});

test('in whole gas, a lane comes along as fast as gas does on the average', () => {
  const log = measuredLog(24, 7, 0.5);
  const fitted = fitCosts(log);
  if (!fitted) throw new Error('expected a fit');
  const costs = toCostModel(fitted);
  const used = log.executions.reduce((sum, each) => sum + (each.kind === 'executed' ? each.receipt.gasUsed : 0), 0);
  const evm = log.executions.reduce((sum, each, tx) => sum + 10 + 4 * tx + 3 * each.recording.reads.length, 0);
  expect(fitted.gasPerMicrosecond).toBe(Math.round(used / evm));
  expect(costs.work).toEqual({
    transaction: 10 * costs.gasPerMicrosecond,
    compute: 4 * costs.gasPerMicrosecond,
    read: 3 * costs.gasPerMicrosecond,
    write: 0,
  });
  for (const cost of [costs.dispatch, costs.validationPerRead]) expect(Number.isInteger(cost)).toBe(true);
});

test('a run in which nothing could be included has nothing to fit to', () => {
  expect(fitCosts({ events: [], executions: [], lanes: 1, makespan: 0 })).toBeNull();
});
