import { describe, expect, test } from 'vitest';
import { countUpTo, momentFrom } from './moments.ts';

describe('stepping', () => {
  const moments = [0, 10, 20, 40];
  const cases: [from: number, steps: number, to: number][] = [
    [0, 1, 10],
    [10, 1, 20],
    [40, 1, 40],
    [40, -1, 20],
    [0, -1, 0],
    // Between stops: back goes to the one just passed, on to the next.
    [15, -1, 10],
    [15, 1, 20],
    [15, -2, 0],
    [10, 2, 40],
    [20, -10, 0],
  ];
  test.each(cases)('from %d by %d to %d', (from, steps, to) => {
    expect(momentFrom(moments, from, steps)).toBe(to);
  });
  test('without events there is only the start', () => {
    expect(momentFrom([0], 0, 1)).toBe(0);
  });
  test('countUpTo', () => {
    expect([-1, 0, 9, 10, 100].map((value) => countUpTo(moments, value))).toEqual([0, 1, 1, 2, 4]);
  });
});
