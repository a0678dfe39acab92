import type { Address } from '../ids.ts';
import type { ScalarKind } from './layout.ts';

/** Gives the address behind a name; undefined for a name nobody has. */
export type ResolveName = (name: string) => Address | undefined;

/** What is wrong with a storage path, a key or a value given as text: what was expected, what came. */
export class NamingError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NamingError';
  }
}

const quote = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);

/**
 * Reads a scalar written as text: a number (decimal or hex), `true`, an address or the name of one, hex bytes. The
 * result is the value's own `bytes` bytes as an unsigned number. `what` begins the message of the NamingError.
 */
export function parseScalar(
  text: string,
  scalar: ScalarKind,
  bytes: number,
  resolve: ResolveName,
  what: string,
): bigint {
  const word = text.trim();
  const fail = (expected: string): never => {
    throw new NamingError(`${what}: expected ${expected}, got ${quote(text)}`);
  };
  switch (scalar) {
    case 'bool':
      if (word === 'true' || word === '1') return 1n;
      if (word === 'false' || word === '0') return 0n;
      return fail('true or false');
    case 'address': {
      if (/^0x[0-9a-fA-F]{40}$/.test(word)) return BigInt(word);
      if (word === '0' || word === '0x0') return 0n;
      const address = resolve(word);
      return address === undefined ? fail('an account or contract name or an address') : BigInt(address);
    }
    case 'bytes':
      if (!new RegExp(`^0x[0-9a-fA-F]{${bytes * 2}}$`).test(word)) return fail(`${bytes} bytes of hex`);
      return BigInt(word);
    case 'int': {
      const value = parseInteger(word);
      const limit = 1n << BigInt(bytes * 8 - 1);
      if (value === undefined) return fail('a whole number');
      if (value < -limit || value >= limit) return fail(`a whole number that fits in ${bytes * 8} bits with sign`);
      return BigInt.asUintN(bytes * 8, value);
    }
    case 'uint': {
      const value = parseInteger(word);
      if (value === undefined) return fail('a whole number');
      if (value < 0n || value >> BigInt(bytes * 8) !== 0n) return fail(`a whole number from 0 to 2^${bytes * 8} − 1`);
      return value;
    }
  }
}

/** Decimal (`1,000` and `1_000` too) or hex; undefined when it is neither. */
export function parseInteger(text: string): bigint | undefined {
  if (/^0x[0-9a-fA-F]+$/.test(text)) return BigInt(text);
  if (!/^-?\d+([,_]\d+)*$/.test(text)) return undefined;
  return BigInt(text.replace(/[,_]/g, ''));
}

export interface ScalarStyle {
  readonly address: (address: Address) => string;
  /** `1,040,000` instead of `1040000`. */
  readonly grouped: boolean;
}

/** The reverse of `parseScalar`, for the screen: unnamed addresses and long bytes are shortened. */
export function formatScalar(value: bigint, scalar: ScalarKind, bytes: number, style: ScalarStyle): string {
  switch (scalar) {
    case 'bool':
      return value === 0n ? 'false' : 'true';
    case 'address':
      return style.address(`0x${value.toString(16).padStart(40, '0')}` as Address);
    case 'bytes':
      return shortHex(`0x${value.toString(16).padStart(bytes * 2, '0')}`);
    case 'int':
      return formatInteger(BigInt.asIntN(bytes * 8, value), style.grouped);
    case 'uint':
      return formatInteger(value, style.grouped);
  }
}

/** Beyond 2^96 (fixed-point fractions, hashes) digits say nothing; hex, shortened, is easier to recognise. */
export function formatInteger(value: bigint, grouped: boolean): string {
  const size = value < 0n ? -value : value;
  if (size >> 96n !== 0n) return shortHex(`0x${size.toString(16)}`);
  const digits = value.toString();
  return grouped ? digits.replace(/\B(?=(\d{3})+$)/g, ',') : digits;
}

/** `0x12ab…9f`: enough to recognise, not to copy. */
export function shortHex(hex: string): string {
  return hex.length <= 12 ? hex : `${hex.slice(0, 6)}…${hex.slice(-2)}`;
}

/** Wei as ETH, exact: in whole wei where nine decimals don't hold it. */
export function formatEther(wei: bigint): string {
  const gwei = 1_000_000_000n;
  if (wei % gwei !== 0n) return `${wei.toString().replace(/\B(?=(\d{3})+$)/g, ',')} wei`;
  const whole = wei / (gwei * gwei);
  const fraction = ((wei / gwei) % gwei).toString().padStart(9, '0').replace(/0+$/, '');
  const digits = whole.toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return `${digits}${fraction === '' ? '' : `.${fraction}`} ETH`;
}
