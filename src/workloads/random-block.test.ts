import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomBlock, randomScenario } from './random-block.ts';

it('the same seed gives the same block, of the size asked for', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 2, max: 12 }), (seed, size) => {
      const block = randomBlock(seed, size);
      expect(block.transactions).toHaveLength(size);
      expect(randomBlock(seed, size)).toEqual(block);
    }),
    { numRuns: 100 },
  );
});

it('covers payments, calls, creations and all the forks that matter', () => {
  const scenarios = Array.from({ length: 200 }, (_, seed) => randomScenario(seed, 8));
  expect(new Set(scenarios.map(({ hardfork }) => hardfork)).size).toBe(6);
  const transactions = scenarios.flatMap((scenario) => scenario.transactions);
  const share = (is: (tx: (typeof transactions)[number]) => boolean) =>
    transactions.filter(is).length / transactions.length;
  expect(share((tx) => tx.kind === 'pay')).toBeGreaterThan(0.08);
  expect(share((tx) => tx.kind === 'call')).toBeGreaterThan(0.3);
  expect(share((tx) => tx.kind === 'raw' && tx.to === undefined)).toBeGreaterThan(0.07);
  expect(share((tx) => tx.kind === 'raw' && tx.to === 'destroyer')).toBeGreaterThan(0.005);
});
