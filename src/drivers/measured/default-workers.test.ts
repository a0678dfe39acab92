import { expect, test } from 'vitest';
import { defaultWorkers } from './default-workers.ts';

test.each([
  [1, 1],
  [2, 2],
  [3, 2],
  [8, 7],
  [64, 16],
])('%i threads, %i workers', (threads, workers) => {
  expect(defaultWorkers(threads)).toBe(workers);
});
