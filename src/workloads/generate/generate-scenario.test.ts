import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildBlock } from '../build-block.ts';
import { generateScenario } from './generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS, type GeneratorOptions, TX_KINDS, type TxKind } from './options.ts';
import { createZipf } from './zipf.ts';
import { createRandom } from '../../lib/random.ts';

const allKinds = Object.fromEntries(TX_KINDS.map((kind) => [kind, 1])) as Record<TxKind, number>;
const anyOptions: fc.Arbitrary<GeneratorOptions> = fc.record({
  seed: fc.integer(),
  transactions: fc.integer({ min: 1, max: 200 }),
  accounts: fc.integer({ min: 2, max: 60 }),
  contention: fc.double({ min: 0, max: 2, noNaN: true }),
  mix: fc.dictionary(fc.constantFrom(...TX_KINDS), fc.integer({ min: 1, max: 5 }), { minKeys: 1 }),
  failing: fc.constantFrom(0, 0.1, 0.5, 1),
});

describe('the generator', () => {
  it('gives what was asked for, without a problem, and the same for the same seed', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        const scenario = generateScenario(options);
        expect(scenario.transactions).toHaveLength(options.transactions);
        expect(scenario.accounts).toHaveLength(options.accounts);
        expect(buildBlock(scenario).problems).toEqual([]);
        expect(generateScenario(options)).toEqual(scenario);
      }),
      { numRuns: process.env.LONG ? 500 : 60 },
    );
  });

  it('makes a valid block of 10,000 transactions of all kinds, however few or many the accounts', () => {
    for (const accounts of [2, 10_000]) {
      const options = { ...DEFAULT_GENERATOR_OPTIONS, transactions: 10_000, accounts, mix: allKinds, contention: 1 };
      const { block, problems } = buildBlock(generateScenario(options));
      expect(problems).toEqual([]);
      expect(block?.transactions).toHaveLength(10_000);
    }
  });

  it('keeps to its mix', () => {
    const { transactions } = generateScenario({
      ...DEFAULT_GENERATOR_OPTIONS,
      transactions: 2000,
      failing: 0,
      mix: { payment: 3, swap: 1 },
    });
    const payments = transactions.filter(({ kind }) => kind === 'pay').length;
    expect(payments).toBeGreaterThan(1400);
    expect(payments).toBeLessThan(1600);
  });

  it('more contention, fewer different recipients', () => {
    const recipients = (contention: number) => {
      const options = {
        ...DEFAULT_GENERATOR_OPTIONS,
        accounts: 1000,
        transactions: 1000,
        contention,
        mix: { payment: 1 },
      };
      return new Set(generateScenario(options).transactions.map((tx) => (tx.kind === 'pay' ? tx.to : ''))).size;
    };
    expect(recipients(0)).toBeGreaterThan(580); // 1000 × (1 − 1/e) = 632
    expect(recipients(2)).toBeLessThan(100);
    expect(recipients(1)).toBeGreaterThan(recipients(2));
  });

  it.each<[Partial<GeneratorOptions>, string]>([
    [{ transactions: 10_001 }, 'transactions: expected a whole number from 1 to 10,000, got 10001'],
    [{ accounts: 1 }, 'accounts: expected a whole number from 2 to 10,000, got 1'],
    [{ contention: 2.5 }, 'contention: expected a number from 0 to 2, got 2.5'],
    [{ failing: Number.NaN }, 'failing: expected a number from 0 to 1, got NaN'],
    [{ mix: {} }, 'mix: expected at least one kind with a weight above 0, got none'],
  ])('refuses %o', (options, message) => {
    expect(() => generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, ...options })).toThrow(new RangeError(message));
  });
});

it("Zipf's law: rank k comes up 1 ÷ k as often as the first, with exponent 1", () => {
  const draw = createZipf(createRandom(7), 4, 1);
  const seen = [0, 0, 0, 0];
  for (let i = 0; i < 25_000; i++) {
    const rank = draw();
    seen[rank] = (seen[rank] ?? 0) + 1;
  }
  // 12/25, 6/25, 4/25, 3/25
  expect(seen.map((count) => Math.round(count / 500))).toEqual([24, 12, 8, 6]);
});
