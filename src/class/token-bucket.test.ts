import { expect, test } from 'vitest';
import { createTokenBucket } from './token-bucket.ts';

test('a burst, then so much a second', () => {
  const bucket = createTokenBucket(3, 2);
  const at = (now: number): boolean => bucket.take(1, now);
  expect([at(0), at(0), at(0), at(0)]).toEqual([true, true, true, false]);
  expect([at(400), at(500), at(500), at(1_000)]).toEqual([false, true, false, true]);
  // Time that seems to run backwards gives nothing.
  expect(at(0)).toBe(false);
  // It never holds more than a burst.
  expect([1, 2, 3, 4].map(() => at(1e9))).toEqual([true, true, true, false]);
});

test('more than there is isn’t taken in part', () => {
  const bucket = createTokenBucket(10, 0);
  expect([bucket.take(11, 0), bucket.take(10, 0), bucket.take(1, 0)]).toEqual([false, true, false]);
});
