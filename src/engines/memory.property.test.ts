import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../model/execution.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import { balanceOf, emptyValue, type Location, type Value } from '../model/location.ts';
import { nameToAddress, wordToLocation } from '../model/notation.ts';
import type { MemoryRead } from './engine.ts';
import { createMemory } from './memory.ts';

const COINBASE = nameToAddress('coinbase');
const WRITTEN = ['a', 'x.k', 'b:x', 'n:x', 'w:x', 'b:coinbase'].map(wordToLocation);
const READ = [
  ...WRITTEN.filter((location) => !location.startsWith('w')),
  wordToLocation('e:x'),
  wordToLocation('e:coinbase'),
];

/** One step in the life of a memory. */
const operation = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      tx: fc.nat(5),
      writes: fc.uniqueArray(fc.tuple(fc.constantFrom(...WRITTEN), fc.bigInt(0n, 2n)), {
        maxLength: 3,
        selector: ([location]) => location,
      }),
      credit: fc.bigInt(0n, 2n),
      fee: fc.bigInt(0n, 2n),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('markEstimates' as const, 'withdraw' as const), tx: fc.nat(5) }),
  },
);

interface Published {
  readonly recording: Recording;
  readonly estimate: boolean;
}

/** What a reader must see, straight from the definition: play back everything below it in block order. */
function expectedRead(
  published: ReadonlyMap<number, Published>,
  location: Location,
  reader: number,
): MemoryRead['kind'] | Value {
  if (location.startsWith('e')) {
    const fields = ['c', 'n', 'b'].map((field) =>
      expectedRead(published, `${field}${location.slice(1)}` as Location, reader),
    );
    if (fields.some((value) => typeof value === 'bigint' && value > 0n)) return 1n;
    return fields.includes('blocked') ? 'blocked' : 0n;
  }
  let value: Value | 'blocked' = emptyValue(location);
  for (const [, { recording, estimate }] of [...published].filter(([tx]) => tx < reader).sort(([a], [b]) => a - b)) {
    const touch = (change: (before: Value) => Value): void => {
      value = estimate || value === 'blocked' ? 'blocked' : change(value);
    };
    const set = (to: Value): void => {
      value = estimate ? 'blocked' : to;
    };
    const account = location.slice(2, 44);
    if (location.startsWith('s') && recording.writes.some((write) => write.location === `w:${account}`)) set(0n);
    const own = recording.writes.find((write) => write.location === location);
    if (own) set(own.value);
    for (const { address, amount } of recording.credits) {
      if (balanceOf(address) === location && amount > 0n) touch((before) => (before as bigint) + amount);
    }
    if (location === balanceOf(COINBASE) && recording.fee > 0n) touch((before) => (before as bigint) + recording.fee);
  }
  return value;
}

function seen(read: MemoryRead): MemoryRead['kind'] | Value {
  return read.kind === 'blocked' ? 'blocked' : read.value;
}

describe('multi-version memory', () => {
  it('shows each reader what a replay of everything below it gives, and tells a read set that changed', () => {
    fc.assert(
      fc.property(fc.array(operation, { maxLength: 20 }), fc.nat(20), (operations, split) => {
        const memory = createMemory({ prestate: emptyValue, coinbase: COINBASE });
        const published = new Map<number, Published>();
        const incarnations = new Map<number, number>();
        const early: { reader: TxIndex; location: Location; read: MemoryRead }[] = [];
        operations.forEach((op, i) => {
          if (i === split) {
            for (const location of READ) {
              for (const reader of [1, 3, 6].map(txIndex))
                early.push({ reader, location, read: memory.read(location, reader) });
            }
          }
          const tx = txIndex(op.tx);
          const before = published.get(tx);
          if (op.kind === 'publish') {
            const recording: Recording = {
              reads: [],
              writes: op.writes.map(([location, value]) => ({
                location,
                before: 0n,
                value: location[0] === 'w' ? 1n : value,
              })),
              credits: [{ address: nameToAddress('x'), amount: op.credit }],
              fee: op.fee,
            };
            const incarnation = (incarnations.get(tx) ?? -1) + 1;
            incarnations.set(tx, incarnation);
            const known = new Set(touched(before?.recording));
            const isNew = touched(recording).some((location) => !known.has(location));
            expect(memory.publish({ tx, incarnation }, recording)).toBe(isNew);
            published.set(tx, { recording, estimate: false });
          } else if (op.kind === 'markEstimates') {
            memory.markEstimates(tx);
            if (before) published.set(tx, { ...before, estimate: true });
          } else {
            memory.withdraw(tx);
            published.delete(tx);
          }
        });
        for (const location of READ) {
          for (let reader = 0; reader <= 6; reader++) {
            expect(seen(memory.read(location, txIndex(reader)))).toBe(expectedRead(published, location, reader));
          }
        }
        for (const { reader, location, read } of early) {
          if (read.kind === 'blocked') continue;
          const record = { location, value: read.value, origin: read.origin, at: 0 as never, credit: false };
          const cause = memory.firstStaleRead(reader, [record]);
          // Never held for valid when the value has changed.
          if (expectedRead(published, location, reader) !== read.value) expect(cause).not.toBeNull();
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Entries that a recording leaves in memory: a write and an addition to one balance are two. */
function touched(recording: Recording | undefined): string[] {
  if (!recording) return [];
  const added = recording.credits.filter(({ amount }) => amount > 0n).map(({ address }) => `+${balanceOf(address)}`);
  if (recording.fee > 0n) added.push(`+${balanceOf(COINBASE)}`);
  return [...recording.writes.map(({ location }) => location), ...added];
}
