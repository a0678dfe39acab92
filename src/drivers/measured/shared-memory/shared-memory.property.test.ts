import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemory } from '../../../engines/memory.ts';
import type { Recording } from '../../../model/execution.ts';
import { txIndex } from '../../../model/ids.ts';
import { emptyValue } from '../../../model/location.ts';
import { nameToAddress, wordToLocation } from '../../../model/notation.ts';
import { type ArenaHandle, createArena, createLocationNumbers, openArena, openNumbers } from './arena.ts';
import { createPlaces } from './places.ts';
import { createSharedMemory, type SharedMemory } from './shared-memory.ts';

const coinbase = nameToAddress('coinbase');
const WRITTEN = ['a', 'x.k', 'b:x', 'n:x', 'c:x', 'w:x', 'b:coinbase'].map(wordToLocation);
const READ = [
  ...WRITTEN.filter((location) => !location.startsWith('w')),
  wordToLocation('e:x'),
  wordToLocation('e:coinbase'),
];
const TRANSACTIONS = 6;

const value = fc.oneof(fc.bigInt(0n, 2n), fc.bigInt(0n, 2n ** 256n - 1n));
const operation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      thread: fc.nat(1),
      tx: fc.nat(TRANSACTIONS - 1),
      writes: fc.uniqueArray(fc.tuple(fc.constantFrom(...WRITTEN), value), {
        maxLength: 3,
        selector: ([location]) => location,
      }),
      credited: fc.constantFrom('x', 'coinbase'),
      credit: fc.bigInt(0n, 2n),
      fee: fc.bigInt(0n, 2n),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('markEstimates' as const, 'withdraw' as const),
      thread: fc.nat(1),
      tx: fc.nat(TRANSACTIONS - 1),
    }),
  },
);

const code = (n: bigint) => `0x${n.toString(16).padStart(64, '0')}` as const;

function threads(): readonly [SharedMemory, SharedMemory] {
  const numbers = createLocationNumbers('test', 10);
  const handle = numbers && createArena(numbers, TRANSACTIONS);
  if (!handle) throw new Error('no shared memory here');
  const open = (of: ArenaHandle) =>
    createSharedMemory(openArena(of), createPlaces(openNumbers(of.numbers), emptyValue), coinbase);
  return [open(handle), open(handle)];
}

describe('shared memory', () => {
  it('does what the plain memory does, seen from either thread', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 20 }), fc.nat(20), (operations, split) => {
        const plain = createMemory({ prestate: emptyValue, coinbase });
        const shared = threads();
        const incarnations = new Map<number, number>();
        const compare = () => {
          for (const location of READ) {
            for (let reader = 0; reader <= TRANSACTIONS; reader++) {
              const expected = plain.read(location, txIndex(reader));
              for (const memory of shared) expect(memory.read(location, txIndex(reader))).toEqual(expected);
            }
          }
        };
        const early = () =>
          READ.flatMap((location) =>
            [1, 3, 6].map(txIndex).flatMap((reader) => {
              const read = plain.read(location, reader);
              if (read.kind === 'blocked') return [];
              const record = { location, value: read.value, origin: read.origin, at: 0 as never, credit: false };
              return [{ reader, record }];
            }),
          );
        let seen: ReturnType<typeof early> = [];
        operations.forEach((op, i) => {
          if (i === split) {
            compare();
            seen = early();
          }
          const memory = shared[op.thread] as SharedMemory;
          const tx = txIndex(op.tx);
          if (op.kind === 'publish') {
            const recording: Recording = {
              reads: [],
              writes: op.writes.map(([location, to]) => {
                const kind = location[0];
                return { location, before: 0n, value: kind === 'w' ? 1n : kind === 'c' ? code(to) : to };
              }),
              credits: [
                { address: nameToAddress(op.credited), amount: op.credit },
                { address: nameToAddress('x'), amount: op.credit },
              ],
              fee: op.fee,
            };
            const incarnation = (incarnations.get(tx) ?? -1) + 1;
            incarnations.set(tx, incarnation);
            const isNew = plain.publish({ tx, incarnation }, recording);
            expect(memory.publish({ tx, incarnation }, recording)).toBe(isNew);
          } else {
            plain[op.kind](tx);
            memory[op.kind](tx);
          }
        });
        compare();
        for (const { reader, record } of seen) {
          const expected = plain.firstStaleRead(reader, [record]);
          for (const memory of shared) expect(memory.firstStaleRead(reader, [record])).toEqual(expected);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
