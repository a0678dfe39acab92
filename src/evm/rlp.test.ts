import { RLP } from '@ethereumjs/rlp';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBytes, encodeList } from './rlp.ts';

test('as the library encodes', () => {
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 80 }), fc.uint8Array({ minLength: 250, maxLength: 400 }));
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 8 }), (list) => {
      expect(encodeList(list.map(encodeBytes))).toEqual(RLP.encode(list));
    }),
  );
  const long = new Uint8Array(70_000).fill(7);
  expect(encodeBytes(long)).toEqual(RLP.encode(long));
});
