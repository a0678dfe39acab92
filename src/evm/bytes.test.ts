import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToBigInt, bytesToHex, readWord, wordToBytes, wordToHex, writeWord } from './bytes.ts';

const naive = (bytes: Uint8Array): string =>
  `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
const words = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });

test('hex is two digits a byte, however many there are', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => bytesToHex(bytes) === naive(bytes)));
});

test('hex is the same where the browser makes it', () => {
  const bytes = Object.assign(Uint8Array.of(1, 0xab), { toHex: () => '01ab' });
  expect(bytesToHex(bytes)).toBe('0x01ab');
});

test('bytes as a number are what their hex says, in whole or in part', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.nat(80), fc.nat(80), (bytes, a, b) => {
      const [from = 0, to = 0] = [Math.min(a, bytes.length), Math.min(b, bytes.length)].sort((x, y) => x - y);
      const part = bytes.subarray(from, to);
      expect(bytesToBigInt(bytes, from, to)).toBe(part.length === 0 ? 0n : BigInt(naive(part)));
    }),
  );
});

test('a word comes back as it was written, and leaves what is beside it alone', () => {
  fc.assert(
    fc.property(words, fc.nat(40), (word, offset) => {
      const bytes = new Uint8Array(80).fill(0xee);
      const view = new DataView(bytes.buffer);
      writeWord(view, offset, word);
      expect(readWord(view, offset)).toBe(word);
      expect(naive(bytes.subarray(offset, offset + 32))).toBe(wordToHex(word));
      expect(wordToBytes(word)).toEqual(bytes.slice(offset, offset + 32));
      expect([...bytes.subarray(0, offset), ...bytes.subarray(offset + 32)].every((byte) => byte === 0xee)).toBe(true);
    }),
  );
});
