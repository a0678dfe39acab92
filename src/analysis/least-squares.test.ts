import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, fitRobust, median } from './least-squares.ts';

test('finds the coefficients that made the data', () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })),
      fc.uniqueArray(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 20 }),
      ([a, b], xs) => {
        const fitted = fitRobust(xs.map((x) => ({ inputs: [1, x], output: a + b * x })));
        expect(fitted?.[0]).toBeCloseTo(a, 5);
        expect(fitted?.[1]).toBeCloseTo(b, 5);
      },
    ),
  );
});

test('one wild value in ten hardly moves them, where plain least squares would be far off', () => {
  const observations = Array.from({ length: 30 }, (_, x) => ({
    inputs: [1, x],
    output: x % 10 === 7 ? 5000 : 20 + 3 * x + (x % 3) - 1,
  }));
  const [base = 0, slope = 0] = fitRobust(observations) ?? [];
  expect(base).toBeGreaterThan(15);
  expect(base).toBeLessThan(25);
  expect(slope).toBeCloseTo(3, 0);
});

test('inputs that can’t be told apart give nothing', () => {
  expect(fitRobust([1, 2, 3].map((x) => ({ inputs: [x, 2 * x], output: x })))).toBeNull();
  expect(fitRobust([1, 2, 3].map((x) => ({ inputs: [0], output: x })))).toBeNull();
});

test('evaluate and median', () => {
  expect(evaluate([2, 3], [10, 100])).toBe(320);
  expect([median([]), median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([0, 2, 3]);
});
