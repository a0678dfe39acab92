import type { Hex } from '../model/ids.ts';

const DIGITS = new TextEncoder().encode('0123456789abcdef');
const ascii = new TextDecoder('latin1');
/** `0x`, then room for the digits of a word; longer texts get a larger one. */
let text = new TextEncoder().encode('0x'.padEnd(66));

/** `0x` and two lower-case digits a byte. */
export function bytesToHex(bytes: Uint8Array): Hex {
  if (bytes.length === 0) return '0x';
  const { toHex } = bytes as { readonly toHex?: () => string };
  return toHex ? `0x${toHex.call(bytes)}` : writeHex(bytes);
}

/**
 * Where the browser has nothing of its own. In one piece: a text put together from digits stays a tree of its parts, in ten times
 * the memory.
 */
function writeHex(bytes: Uint8Array): Hex {
  const length = 2 + 2 * bytes.length;
  if (text.length < length) text = new TextEncoder().encode('0x'.padEnd(2 * length));
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    text[2 + 2 * i] = DIGITS[byte >> 4] as number;
    text[3 + 2 * i] = DIGITS[byte & 15] as number;
  }
  return ascii.decode(text.subarray(0, length)) as Hex;
}

/** Digits in pairs; an odd first digit stands for a byte of its own. */
export function hexToBytes(hex: Hex): Uint8Array {
  const digits = hex.length % 2 === 0 ? hex.slice(2) : `0${hex.slice(2)}`;
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = (digitAt(digits, 2 * i) << 4) | digitAt(digits, 2 * i + 1);
  }
  return bytes;
}

function digitAt(digits: string, index: number): number {
  const code = digits.charCodeAt(index);
  return code <= 57 ? code - 48 : (code | 32) - 87;
}

const scratch = new Uint8Array(32);
const scratchView = new DataView(scratch.buffer);

/** Big-endian: `bytes`, or those of them from `from` up to `to`. */
export function bytesToBigInt(bytes: Uint8Array, from = 0, to = bytes.length): bigint {
  const length = to - from;
  if (length > 32) return BigInt(bytesToHex(bytes.subarray(from, to)));
  scratch.fill(0, 0, 32 - length);
  for (let i = 0; i < length; i++) scratch[32 - length + i] = bytes[from + i] as number;
  return readWord(scratchView, 0);
}

/** 32 bytes, big-endian. */
export function wordToBytes(word: bigint): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  writeWord(view, 0, word);
  return new Uint8Array(view.buffer);
}

/** Writes 32 bytes, big-endian, at `offset`. */
export function writeWord(view: DataView, offset: number, word: bigint): void {
  // The lowest 64 bits are taken. Most words have no more.
  view.setBigUint64(offset + 24, word);
  let rest = word >> 64n;
  for (let at = offset + 16; at >= offset; at -= 8) {
    view.setBigUint64(at, rest);
    if (rest !== 0n) rest >>= 64n;
  }
}

/** Reads 32 bytes, big-endian, at `offset`. */
export function readWord(view: DataView, offset: number): bigint {
  let word = 0n;
  for (let at = offset; at < offset + 32; at += 8) {
    const next = view.getBigUint64(at);
    word = word === 0n ? next : (word << 64n) | next;
  }
  return word;
}

/** 32 bytes as `0x` and 64 digits. */
export function wordToHex(word: bigint): Hex {
  writeWord(scratchView, 0, word);
  return bytesToHex(scratch);
}

/** Minimal big-endian bytes; none for zero. */
export function bigIntToMinimalBytes(value: bigint): Uint8Array {
  return value === 0n ? new Uint8Array(0) : hexToBytes(`0x${value.toString(16)}`);
}
