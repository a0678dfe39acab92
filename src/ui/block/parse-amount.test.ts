import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountHelp, amountText, parseAmount } from './parse-amount.ts';

describe('amounts as people write them', () => {
  test.each([
    ['1000', 1000n],
    ['1_000', 1000n],
    ['1,000,000', 1_000_000n],
    ['0xff', 255n],
    ['1e18', 10n ** 18n],
    ['1.5e3', 1500n],
    ['20 gwei', 20n * 10n ** 9n],
    ['.5 ether', 5n * 10n ** 17n],
    ['1.50 ETH', 15n * 10n ** 17n],
    ['-3', -3n],
    [' 7 ', 7n],
  ])('%s', (text, value) => {
    expect(parseAmount(text)).toBe(value);
  });

  test('without a unit it counts in the field’s', () => {
    expect(parseAmount('1.5', 'ether')).toBe(15n * 10n ** 17n);
    expect(parseAmount('7 wei', 'ether')).toBe(7n);
  });

  test.each(['', 'abc', '1.5', '1 furlong', '1..2', '0x', '1.23 wei', '.', '0.0000000001 gwei'])(
    '%s is refused',
    (text) => {
      expect(() => parseAmount(text)).toThrow(/expected a (number|whole number)/);
    },
  );

  test('what is shown reads back as the same amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constantFrom('wei', 'gwei', 'ether'), (value, unit) => {
        expect(parseAmount(amountText(value, unit), unit)).toBe(value);
      }),
    );
  });

  test('help spells out what is not plain', () => {
    expect(amountHelp('42')).toBeNull();
    expect(amountHelp('2e6')).toBe('= 2,000,000');
    expect(amountHelp('1.5 ether')).toBe('= 1,500,000,000,000,000,000 (1.5 × 10^18)');
    expect(amountHelp('nonsense')).toBeNull();
  });
});
