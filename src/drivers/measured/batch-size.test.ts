import { expect, test } from 'vitest';
import { createBatchSize } from './batch-size.ts';

test('in shared memory batches grow while nothing is thrown away, and are small again when something is', () => {
  const batch = createBatchSize('shared');
  const first = batch.us;
  const grown = Array.from({ length: 8 }, () => {
    batch.ended();
    return batch.us;
  });
  expect(grown).toEqual(grown.map((_, i) => first + (i + 1) * ((grown[0] as number) - first)));
  expect(grown[0]).toBeGreaterThan(first);
  batch.wasted();
  expect(batch.us).toBe(first);
});

test('they don’t grow for ever', () => {
  const batch = createBatchSize('shared');
  for (let i = 0; i < 10_000; i++) batch.ended();
  expect(batch.us).toBe(4000);
});

test('in messages they stay as they are', () => {
  const batch = createBatchSize('replica');
  const { us } = batch;
  batch.ended();
  batch.wasted();
  batch.ended();
  expect(batch.us).toBe(us);
});
