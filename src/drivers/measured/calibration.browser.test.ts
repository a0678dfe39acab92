import { expect, test } from 'vitest';
import { calibrate } from './calibration.ts';

test('two workers do between one and two times the work of one', async () => {
  const { roundsPerMs, twoThreads } = await calibrate();
  expect(roundsPerMs).toBeGreaterThan(10);
  expect(twoThreads).toBeGreaterThan(0.3);
  expect(twoThreads).toBeLessThan(2.5);
});
