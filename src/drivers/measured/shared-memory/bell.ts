import { breathe } from '../../../lib/breathe.ts';
import type { Heap } from './heap.ts';

/**
 * How workers tell the coordinator that there is something to see: they change a word and notify whoever waits on it. The
 * coordinator, which must hear messages too, waits by `Atomics.waitAsync`. What there is to see stands elsewhere, so that any number of
 * rings may be answered by one look.
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

  /** Calls `answer` now and after each ring, until it returns false. */
  async listen(answer: () => boolean): Promise<void> {
    for (;;) {
      const { i32 } = this.#heap;
      // Read before looking: what rings after that isn't missed.
      const rung = Atomics.load(i32, this.#word);
      if (!answer()) return;
      const wait = Atomics.waitAsync(i32, this.#word, rung);
      // Rung already. A cancellation must get through all the same.
      await (wait.async ? wait.value : breathe());
    }
  }
}
