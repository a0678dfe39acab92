import { breathe } from '../../../lib/breathe.ts';
import { instantNow } from '../protocol.ts';
import type { Heap } from './heap.ts';

/** A coordinator that waits stands still for so long at most, ms: then it hears messages, as of a cancellation or a worker's end. */
const SLICE_MS = 20;

/**
 * Unrung it looks every so many ms. A ring that wakes a thread costs whoever rings as much as several transfers of a token, where
 * the processor of the thread that sleeps has to be woken as well; looking costs the coordinator next to nothing.
 */
const LOOK_MS = 0.5;

/**
 * While a lane has nothing to do, a processor is free and the next ring is near: for so many ms the coordinator stays awake for it. Whoever
 * rings then wakes nobody, and is answered at once.
 */
const AWAKE_MS = 0.15;

/** A page's own thread must never stand still; a worker may. It wakes up in a quarter of the time that `waitAsync` takes. */
const mayBlock = (): boolean => 'WorkerGlobalScope' in globalThis;

/**
 * How workers tell the coordinator that there is something to see: they change a word and notify whoever waits on it. What there is
 * to see stands elsewhere, so that any number of rings may be answered by one look.
 */
export class Bell {
  readonly #heap: Heap;
  readonly #word: number;
  /** Not 0 while a lane has nothing to do: then every task's end may matter to it. */
  readonly #hungry: number;

  constructor(heap: Heap, word: number, hungry: number) {
    this.#heap = heap;
    this.#word = word;
    this.#hungry = hungry;
  }

  ring(): void {
    Atomics.add(this.#heap.i32, this.#word, 1);
    Atomics.notify(this.#heap.i32, this.#word);
  }

  get hungry(): boolean {
    return Atomics.load(this.#heap.i32, this.#hungry) !== 0;
  }
  set hungry(value: boolean) {
    Atomics.store(this.#heap.i32, this.#hungry, value ? 1 : 0);
  }

  /** Calls `answer` now, after each ring, and now and then, until it returns false. */
  async listen(answer: () => boolean): Promise<void> {
    let heard = instantNow();
    for (;;) {
      // Read before looking: what rings after that isn't missed.
      const rung = Atomics.load(this.#heap.i32, this.#word);
      if (!answer()) return;
      if (!mayBlock()) {
        await this.#waitFor(rung);
        continue;
      }
      const left = SLICE_MS - (instantNow() - heard);
      if (left > 0 && this.hungry && this.#rangWithin(AWAKE_MS, rung)) continue;
      if (left > 0) Atomics.wait(this.#heap.i32, this.#word, rung, Math.min(left, LOOK_MS));
      else {
        await breathe();
        heard = instantNow();
      }
    }
  }

  #rangWithin(ms: number, rung: number): boolean {
    const until = instantNow() + ms;
    while (instantNow() < until) {
      if (Atomics.load(this.#heap.i32, this.#word) !== rung) return true;
    }
    return false;
  }

  /** Rung already, messages must get through all the same. */
  async #waitFor(rung: number): Promise<void> {
    const wait = Atomics.waitAsync(this.#heap.i32, this.#word, rung, LOOK_MS);
    await (wait.async ? wait.value : breathe());
  }
}
