import { describe, expect, test } from 'vitest';
import { createGrowable, GrowableWords, SharedMemoryFull } from './growable-words.ts';
import { Heap } from './heap.ts';

const PAGE = 1 << 16;

describe('words that grow', () => {
  test('another thread’s view reaches what was added since it was made', () => {
    const buffer = createGrowable(PAGE, 8 * PAGE);
    const [mine, theirs] = [new GrowableWords(buffer), new GrowableWords(buffer)];
    const far = PAGE; // Words: four pages of bytes.
    expect(theirs.reaches(far + 1)).toBe(false);
    mine.ensure(far + 1);
    Atomics.store(mine.i32, far, 42);
    expect(theirs.reaches(far + 1)).toBe(true);
    expect(Atomics.load(theirs.i32, far)).toBe(42);
  });

  test('say when they are full, and stay as they were', () => {
    const words = new GrowableWords(createGrowable(PAGE, 2 * PAGE));
    expect(() => words.ensure(PAGE)).toThrow(SharedMemoryFull);
    words.ensure(PAGE / 2);
    expect(words.i32.length).toBe(PAGE / 2);
  });
});

describe('heap', () => {
  test('no two threads are given the same words, and items of any size fit', () => {
    const buffer = createGrowable(0, 256 * PAGE);
    const first = new Heap(buffer);
    first.reset(100);
    const heaps = [first, new Heap(buffer)];
    const given: (readonly [from: number, to: number])[] = [];
    for (const size of [1, 7, 8000, 30, 20_000, 5, 8192, 3, 100_000, 2]) {
      for (const heap of heaps) {
        const at = heap.alloc(size);
        heap.i32.fill(size, at, at + size);
        given.push([at, at + size]);
      }
    }
    given.sort((a, b) => a[0] - b[0]);
    expect(given.every(([from]) => from % 2 === 0 && from >= 100)).toBe(true);
    expect(given.every(([, to], i) => to <= (given[i + 1]?.[0] ?? Number.POSITIVE_INFINITY))).toBe(true);
  });

  test('after a reset it begins anew', () => {
    const heap = new Heap(createGrowable(0, 16 * PAGE));
    heap.reset(10);
    const first = heap.alloc(4);
    heap.alloc(9000);
    heap.reset(10);
    expect(heap.alloc(4)).toBe(first);
  });

  test('a full one says so', () => {
    const heap = new Heap(createGrowable(0, PAGE));
    heap.reset(10);
    expect(() => {
      for (;;) heap.alloc(1000);
    }).toThrow(SharedMemoryFull);
  });
});
