import { expect, test } from 'vitest';
import { createBatchSize } from './batch-size.ts';

test('in shared memory batches are small once something is thrown away, and grow again while nothing is', () => {
  const batch = createBatchSize('shared');
  const first = batch.us;
  batch.ended();
  expect(batch.us).toBeGreaterThan(first);
  batch.wasted();
  const least = batch.us;
  expect(least).toBeLessThan(first / 4);
  const grown = Array.from({ length: 8 }, () => {
    batch.ended();
    return batch.us;
  });
  expect(grown).toEqual(grown.map((_, i) => least + (i + 1) * ((grown[0] as number) - least)));
  expect(grown[0]).toBeGreaterThan(least);
  batch.wasted();
  expect(batch.us).toBe(least);
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
