import type { Block } from '../../../model/block.ts';
import { buildBlock } from '../../../workloads/build-block.ts';
import { generateScenario } from '../../../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../../workloads/generate/options.ts';
import type { CoordinatorWork, JobContext, KnownBlock } from '../coordinator-service.ts';
import { createCoordinatorWork } from '../coordinator-work.ts';
import { createExecutorPool } from '../executor-pool.ts';
import type { ExecutorService } from '../protocol.ts';
import { EXECUTOR } from '../roles.ts';
import { createWorkerLink } from '../worker-link.ts';

/**
 * How a worker fails: it throws while it executes; crashes where nobody can catch it; ends itself; takes memory until there is
 * none; computes for ever, once or at every transaction from then on; is slow once.
 */
export type Fault = 'throw' | 'crash' | 'close' | 'exhaust' | 'hang' | 'always-hang' | 'slow';

/** The coordinator's work on the caller's thread, with real executor workers of which some fail. */
export interface FaultyPool {
  readonly work: CoordinatorWork;
  /** Every worker ever started, in order. */
  readonly workers: readonly Worker[];
  /**
   * How to run so that the faulty workers, together, fail in the middle of their nth transaction once a single worker has begun to
   * take the times: those of other lanes have been prepared by then, and next they execute in the run itself.
   */
  failing(nth: number): JobContext;
  dispose(): void;
}

/** Nothing goes wrong, and nobody asks how far it is. */
export const UNDISTURBED: JobContext = { signal: new AbortController().signal, onProgress: () => {} };

/** Which of the workers to be started fails, and how; undefined for a good one. */
export function createFaultyPool(faultOf: (spawned: number) => Fault | undefined, patienceMs = 300): FaultyPool {
  const workers: Worker[] = [];
  const pool = createExecutorPool(() => {
    const fault = faultOf(workers.length);
    const worker = fault
      ? new Worker(new URL('./faulty.worker.ts', import.meta.url), { type: 'module', name: fault })
      : new Worker(new URL('../lanewise.worker.ts', import.meta.url), { type: 'module', name: EXECUTOR });
    if (fault) worker.postMessage(word);
    workers.push(worker);
    return createWorkerLink<ExecutorService>(worker);
  });
  const word = new SharedArrayBuffer(4);
  return {
    work: createCoordinatorWork(pool, patienceMs),
    workers,
    failing(nth) {
      let armed = false;
      return {
        ...UNDISTURBED,
        onProgress({ phase }) {
          if (armed || phase !== 'serial' || workers.length === 0) return;
          armed = true;
          Atomics.store(new Int32Array(word), 0, nth);
        },
      };
    },
    dispose: () => pool.dispose(),
  };
}

let blocks = 0;

/** Named as the coordinator names blocks. */
export function known(block: Block): KnownBlock {
  return { id: ++blocks, block, found: new Map() };
}

/** Transactions of every kind, of which many meet. */
export function mixedBlock(transactions: number, seed = 1): KnownBlock {
  const options = { ...DEFAULT_GENERATOR_OPTIONS, transactions, accounts: 60, contention: 1, seed };
  const { block } = buildBlock(generateScenario(options));
  if (!block) throw new Error('the generator made a block with problems');
  return known(block);
}
