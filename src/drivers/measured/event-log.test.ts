import { expect, test } from 'vitest';
import { laneIndex, txIndex } from '../../model/ids.ts';
import type { RunEvent } from '../../model/events.ts';
import { createEventLog } from './event-log.ts';

const started = (tx: number, at: number): RunEvent => ({
  kind: 'started',
  task: 'execute',
  version: { tx: txIndex(tx), incarnation: 0 },
  lane: laneIndex(0),
  at,
});
const text = (events: readonly RunEvent[]): string =>
  events.map((event) => (event.kind === 'started' ? `${event.version.tx}@${event.at}` : '')).join(' ');

test('what is told late is put where it belongs, and what is settled stays', () => {
  const log = createEventLog();
  log.note(10, () => [started(0, 10), started(1, 30)]);
  log.note(20, () => [started(2, 20)]);
  expect(text(log.settle(25))).toBe('0@10 2@20');
  log.note(26, () => [started(3, 26)]);
  expect(text(log.settle(Number.POSITIVE_INFINITY))).toBe('3@26 1@30');
  expect(text(log.events)).toBe('0@10 2@20 3@26 1@30');
});

test('at one moment, what was noted first comes first', () => {
  const log = createEventLog();
  for (const tx of [4, 2, 7]) log.note(5, () => [started(tx, 5)]);
  expect(text(log.settle(5))).toBe('4@5 2@5 7@5');
});

test('events are made only when they are settled', () => {
  const log = createEventLog();
  let made = 0;
  log.note(0, () => {
    made++;
    return [];
  });
  expect(made).toBe(0);
  log.settle(0);
  expect(made).toBe(1);
});

test('with few notes made at a time, no event is settled before one that is still to be made', () => {
  const log = createEventLog();
  log.note(10, () => [started(0, 10), started(1, 40)]);
  log.note(20, () => [started(2, 20), started(3, 25)]);
  log.note(15, () => [started(4, 40)]);
  log.note(50, () => [started(5, 50)]);
  expect(text(log.settle(45, 2))).toBe('0@10');
  expect(text(log.settle(45, 2))).toBe('2@20 3@25 1@40 4@40');
  expect(text(log.settle(Number.POSITIVE_INFINITY))).toBe('5@50');
});
