import { GrowableWords } from './growable-words.ts';

/** The index of a word in a heap: even, so that 64-bit items fit behind it and the lowest bit is free for a mark. 0 is nowhere. */
export type Pointer = number;

/** A thread takes so many words at once and hands them out by itself, so that threads seldom meet here. */
const CHUNK = 1 << 13;
/** Word 0: where the next chunk begins. */
const NEXT = 0;

/**
 * Memory that is only ever added to: nothing is freed before the run is over, so a pointer that was good once stays good, and no
 * pointer comes to mean something else. A worker that is killed leaves a chunk half used, and nothing else.
 */
export class Heap extends GrowableWords {
  f64!: Float64Array;
  u64!: BigUint64Array;
  u8!: Uint8Array;
  #next = 0;
  #end = 0;

  constructor(buffer: SharedArrayBuffer) {
    super(buffer);
    this.refresh();
  }

  /** Before anybody uses it, and whenever nobody does: the words below `reserved` are the caller's, the rest is free. */
  reset(reserved: number): void {
    this.#next = 0;
    this.#end = 0;
    this.ensure(reserved);
    Atomics.store(this.i32, NEXT, Math.ceil(reserved / CHUNK) * CHUNK);
  }

  /** Words used so far, by all threads. */
  get used(): number {
    return Atomics.load(this.i32, NEXT);
  }

  /** `words` words of this thread's own. They hold anything. Throws `SharedMemoryFull`. */
  alloc(words: number): Pointer {
    const size = (words + 1) & ~1;
    let at = this.#next;
    if (at + size > this.#end) {
      const taken = size > CHUNK ? Math.ceil(size / CHUNK) * CHUNK : CHUNK;
      at = Atomics.add(this.i32, NEXT, taken);
      this.ensure(at + taken);
      // What is larger than a chunk has its own, and the present one is used on.
      if (taken > CHUNK) return at;
      this.#end = at + taken;
    }
    this.#next = at + size;
    return at;
  }

  protected override refresh(): void {
    super.refresh();
    const { buffer } = this;
    this.f64 = new Float64Array(buffer, 0, buffer.byteLength >> 3);
    this.u64 = new BigUint64Array(buffer, 0, buffer.byteLength >> 3);
    this.u8 = new Uint8Array(buffer, 0, buffer.byteLength);
  }
}
