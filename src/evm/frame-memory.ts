import { readWord, writeWord } from './bytes.ts';
import type { RunState } from './library.ts';

/** What a frame gets at first, and what stays kept of one that needed much more. */
const FIRST_BYTES = 1 << 12;
const MOST_KEPT_BYTES = 1 << 20;
const FEW_BYTES = 64;

/**
 * The memory of one frame after another: `clear` makes it that of a new one. The library's takes a new buffer for each frame, which
 * is more work than an ERC-20 transfer does otherwise, for the allocator, for the garbage collector, and on the other core too,
 * where browsers sweep buffers that are gone.
 *
 * Whatever `read` gives as a view holds until the frame's memory is written or cleared.
 */
export class FrameMemory implements PublicPart<RunState['memory']> {
  /** Bytes from `#used` on are zero. */
  _store = new Uint8Array(FIRST_BYTES);
  #view = new DataView(this._store.buffer);
  #used = 0;

  clear(): void {
    if (this._store.length > MOST_KEPT_BYTES) this.#replaceStore(new Uint8Array(FIRST_BYTES));
    else this._store.fill(0, 0, this.#used);
    this.#used = 0;
  }

  extend(offset: number, size: number): void {
    const end = offset + size;
    if (size === 0 || end <= this._store.length) return;
    const larger = new Uint8Array(Math.max(2 * this._store.length, Math.ceil(end / FIRST_BYTES) * FIRST_BYTES));
    larger.set(this._store.subarray(0, this.#used));
    this.#replaceStore(larger);
  }

  write(offset: number, size: number, value: Uint8Array): void {
    if (size === 0) return;
    if (value.length !== size) throw new RangeError(`expected ${size} bytes to write, got ${value.length}`);
    this.#reach(offset, size);
    this._store.set(value, offset);
  }

  read(offset: number, size: number, avoidCopy?: boolean): Uint8Array<ArrayBuffer> {
    this.extend(offset, size);
    return avoidCopy === true ? this._store.subarray(offset, offset + size) : this._store.slice(offset, offset + size);
  }

  writeWord(offset: number, word: bigint): void {
    this.#reach(offset, 32);
    writeWord(this.#view, offset, word);
  }

  readWord(offset: number): bigint {
    this.extend(offset, 32);
    return readWord(this.#view, offset);
  }

  writeByte(offset: number, byte: number): void {
    this.#reach(offset, 1);
    this._store[offset] = byte;
  }

  /** Puts `size` bytes of `source`, from `from` on, at `offset`; beyond its end there are zeros. */
  copy(offset: number, source: Uint8Array, from: number, size: number): void {
    if (size === 0) return;
    this.#reach(offset, size);
    const there = Math.min(size, Math.max(0, source.length - from));
    // A view of a few bytes costs more than copying them, and moves an array that small out of the engine's own heap.
    if (there > FEW_BYTES) this._store.set(source.subarray(from, from + there), offset);
    else for (let i = 0; i < there; i++) this._store[offset + i] = source[from + i] as number;
    this._store.fill(0, offset + there, offset + size);
  }

  /** Makes room for what is about to be written. */
  #reach(offset: number, size: number): void {
    this.extend(offset, size);
    if (offset + size > this.#used) this.#used = offset + size;
  }

  #replaceStore(store: Uint8Array<ArrayBuffer>): void {
    this._store = store;
    this.#view = new DataView(store.buffer);
  }
}

type PublicPart<T> = { readonly [K in keyof T]: T[K] };
