import { createMemoryFor } from '../../engines/create-memory.ts';
import type { Executor } from '../../model/execution.ts';
import { emptyValue } from '../../model/location.ts';
import { createExecutorPool, type ExecutorPool } from './executor-pool.ts';
import { createExecutorService } from './executor-service.ts';
import type { ExecutorService } from './protocol.ts';
import type { Sleep } from './shared-memory/task-queue.ts';
import { type WorkerLink, WorkerLost } from './worker-link.ts';

export interface MortalWorkers {
  readonly pool: ExecutorPool;
  /** How many have died by then. */
  readonly deaths: () => number;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Other workers get their turn while one waits; a real one would block its thread. */
const sleepAside: Sleep = async (words, word, value) => {
  const waiting = Atomics.waitAsync(words, word, value, 2);
  if (waiting.async) await waiting.value;
  await nextTurn();
};

/**
 * Test support: a pool of workers on this thread, with the prestate empty, that run side by side access by access. Moments are counted
 * over all of them: each time that one loads a block or comes to an access. At the moments in `fatal` it dies where it is,
 * and whoever has asked it for something hears so; without a word, as a real one does.
 */
export function createMortalWorkers(createExecutor: () => Executor, fatal: ReadonlySet<number>): MortalWorkers {
  let moment = 0;
  let deaths = 0;

  function spawn(): WorkerLink<ExecutorService> {
    let lost: WorkerLost | null = null;
    const waiting = new Set<(lost: WorkerLost) => void>();
    const die = (deliberate: boolean): void => {
      if (lost) return;
      lost = new WorkerLost('it died', deliberate);
      deaths++;
      for (const reject of waiting) reject(lost);
    };
    /** Never goes on once the worker is dead. */
    const live = async (): Promise<void> => {
      await nextTurn();
      if (fatal.has(moment++)) die(false);
      if (lost) await new Promise(() => {});
    };
    const service = createExecutorService({
      async createExecutor() {
        await live();
        const executor = createExecutor();
        return {
          preimages: executor.preimages,
          execute: (tx, view, options) => executor.execute(tx, view, { ...options, pace: live }),
        };
      },
      createMemory: createMemoryFor,
      prestateOf: () => emptyValue,
      async sleep(words, word, value) {
        await sleepAside(words, word, value);
        if (lost) await new Promise(() => {});
      },
    });
    return {
      call: (ask) =>
        new Promise((resolve, reject) => {
          if (lost) {
            reject(lost);
            return;
          }
          waiting.add(reject);
          // What a dead one answers after all isn't heard.
          ask(service)
            .then(resolve, reject)
            .finally(() => waiting.delete(reject));
        }),
      terminate: () => die(true),
      get alive() {
        return lost === null;
      },
    };
  }

  return { pool: createExecutorPool(spawn), deaths: () => deaths };
}
