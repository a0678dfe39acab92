import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom, randomInt } from '../lib/random.ts';
import { type FittedWork, fittedTime, fitWork, typicalError, type WorkSample } from './fit-work.ts';
import type { WorkKinds } from './work-kinds.ts';

/** Executions of every size, timed by known costs, each off by up to `noise` of its time. */
function synthetic(costs: FittedWork, count: number, noise: number, seed = 1): WorkSample[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const kinds = {
      compute: randomInt(random, 30_000),
      reads: 2 + randomInt(random, 15),
      writes: randomInt(random, 9),
    };
    return { ...kinds, time: fittedTime(kinds, costs) * (1 + noise * (2 * random() - 1)) };
  });
}

const COSTS: FittedWork = { transaction: 8, compute: 9, read: 3, write: 2 };

describe('costs that are known are found again', () => {
  test('to the last digit, where the times are exact', () => {
    const fitted = fitWork(synthetic(COSTS, 100, 0));
    for (const kind of ['transaction', 'compute', 'read', 'write'] as const) {
      expect(fitted[kind]).toBeCloseTo(COSTS[kind], 4);
    }
  });

  test('whatever they are, to a few per cent of the times under 5 % of noise', () => {
    const cost = fc.double({ min: 0.5, max: 20, noNaN: true });
    const costs = fc.record({ transaction: cost, compute: cost, read: cost, write: cost });
    fc.assert(
      fc.property(costs, fc.nat(1000), (known, seed) => {
        const samples = synthetic(known, 120, 0.05, seed);
        const fitted = fitWork(samples);
        const sum = (of: (sample: WorkSample) => number): number => samples.reduce((total, s) => total + of(s), 0);
        const total = sum((sample) => fittedTime(sample, known));
        expect(sum((sample) => fittedTime(sample, fitted)) / total).toBeCloseTo(1, 1);
        expect(sum((s) => Math.abs(fittedTime(s, fitted) - fittedTime(s, known)))).toBeLessThan(0.05 * total);
        expect(typicalError(samples, fitted)).toBeLessThan(0.06);
      }),
      { numRuns: 30 },
    );
  });

  test('although one execution in twelve was interrupted for a millisecond', () => {
    const samples = synthetic(COSTS, 96, 0.03).map((sample, i) =>
      i % 12 === 5 ? { ...sample, time: sample.time + 1000 } : sample,
    );
    const fitted = fitWork(samples);
    expect(fitted.compute).toBeGreaterThan(8);
    expect(fitted.compute).toBeLessThan(10);
    expect(fitted.read).toBeGreaterThan(2);
    expect(fitted.read).toBeLessThan(4);
  });
});

describe('what the samples don’t support isn’t claimed', () => {
  const payment: WorkKinds = { compute: 0, reads: 4, writes: 3 };

  test('equal executions support one kind, which explains them', () => {
    const samples = [15, 14, 16, 15, 15, 90].map((time) => ({ ...payment, time }));
    const fitted = fitWork(samples);
    expect(Object.values(fitted).filter((cost) => cost > 0)).toHaveLength(1);
    expect(fittedTime(payment, fitted)).toBeGreaterThan(14);
    expect(fittedTime(payment, fitted)).toBeLessThan(20);
  });

  test('no cost is negative, also where a kind seems to save time', () => {
    const samples = Array.from({ length: 40 }, (_, i) => ({
      compute: 1000 * i,
      reads: 5,
      writes: i % 7,
      time: 40 + 2 * i - 3 * (i % 7),
    }));
    for (const cost of Object.values(fitWork(samples))) expect(cost).toBeGreaterThanOrEqual(0);
  });

  test('one execution, none, and times of zero', () => {
    expect(fittedTime(payment, fitWork([{ ...payment, time: 30 }]))).toBeCloseTo(30, 6);
    expect(fitWork([])).toEqual({ transaction: 0, compute: 0, read: 0, write: 0 });
    expect(fittedTime(payment, fitWork([{ ...payment, time: 0 }]))).toBe(0);
  });
});
