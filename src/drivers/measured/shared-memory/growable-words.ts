/** The memory can't grow any further. The run can go on without shared memory, from the start. */
export class SharedMemoryFull extends Error {
  override readonly name = 'SharedMemoryFull';
  constructor(bytes: number) {
    super(`the shared memory of ${bytes} bytes is full`);
  }
}

/**
 * 32-bit words that several threads see, in a SharedArrayBuffer that grows where it stands: nobody has to be told. A view
 * doesn't grow with it (one that does is several times slower to read), so each thread makes a new one when it meets a word beyond
 * the end of its own.
 *
 * For the newcomer to Atomics: a plain write may become visible to another thread at any time, in any order. But all that was
 * written before an `Atomics.store` (or `add`, `compareExchange`) is there for whoever has seen its value by an `Atomics.load`.
 * So everything in this folder is written plainly first, where nobody looks yet, and then made known by one atomic write
 * of a pointer to it. What is pointed at never changes again, so there is nothing half-written to be read.
 */
export class GrowableWords {
  readonly buffer: SharedArrayBuffer;
  i32: Int32Array;

  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer;
    this.i32 = new Int32Array(buffer, 0, buffer.byteLength >> 2);
  }

  /** Whether the words below `end` exist; makes them readable if so. */
  reaches(end: number): boolean {
    if (end <= this.i32.length) return true;
    this.refresh();
    return end <= this.i32.length;
  }

  /** Makes the words below `end` exist; new ones are zero. Throws `SharedMemoryFull`. */
  ensure(end: number): void {
    while (!this.reaches(end)) {
      const { byteLength, maxByteLength } = this.buffer;
      if (end * 4 > maxByteLength) throw new SharedMemoryFull(maxByteLength);
      try {
        this.buffer.grow(Math.min(Math.max(2 * byteLength, toPages(end * 4)), maxByteLength));
      } catch (error) {
        // Another thread may have made it larger than that by now; else the machine has no more to give.
        if (this.buffer.byteLength === byteLength) throw new SharedMemoryFull(byteLength);
        if (!(error instanceof RangeError)) throw error;
      }
    }
  }

  protected refresh(): void {
    this.i32 = new Int32Array(this.buffer, 0, this.buffer.byteLength >> 2);
  }
}

/** Sizes are whole pages, so that doubled ones stay multiples of every alignment. */
const PAGE = 1 << 16;
export const toPages = (bytes: number): number => Math.ceil(bytes / PAGE) * PAGE;

/** `mostBytes` is only reserved, not taken. Throws a RangeError when the machine can't even reserve it. */
export function createGrowable(bytes: number, mostBytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(toPages(bytes), { maxByteLength: Math.max(toPages(bytes), mostBytes) });
}
