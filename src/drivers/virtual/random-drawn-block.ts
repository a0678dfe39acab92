import fc from 'fast-check';
import type { DrawnTransaction, Step } from '../../model/notation.ts';
import { DRAWN_COINBASE, nameToAddress, wordToLocation } from '../../model/notation.ts';
import { balanceOf, type Location } from '../../model/location.ts';

/** Few locations, so that transactions meet: slots, fields of three accounts, existence, wipes, the fee recipient. */
const READ = ['a', 'b', 'c', 'x.k', 'y.k', 'b:x', 'b:y', 'n:x', 'e:x', 'e:y', 'c:x', 'e:coinbase'].map(wordToLocation);
const WRITTEN = ['a', 'b', 'c', 'x.k', 'y.k', 'b:x', 'b:y', 'n:x', 'c:x', 'w:x', 'w:y', 'b:coinbase'].map(
  wordToLocation,
);
const ADDED = ['a', 'b', 'b:x', 'b:y'].map(wordToLocation);
const CREDITED = ['x', 'y', 'z'].map(nameToAddress);
/** Asked for its condition, a step reads a number. */
const CONDITIONS = ['a', 'b', 'c', 'x.k', 'b:x'].map(wordToLocation);

const when = fc.option(fc.constantFrom(...CONDITIONS), { nil: undefined, freq: 3 });

function withCondition<T extends Step>(step: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.tuple(step, when).map(([s, condition]) => (condition ? { ...s, when: condition } : s));
}

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: withCondition(fc.record({ kind: fc.constant('gas' as const), amount: fc.integer({ min: 0, max: 9 }) })),
  },
  {
    weight: 5,
    arbitrary: withCondition(fc.record({ kind: fc.constant('read' as const), location: fc.constantFrom(...READ) })),
  },
  {
    weight: 5,
    arbitrary: withCondition(fc.record({ kind: fc.constant('write' as const), location: fc.constantFrom(...WRITTEN) })),
  },
  {
    weight: 3,
    arbitrary: withCondition(
      fc.record({ kind: fc.constant('add' as const), location: fc.constantFrom(...ADDED), amount: fc.bigInt(1n, 3n) }),
    ),
  },
  {
    weight: 3,
    arbitrary: withCondition(
      fc.record({
        kind: fc.constant('credit' as const),
        address: fc.constantFrom(...CREDITED, DRAWN_COINBASE),
        amount: fc.bigInt(1n, 3n),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      location: fc.constant<Location>(balanceOf(DRAWN_COINBASE)),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('invalid' as const), when: fc.constantFrom(...CONDITIONS) }) },
);

/** Test support: random blocks of drawn transactions that conflict, branch on what they read, and may be invalid. */
export const drawnBlock: fc.Arbitrary<readonly DrawnTransaction[]> = fc.array(
  fc.record({
    sender: fc.constantFrom('p', 'q', 'r', 's').map(nameToAddress),
    fee: fc.bigInt(0n, 3n),
    steps: fc.array(step, { maxLength: 6 }),
  }),
  { minLength: 1, maxLength: 10 },
);
