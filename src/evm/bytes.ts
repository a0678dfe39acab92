import type { Hex } from '../model/ids.ts';

const HEX_OF_BYTE: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** `0x` and two lower-case digits a byte. */
export function bytesToHex(bytes: Uint8Array): Hex {
  let hex = '0x';
  for (let i = 0; i < bytes.length; i++) hex += HEX_OF_BYTE[bytes[i] as number];
  return hex as Hex;
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

/** Big-endian. */
export function bytesToBigInt(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(bytesToHex(bytes));
}

const LOW_64 = 0xffffffffffffffffn;

/** 32 bytes, big-endian. */
export function wordToBytes(word: bigint): Uint8Array {
  const bytes = new Uint8Array(32);
  writeWord(new DataView(bytes.buffer), 0, word);
  return bytes;
}

/** Writes 32 bytes, big-endian, at `offset`. */
export function writeWord(view: DataView, offset: number, word: bigint): void {
  view.setBigUint64(offset, word >> 192n);
  view.setBigUint64(offset + 8, (word >> 128n) & LOW_64);
  view.setBigUint64(offset + 16, (word >> 64n) & LOW_64);
  view.setBigUint64(offset + 24, word & LOW_64);
}

/** 32 bytes as `0x` and 64 digits. */
export function wordToHex(word: bigint): Hex {
  return `0x${word.toString(16).padStart(64, '0')}`;
}

/** Minimal big-endian bytes; none for zero. */
export function bigIntToMinimalBytes(value: bigint): Uint8Array {
  return value === 0n ? new Uint8Array(0) : hexToBytes(`0x${value.toString(16)}`);
}
