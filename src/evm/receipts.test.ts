import { expect, test } from 'vitest';
import { MerklePatriciaTrie } from '@ethereumjs/mpt';
import fc from 'fast-check';
import { bytesToHex } from './bytes.ts';
import { logsBloom, receiptsRoot } from './receipts.ts';
import { trieRoot } from './trie-root.ts';

test('no receipts: the root of an empty trie, and no bit set', () => {
  expect(receiptsRoot([])).toBe('0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421');
  expect(logsBloom([])).toBe(`0x${'00'.repeat(256)}`);
});

test('a trie root is the one that the library finds by putting each entry', async () => {
  const bytes = (maxLength: number) => fc.uint8Array({ minLength: 1, maxLength });
  // Keys of one and two bytes, so that some are the beginning of others.
  const entries = fc.uniqueArray(fc.tuple(bytes(2), bytes(40)), {
    maxLength: 40,
    selector: ([key]) => bytesToHex(key),
  });
  await fc.assert(
    fc.asyncProperty(entries, async (list) => {
      const trie = new MerklePatriciaTrie();
      for (const [key, value] of list) await trie.put(key, value);
      expect(bytesToHex(trieRoot(list))).toBe(bytesToHex(trie.root()));
    }),
    { numRuns: 300 },
  );
});
