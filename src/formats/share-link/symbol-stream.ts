import { linkError } from './link-error.ts';
import { type Coder, createModel, type Model, readerToCoder, writerToCoder } from './model.ts';
import { createBitReader, createBitWriter } from './range-coder.ts';

/** What a symbol is, from the widest to the closest, so that what is usual for it takes little room. */
export type Contexts = readonly string[];

/**
 * Numbers and text on top of bits. One description for both ways: writing gives back what it was given, reading gives what
 * was read and looks at no value.
 */
export interface SymbolStream {
  /** 0 to 255. */
  symbol(contexts: Contexts, value: number): number;
  /** A whole number, not negative, at most `limit`; 2^53 − 1 if there is none. */
  integer(contexts: Contexts, value: number, limit?: number): number;
  /** A whole number, not negative, below 2^256. */
  big(contexts: Contexts, value: bigint): bigint;
  /** As IEEE 754 has it. */
  float(value: number): number;
  text(value: string): string;
}

export interface SymbolWriter extends SymbolStream {
  finish(): Uint8Array<ArrayBuffer>;
}

export function createSymbolWriter(model: Model = createModel()): SymbolWriter {
  const bits = createBitWriter();
  return { ...createSymbolStream(model, writerToCoder(bits)), finish: bits.finish };
}

/** Every method throws a FormatError where the bytes end too early or can't be what is asked for. */
export const createSymbolReader = (bytes: Uint8Array, model: Model = createModel()): SymbolStream =>
  createSymbolStream(model, readerToCoder(createBitReader(bytes)));

/** Up to here numbers are learned whole; of larger ones only how many bits they have. */
const LEARNED = 128;
const LEARNED_BITS = 7;
const WHOLE_WORD = 255;
const HALF = 32768;
/** Bytes of text in one link: reading them costs the most. */
const MAX_TEXT = 64 * 1024;

function createSymbolStream(model: Model, coder: Coder): SymbolStream {
  let textLeft = MAX_TEXT;

  function bits(count: number, value: bigint): bigint {
    let read = 0n;
    for (let i = BigInt(count - 1); i >= 0n; i--) {
      read = 2n * read + (coder(((value >> i) & 1n) === 1n, HALF) ? 1n : 0n);
    }
    return read;
  }

  /** Small ones by themselves; larger ones by their length, and then the bits below the highest, which is set. */
  function big(contexts: Contexts, value: bigint): bigint {
    const length = value.toString(2).length;
    const head = model.code(
      contexts,
      coder,
      value < LEARNED ? Number(value) : Math.min(WHOLE_WORD, LEARNED + length - LEARNED_BITS - 1),
    );
    if (head < LEARNED) return BigInt(head);
    if (head === WHOLE_WORD) return bits(256, value);
    const below = head - LEARNED + LEARNED_BITS;
    return (1n << BigInt(below)) | bits(below, value);
  }

  function integer(contexts: Contexts, value: number, limit = Number.MAX_SAFE_INTEGER): number {
    const read = big(contexts, BigInt(value));
    if (read > BigInt(limit)) throw linkError(`a number up to ${limit}`, String(read));
    return Number(read);
  }

  return {
    symbol: (contexts, value) => model.code(contexts, coder, value),
    big,
    integer,
    float(value) {
      const view = new DataView(new ArrayBuffer(8));
      view.setFloat64(0, value);
      view.setBigUint64(0, bits(64, view.getBigUint64(0)));
      return view.getFloat64(0);
    },
    text(value) {
      const encoded = new TextEncoder().encode(value);
      const bytes = new Uint8Array(integer(['length'], encoded.length, textLeft));
      textLeft -= bytes.length;
      let before = '';
      for (const i of bytes.keys()) {
        const contexts = Array.from({ length: before.length + 1 }, (_, k) => `"${before.slice(before.length - k)}`);
        const byte = model.code(contexts, coder, encoded[i] ?? 0);
        bytes[i] = byte;
        before = (before + String.fromCharCode(byte)).slice(-LONGEST);
      }
      try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
      } catch {
        throw linkError('text', 'bytes that are none');
      }
    },
  };
}

/** Characters before a character that tell which it may be. */
const LONGEST = 4;
