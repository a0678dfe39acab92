import { expect, test } from 'vitest';
import { createLockClaims } from './document-claims.ts';

test('the browser’s own locks: one claims and shows, the other is told', async () => {
  const [one, two] = [createLockClaims(navigator.locks), createLockClaims(navigator.locks)];
  const key = `test ${performance.now()}`;
  expect(await one.take(key)).toBe(true);
  expect(await two.take(key)).toBe(false);
  // As a duplicated tab asks: it waits for a while, in vain.
  expect(await two.take(key, true)).toBe(false);
  one.show(key);
  await expect.poll(async () => (await two.shown())?.has(key)).toBe(true);
  one.show(`${key} next`);
  await expect.poll(async () => (await two.shown())?.has(key)).toBe(false);
  expect(await two.take(key)).toBe(false);
});
