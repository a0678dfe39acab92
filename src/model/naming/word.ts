import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import type { Hex } from '../ids.ts';

/** Bytes of an EVM word, and of a storage slot. */
export const WORD_BYTES = 32;

/** Keccak-256 of some bytes, as 64 hex digits. */
export function keccak(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(keccak_256(bytes))}`;
}

/** A hash as execution records it: `0x` and exactly 64 digits. */
export function hashKey(word: bigint): Hex {
  return `0x${word.toString(16).padStart(64, '0')}`;
}

/** A slot as locations spell it: no leading zeros, so slot zero is `0x0`. */
export function minimalHex(word: bigint): Hex {
  return `0x${word.toString(16)}`;
}

export function wordToBytes(word: bigint): Uint8Array {
  return hexToBytes(word.toString(16).padStart(64, '0'));
}

export function hexBytes(hex: Hex): Uint8Array {
  return hexToBytes(hex.slice(2));
}

export function bytesHex(bytes: Uint8Array): Hex {
  return `0x${bytesToHex(bytes)}`;
}

export function concatBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a, 0);
  joined.set(b, a.length);
  return joined;
}

/** `value` without the bits above `bytes` bytes. */
export function lowBytes(value: bigint, bytes: number): bigint {
  return BigInt.asUintN(bytes * 8, value);
}
