import { expect, test } from 'vitest';
import { createTimeApart } from './time-apart.ts';

test('each lane’s parts add up to the makespan: until the first start, in the EVM, between tasks it had, and without any', () => {
  const time = createTimeApart(3);
  time.ran(0, 0, 5, 15);
  time.ran(0, 0, 18, 30); // It was there already: 3 µs between the two.
  time.ran(0, 40, 42, 50); // Sent at 40: 10 µs without a task, 2 µs until it began.
  time.ran(1, 20, 25, 60);
  const { lanes } = time.total(70);
  expect(lanes).toEqual([
    { startUp: 5, evm: 30, transfer: 5, waiting: 30 },
    { startUp: 25, evm: 35, transfer: 0, waiting: 10 },
    { startUp: 0, evm: 0, transfer: 0, waiting: 70 },
  ]);
});

test('time of the coordinator counts once, for the inner kind', () => {
  const time = createTimeApart(1);
  const until = (ms: number) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  };
  time.spend('scheduling', () => {
    until(2);
    time.spend('validation', () => until(5));
  });
  const { validation, scheduling } = time.total(0).coordinator;
  expect(validation).toBeGreaterThanOrEqual(5000);
  expect(scheduling).toBeGreaterThanOrEqual(2000);
  expect(scheduling).toBeLessThan(validation + 2000);
});
