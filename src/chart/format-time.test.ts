import { describe, expect, it } from 'vitest';
import { formatExact, formatTime, niceTicks } from './format-time.ts';

const labels = (start: number, end: number, minStep: number, unit: 'gas' | 'µs') =>
  niceTicks(start, end, minStep, unit).map((t) => t.label);

describe('niceTicks', () => {
  it('gives round gas figures', () => {
    expect(labels(0, 350_000, 40_000, 'gas')).toEqual(['0k', '50k', '100k', '150k', '200k', '250k', '300k', '350k']);
    expect(labels(0, 30_000_000, 4_000_000, 'gas')).toEqual(['0M', '5M', '10M', '15M', '20M', '25M', '30M']);
    expect(labels(990, 1010, 4, 'gas')).toEqual(['0.990k', '0.995k', '1.000k', '1.005k', '1.010k']);
    expect(labels(0, 900, 200, 'gas')).toEqual(['0', '200', '400', '600', '800']);
  });

  it('keeps to thousands where millions would need many decimals', () => {
    expect(labels(1_200_000, 1_240_000, 9_000, 'gas')).toEqual(['1200k', '1210k', '1220k', '1230k', '1240k']);
  });

  it('gives round measured times', () => {
    expect(labels(0, 4_000, 900, 'µs')).toEqual(['0 ms', '1 ms', '2 ms', '3 ms', '4 ms']);
    expect(labels(0, 1_000, 240, 'µs')).toEqual(['0.0 ms', '0.5 ms', '1.0 ms']);
    expect(labels(0, 1, 0.25, 'µs')).toEqual(['0.0 µs', '0.5 µs', '1.0 µs']);
  });

  it('never puts two ticks nearer than asked', () => {
    for (const minStep of [1, 3, 7, 19, 450, 9999]) {
      const ticks = niceTicks(0, minStep * 20, minStep, 'gas');
      expect((ticks[1]?.at ?? 0) - (ticks[0]?.at ?? 0)).toBeGreaterThanOrEqual(minStep);
    }
  });

  it('is empty for an empty domain', () => {
    expect(niceTicks(5, 5, 1, 'gas')).toEqual([]);
  });
});

describe('formatTime', () => {
  it('shows three figures', () => {
    expect(formatTime(344_112, 'gas')).toBe('344k');
    expect(formatTime(1_240_000, 'gas')).toBe('1.24M');
    expect(formatTime(21_000, 'gas')).toBe('21k');
    expect(formatTime(734, 'gas')).toBe('734');
    expect(formatTime(3_712.4, 'µs')).toBe('3.71 ms');
    expect(formatTime(0, 'µs')).toBe('0 µs');
  });
  it('shows all figures in full', () => {
    expect(formatExact(112_034, 'gas')).toBe('112,034 gas');
    expect(formatExact(3_710.46, 'µs')).toBe('3,710.5 µs');
  });
});
