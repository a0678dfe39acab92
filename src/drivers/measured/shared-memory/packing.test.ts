import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Value } from '../../../model/location.ts';
import { createGrowable } from './growable-words.ts';
import { Heap } from './heap.ts';
import { Packer, Unpacker } from './packing.ts';

const item = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), value: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }) }),
  fc.record({ kind: fc.constant('double' as const), value: fc.double({ noNaN: true }) }),
  fc.record({
    kind: fc.constant('text' as const),
    value: fc.oneof(fc.string(), fc.string({ unit: 'grapheme', maxLength: 300 })),
  }),
  fc.record({
    kind: fc.constant('value' as const),
    value: fc.oneof(
      fc.bigInt(0n, 2n ** 64n + 5n),
      fc.bigInt(0n, 2n ** 256n - 1n),
      fc.stringMatching(/^0x[0-9a-f]{0,80}$/),
    ) as fc.Arbitrary<Value>,
  }),
);

test('what is packed comes out again, in any order of kinds, wherever it is put', () => {
  const heap = new Heap(createGrowable(0, 1 << 28));
  heap.reset(10);
  const elsewhere = new Heap(heap.buffer);
  const packer = new Packer();
  fc.assert(
    fc.property(fc.array(item, { maxLength: 30 }), (items) => {
      packer.begin();
      for (const { kind, value } of items) (packer[kind] as (value: unknown) => void)(value);
      const unpacker = new Unpacker(elsewhere);
      unpacker.at = packer.copyTo(heap);
      expect(items.map(({ kind }) => unpacker[kind]())).toEqual(items.map(({ value }) => value));
    }),
  );
});

test('long code and long texts', () => {
  const heap = new Heap(createGrowable(0, 1 << 28));
  heap.reset(10);
  const packer = new Packer();
  const code = `0x${'c0de'.repeat(24_576)}` as const;
  const text = '→ it’s long '.repeat(10_000);
  packer.begin();
  packer.word(1);
  packer.value(code);
  packer.text(text);
  const unpacker = new Unpacker(new Heap(heap.buffer));
  unpacker.at = packer.copyTo(heap);
  expect(unpacker.word()).toBe(1);
  expect(unpacker.value()).toBe(code);
  expect(unpacker.text()).toBe(text);
});
