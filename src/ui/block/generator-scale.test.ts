import { describe, expect, test } from 'vitest';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import { fromLogSlider, LOG_STEPS, outlookOf, toLogSlider } from './generator-scale.ts';

describe('the slider for 1 to 10,000', () => {
  test('ends at its ends, and a hundred lies in the middle', () => {
    expect(fromLogSlider(0, 1, 10_000)).toBe(1);
    expect(fromLogSlider(LOG_STEPS / 2, 1, 10_000)).toBe(100);
    expect(fromLogSlider(LOG_STEPS, 1, 10_000)).toBe(10_000);
  });

  test('goes up only, through round numbers, and back to where it was', () => {
    let before = 0;
    for (let position = 0; position <= LOG_STEPS; position++) {
      const value = fromLogSlider(position, 1, 10_000);
      expect(value).toBeGreaterThanOrEqual(before);
      if (value >= 100) expect(value % 10).toBe(0);
      if (value >= 30) expect(Math.abs(toLogSlider(value, 1, 10_000) - position)).toBeLessThanOrEqual(2);
      before = value;
    }
  });
});

describe('what the generator will give, on average', () => {
  test('kinds by their weights, and the share that fails', () => {
    const outlook = outlookOf({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 120, failing: 0.1 });
    expect(outlook.kinds).toEqual([
      { kind: 'payment', count: 40 },
      { kind: 'transfer', count: 40 },
      { kind: 'swap', count: 20 },
      { kind: 'mint', count: 10 },
      { kind: 'vote', count: 10 },
    ]);
    expect(outlook.failing).toBe(12);
  });

  test('the most popular account by Zipf’s law', () => {
    expect(outlookOf({ ...DEFAULT_GENERATOR_OPTIONS, accounts: 4, contention: 0 }).topShare).toBeCloseTo(0.25);
    expect(outlookOf({ ...DEFAULT_GENERATOR_OPTIONS, accounts: 2, contention: 1 }).topShare).toBeCloseTo(2 / 3);
  });
});
