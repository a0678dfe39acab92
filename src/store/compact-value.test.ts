import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAddress } from '../model/ids.ts';
import { balanceOf, nonceOf, slotOf } from '../model/location.ts';
import { compactChange, compactValue } from './compact-value.ts';
import { createNewScenario } from './new-scenario.ts';
import { presentationOf } from './presentation.ts';

const someone = toAddress(`0x${'12'.repeat(20)}`);
const names = presentationOf(createNewScenario(), null, null);
const ETHER = 10n ** 18n;

test.each([
  [balanceOf(someone), 5n * ETHER, '5 ETH'],
  [balanceOf(someone), 2917479268098894440157487n, '2,917,479 ETH'],
  [balanceOf(someone), 99999853512345678901n, '99.9998 ETH'],
  [balanceOf(someone), 21000000000001n, '0.000021 ETH'],
  [balanceOf(someone), 0n, '0 ETH'],
  [nonceOf(someone), 7n, '7'],
  [slotOf(someone, '0x1'), 1040000n, '1,040,000'],
  [slotOf(someone, '0x1'), 12522263942616792944n, '1.25222e19'],
  [slotOf(someone, '0x1'), 10n ** 24n, '1e24'],
] as const)('%s %d', (location, value, text) => {
  expect(compactValue(names, location, value)).toBe(text);
});

test('a change shows where it differs', () => {
  expect(compactChange(names, slotOf(someone, '0x1'), 12522263942616792944n, 12522263445104355133n)).toEqual([
    '1.25222639e19',
    '1.25222634e19',
  ]);
  expect(compactChange(names, slotOf(someone, '0x1'), 5n, 6n)).toEqual(['5', '6']);
});

test('different values never look the same', () => {
  const anyLocation = fc.constantFrom(balanceOf(someone), slotOf(someone, '0x1'));
  const anyValue = fc.bigInt({ min: 0n, max: 1n << 90n });
  fc.assert(
    fc.property(anyLocation, anyValue, anyValue, (location, before, after) => {
      const [a, b] = compactChange(names, location, before, after);
      expect(a === b).toBe(before === after);
    }),
  );
  fc.assert(
    fc.property(anyLocation, anyValue, fc.bigInt({ min: 1n, max: 1000n }), (location, before, step) => {
      const [a, b] = compactChange(names, location, before, before + step);
      expect(a).not.toBe(b);
    }),
  );
});
