import { linkError } from './link-error.ts';

/**
 * Binary arithmetic coding: each bit takes as little room as it was expected (after Matt Mahoney, "Data Compression
 * Explained", section 3.2). On blocks this small it takes a third less than deflate, which spends as much on its tables as on
 * what they are for; and it can't be made to blow up, as every bit is read one by one.
 */
export interface BitWriter {
  /** `one`: how likely the bit was to be set, in 65536ths, from 1 to 65535. */
  bit(bit: boolean, one: number): void;
  finish(): Uint8Array<ArrayBuffer>;
}

export interface BitReader {
  bit(one: number): boolean;
}

/** Where between `low` and `high` zeros end and ones begin. */
const split = (low: number, high: number, one: number): number => low + Math.floor(((high - low) * one) / 65536);

const TOP = 2 ** 24;

export function createBitWriter(): BitWriter {
  const bytes: number[] = [];
  let low = 0;
  let high = 2 ** 32 - 1;
  return {
    bit(bit, one) {
      const middle = split(low, high, one);
      if (bit) high = middle;
      else low = middle + 1;
      while (Math.floor(low / TOP) === Math.floor(high / TOP)) {
        bytes.push(Math.floor(high / TOP));
        low = (low % TOP) * 256;
        high = (high % TOP) * 256 + 255;
      }
    },
    finish() {
      // The shortest number that is not below `low` when zeros follow it; there is always one not above `high`.
      const head = Math.floor(low / TOP);
      bytes.push(low % TOP === 0 ? head : head + 1);
      while (bytes.at(-1) === 0) bytes.pop();
      return new Uint8Array(bytes);
    },
  };
}

/** What may be read beyond the end: the writer leaves zeros at the end away. */
const MAX_BEYOND = 64;

export function createBitReader(bytes: Uint8Array): BitReader {
  let at = 0;
  const next = (): number => {
    if (at > bytes.length + MAX_BEYOND) throw linkError('more bytes', 'the end: it was cut off');
    return bytes[at++] ?? 0;
  };
  let low = 0;
  let high = 2 ** 32 - 1;
  let code = 0;
  for (let i = 0; i < 4; i++) code = code * 256 + next();
  return {
    bit(one) {
      const middle = split(low, high, one);
      const bit = code <= middle;
      if (bit) high = middle;
      else low = middle + 1;
      while (Math.floor(low / TOP) === Math.floor(high / TOP)) {
        low = (low % TOP) * 256;
        high = (high % TOP) * 256 + 255;
        code = (code % TOP) * 256 + next();
      }
      return bit;
    },
  };
}
