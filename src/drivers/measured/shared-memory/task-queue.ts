import { type TxIndex, txIndex, type Version } from '../../../model/ids.ts';
import type { Heap, Pointer } from './heap.ts';

/*
 * The tasks of one worker, as a ring in shared memory: the coordinator writes behind, the worker takes in front, and neither ever
 * waits for the other's turn. One word counts what was given, another what is done; the difference is what is left. A worker with
 * nothing to do sleeps on a third, the signal, which changes with everything that could concern it.
 *
 * A worker that takes the place of a lost one gets a new queue: the lost one may still be running, and has only its own.
 */

const GIVEN = 0;
/** Beside what was given: when so many are left, the coordinator wants to hear of it. */
const LOW_WATER = 1;
const DONE = 1;
const SIGNAL = 2;
const CLOSED = 3;
/** Not 0 once the worker is there. */
const ARRIVED = 4;
/** Counters of different threads stand apart, on cache lines of their own. */
const APART = 16;
const FIRST_TASK = 5 * APART;

/** A task: transaction, incarnation, ticket. */
const TASK_WORDS = 3;

export interface QueuedTask {
  readonly version: Version;
  readonly ticket: number;
}

/** How a thread sleeps until the word isn't `value` any more, or somebody calls `Atomics.notify` on it. */
export type Sleep = (words: Int32Array, word: number, value: number) => unknown;

/** As a worker can: nothing else happens on its thread. */
export const sleepBlocking: Sleep = (words, word, value) => {
  Atomics.wait(words, word, value);
};

/** Has room for one task for each transaction at least. */
export function createTaskQueue(heap: Heap, transactions: number): Pointer {
  const capacity = capacityFor(transactions);
  const queue = heap.alloc(FIRST_TASK + TASK_WORDS * capacity);
  heap.i32.fill(0, queue, queue + FIRST_TASK);
  return queue;
}

const capacityFor = (transactions: number): number => 1 << Math.ceil(Math.log2(transactions + 1));

/** The coordinator's end. */
export class QueueGiver {
  readonly #heap: Heap;
  readonly #queue: Pointer;
  readonly #mask: number;
  #given = 0;

  constructor(heap: Heap, queue: Pointer, transactions: number) {
    this.#heap = heap;
    this.#queue = queue;
    this.#mask = capacityFor(transactions) - 1;
  }

  /**
   * How many tasks can be given now. Where several workers are sent the same, one that is long at something may have much in its
   * queue that others have done; and what a lost worker had is sent again to those that may still have it.
   */
  get room(): number {
    return this.#mask + 1 - (this.#given - this.done);
  }

  /**
   * Puts tasks behind those that are there; a RangeError where there is no room. The bell is rung when only `lowWater` are left,
   * and when none is.
   */
  give(tasks: readonly QueuedTask[], lowWater: number): void {
    if (tasks.length > this.room) throw new RangeError(`${tasks.length} tasks for a queue with room for ${this.room}`);
    const { i32 } = this.#heap;
    for (const { version, ticket } of tasks) {
      const at = this.#queue + FIRST_TASK + TASK_WORDS * (this.#given++ & this.#mask);
      i32[at] = version.tx;
      i32[at + 1] = version.incarnation;
      i32[at + 2] = ticket;
    }
    Atomics.store(i32, this.#queue + GIVEN * APART + LOW_WATER, lowWater);
    Atomics.store(i32, this.#queue + GIVEN * APART, this.#given);
    this.#signal();
  }

  /** Settles when the worker has come to its queue, or after `limitMs`. */
  async arrival(limitMs: number): Promise<void> {
    await Atomics.waitAsync(this.#heap.i32, this.#queue + ARRIVED * APART, 0, limitMs).value;
  }

  /** Tasks done so far. */
  get done(): number {
    return Atomics.load(this.#heap.i32, this.#queue + DONE * APART);
  }

  /** The worker stops after the task that it is at. */
  close(): void {
    Atomics.store(this.#heap.i32, this.#queue + CLOSED * APART, 1);
    this.#signal();
  }

  #signal(): void {
    Atomics.add(this.#heap.i32, this.#queue + SIGNAL * APART, 1);
    Atomics.notify(this.#heap.i32, this.#queue + SIGNAL * APART);
  }
}

/** The worker's end. */
export class QueueTaker {
  readonly #heap: Heap;
  readonly #queue: Pointer;
  readonly #mask: number;
  #done = 0;

  constructor(heap: Heap, queue: Pointer, transactions: number) {
    this.#heap = heap;
    this.#queue = queue;
    this.#mask = capacityFor(transactions) - 1;
    heap.reaches(queue + FIRST_TASK + TASK_WORDS * (this.#mask + 1));
    Atomics.store(heap.i32, queue + ARRIVED * APART, 1);
    Atomics.notify(heap.i32, queue + ARRIVED * APART);
  }

  /** The next task, waiting for it if need be; null once the queue is closed. */
  async take(sleep: Sleep): Promise<QueuedTask | null> {
    for (;;) {
      const { i32 } = this.#heap;
      const signal = Atomics.load(i32, this.#queue + SIGNAL * APART);
      if (Atomics.load(i32, this.#queue + CLOSED * APART) !== 0) return null;
      if (this.#left > 0) return this.#next();
      await sleep(i32, this.#queue + SIGNAL * APART, signal);
    }
  }

  /** The task taken last has been done. Whether the coordinator waits to hear of it. */
  finish(): boolean {
    Atomics.store(this.#heap.i32, this.#queue + DONE * APART, ++this.#done);
    const left = this.#left;
    return left === 0 || left === Atomics.load(this.#heap.i32, this.#queue + GIVEN * APART + LOW_WATER);
  }

  get #left(): number {
    return Atomics.load(this.#heap.i32, this.#queue + GIVEN * APART) - this.#done;
  }

  #next(): QueuedTask {
    const { i32 } = this.#heap;
    const at = this.#queue + FIRST_TASK + TASK_WORDS * (this.#done & this.#mask);
    const tx: TxIndex = txIndex(i32[at] as number);
    return { version: { tx, incarnation: i32[at + 1] as number }, ticket: i32[at + 2] as number };
  }
}
