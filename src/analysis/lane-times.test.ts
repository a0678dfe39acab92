import { expect, test } from 'vitest';
import type { RunEvent, WaitCause } from '../model/events.ts';
import { gas, laneIndex, txIndex } from '../model/ids.ts';
import { addLaneTimes, laneTimesOf } from './lane-times.ts';

const version = (tx: number) => ({ tx: txIndex(tx), incarnation: 0 });
const started = (at: number, lane: number, tx: number, task: 'execute' | 'validate' = 'execute'): RunEvent => ({
  kind: 'started',
  at,
  lane: laneIndex(lane),
  task,
  version: version(tx),
});
const finished = (at: number, lane: number, tx: number): RunEvent => ({
  kind: 'finished',
  at,
  lane: laneIndex(lane),
  version: version(tx),
  gasUsed: gas(21_000),
  success: true,
  writes: 1,
});
const committed = (at: number, tx: number): RunEvent => ({ kind: 'committed', at, version: version(tx) });
const validated = (at: number, lane: number, tx: number): RunEvent => ({
  kind: 'validated',
  at,
  lane: laneIndex(lane),
  version: version(tx),
  ok: true,
});
const waiting = (at: number, lane: number): RunEvent => ({
  kind: 'waiting',
  at,
  lane: laneIndex(lane),
  cause: { kind: 'dependency', tx: txIndex(1), on: txIndex(0) } satisfies WaitCause,
});

test('a lane that waits for another: waiting until the coordinator hears of the end, messages from then on', () => {
  const events = [
    waiting(5, 1),
    started(80, 0, 0),
    finished(200, 0, 0),
    committed(260, 0),
    started(330, 1, 1),
    finished(400, 1, 1),
    committed(450, 1),
  ];
  const [first, second] = laneTimesOf(events, 2, 400);
  expect(first).toEqual({ start: 80, evm: 120, validation: 0, waiting: 200, messages: 0 });
  // From the news to its start.
  expect(second).toEqual({ start: 0, evm: 70, validation: 0, waiting: 260, messages: 70 });
});

test('gaps of a lane that has never been told to wait are messages', () => {
  const events = [started(50, 0, 0), finished(90, 0, 0), started(95, 0, 1), finished(130, 0, 1), started(250, 0, 2)];
  const [lane] = laneTimesOf([...events, finished(300, 0, 2)], 1, 300);
  expect(lane).toEqual({ start: 50, evm: 125, validation: 0, waiting: 0, messages: 125 });
});

test('a validation on an idle lane takes its time; beside an execution it takes none', () => {
  const events = [
    started(10, 0, 0),
    finished(40, 0, 0),
    started(60, 0, 1),
    validated(70, 0, 0),
    finished(100, 0, 1),
    started(130, 0, 1, 'validate'),
    validated(150, 0, 1),
  ];
  expect(laneTimesOf(events, 1, 150)).toEqual([{ start: 10, evm: 70, validation: 20, waiting: 0, messages: 50 }]);
});

test('a lane that ends and is told to wait later: until then its result was on its way', () => {
  const events = [started(10, 0, 0), finished(50, 0, 0), committed(80, 0), waiting(85, 0), committed(200, 1)];
  const [lane] = laneTimesOf([...events, started(230, 0, 2), finished(260, 0, 2)], 1, 260);
  expect(lane).toEqual({ start: 10, evm: 70, validation: 0, waiting: 115, messages: 65 });
});

test('a lane that never gets anything has waited from the start, though it was told late', () => {
  const [, second] = laneTimesOf([started(10, 0, 0), waiting(30, 1), finished(40, 0, 0), committed(60, 0)], 2, 60);
  expect(second).toMatchObject({ waiting: 60, messages: 0 });
});

test('a lane that had nothing to do has waited all the time', () => {
  expect(laneTimesOf([started(10, 0, 0), finished(40, 0, 0)], 2, 40)[1]).toEqual({
    start: 0,
    evm: 0,
    validation: 0,
    waiting: 40,
    messages: 0,
  });
});

test('sums over lanes', () => {
  const lane = { start: 1, evm: 2, validation: 3, waiting: 4, messages: 5 };
  expect(addLaneTimes([lane, lane])).toEqual({ start: 2, evm: 4, validation: 6, waiting: 8, messages: 10 });
});
