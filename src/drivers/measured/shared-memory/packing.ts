import type { Value } from '../../../model/location.ts';
import type { Heap, Pointer } from './heap.ts';

/*
 * Things as words. Items of 64 bits stand at even words. A text is a byte a character if it is all ASCII, else two; a value is a text (code)
 * or a number of as many 64-bit words as it needs.
 */

const FIRST_WORDS = 1 << 10;
const FEW_WORDS = 32;
const WIDE = 1;
const IS_TEXT = 1;

/** Puts something together on this thread, to be copied to the heap in one go. */
export class Packer {
  #i32 = new Int32Array(FIRST_WORDS);
  #f64 = new Float64Array(this.#i32.buffer);
  #u64 = new BigUint64Array(this.#i32.buffer);
  #u8 = new Uint8Array(this.#i32.buffer);
  #u16 = new Uint16Array(this.#i32.buffer);
  /** Words so far. */
  length = 0;

  begin(): void {
    this.length = 0;
  }

  word(value: number): void {
    this.#reserve(1);
    this.#i32[this.length++] = value;
  }

  /** Replaces a word that was put down before. */
  setWord(at: number, value: number): void {
    this.#i32[at] = value;
  }

  double(value: number): void {
    this.#reserve(3);
    this.length = (this.length + 1) & ~1;
    this.#f64[this.length >> 1] = value;
    this.length += 2;
  }

  value(value: Value): void {
    if (typeof value === 'string') {
      this.word(IS_TEXT);
      this.text(value);
      return;
    }
    this.#reserve(3);
    const header = this.length;
    let at = ((header + 2) & ~1) >> 1;
    let words = 0;
    for (let rest = value; rest > 0n; rest >>= 64n) {
      this.#reserve(8);
      // The lowest 64 bits are taken.
      this.#u64[at++] = rest;
      words++;
    }
    this.#i32[header] = words << 1;
    this.length = at << 1;
  }

  text(text: string): void {
    const { length } = text;
    this.#reserve(2 + (length >> 1));
    const from = (this.length + 1) << 2;
    let wide = 0;
    const bytes = this.#u8;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      wide |= code >> 7;
      bytes[from + i] = code;
    }
    if (wide !== 0) for (let i = 0; i < length; i++) this.#u16[(from >> 1) + i] = text.charCodeAt(i);
    this.#i32[this.length] = (length << 1) | (wide === 0 ? 0 : WIDE);
    this.length += 1 + wordsOf(length, wide !== 0);
  }

  copyTo(heap: Heap): Pointer {
    const { length } = this;
    const pointer = heap.alloc(length);
    const from = this.#i32;
    const to = heap.i32;
    // A view takes longer to make than a few words to copy.
    if (length > FEW_WORDS) to.set(from.subarray(0, length), pointer);
    else for (let i = 0; i < length; i++) to[pointer + i] = from[i] as number;
    return pointer;
  }

  #reserve(words: number): void {
    if (this.length + words <= this.#i32.length) return;
    const larger = new Int32Array(Math.max(2 * this.#i32.length, (this.length + words + 1) & ~1));
    larger.set(this.#i32);
    this.#i32 = larger;
    this.#f64 = new Float64Array(larger.buffer);
    this.#u64 = new BigUint64Array(larger.buffer);
    this.#u8 = new Uint8Array(larger.buffer);
    this.#u16 = new Uint16Array(larger.buffer);
  }
}

/** Reads in the same order what a `Packer` has put down. */
export class Unpacker {
  readonly #heap: Heap;
  at: Pointer = 0;

  constructor(heap: Heap) {
    this.#heap = heap;
  }

  word(): number {
    this.#heap.reaches(this.at + 1);
    return this.#heap.i32[this.at++] as number;
  }

  double(): number {
    this.at = (this.at + 1) & ~1;
    this.#heap.reaches(this.at + 2);
    const value = this.#heap.f64[this.at >> 1] as number;
    this.at += 2;
    return value;
  }

  value(): Value {
    const header = this.word();
    if (header & IS_TEXT) return this.text() as Value;
    const words = header >> 1;
    this.at = (this.at + 1) & ~1;
    this.#heap.reaches(this.at + 2 * words);
    const from = this.at >> 1;
    this.at += 2 * words;
    const { u64 } = this.#heap;
    if (words === 0) return 0n;
    let value = u64[from + words - 1] as bigint;
    for (let i = words - 2; i >= 0; i--) value = (value << 64n) | (u64[from + i] as bigint);
    return value;
  }

  text(): string {
    const header = this.word();
    const length = header >> 1;
    const wide = (header & WIDE) !== 0;
    const from = this.at << 2;
    this.at += wordsOf(length, wide);
    this.#heap.reaches(this.at);
    return wide ? readWide(this.#heap, from, length) : readAscii(this.#heap, from, length);
  }
}

const wordsOf = (length: number, wide: boolean): number => (wide ? (length + 1) >> 1 : (length + 3) >> 2);

const ascii = new TextDecoder();
/** Browsers decode nothing that is shared. */
let copy = new Uint8Array(1 << 10);

function readAscii(heap: Heap, from: number, length: number): string {
  if (length > copy.length) copy = new Uint8Array(2 * length);
  copy.set(heap.u8.subarray(from, from + length));
  return ascii.decode(copy.subarray(0, length));
}

/** Characters given to `fromCharCode` at once: it takes them as arguments. */
const AT_ONCE = 4096;

function readWide(heap: Heap, from: number, length: number): string {
  const codes = new Uint16Array(heap.buffer, from, length);
  let text = '';
  for (let at = 0; at < length; at += AT_ONCE) text += String.fromCharCode(...codes.subarray(at, at + AT_ONCE));
  return text;
}
