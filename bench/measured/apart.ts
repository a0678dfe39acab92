import { createExecutorPool, type ExecutorPool } from '../../src/drivers/measured/executor-pool.ts';
import { type ExecutorService, instantNow } from '../../src/drivers/measured/protocol.ts';
import { EXECUTOR } from '../../src/drivers/measured/roles.ts';
import { createRunMemories } from '../../src/drivers/measured/run-memory.ts';
import { createWorkerLink } from '../../src/drivers/measured/worker-link.ts';
import { memoryInputOf, termsOf } from '../../src/drivers/prepare-run.ts';
import type { Block } from '../../src/model/block.ts';
import { txIndex } from '../../src/model/ids.ts';
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts';

const LIMIT_MS = 60_000;

/** What two workers take for a half of the block each, ms: one after the other, and at once. */
export interface ApartTimes {
  readonly inTurn: readonly number[];
  readonly atOnce: readonly number[];
}

/**
 * What a driver could hardly do better: two workers with nothing between them. Each has a half of the block, a memory of its own, and the whole of its
 * half in one message; nobody waits, claims, validates or commits. What is missing to twice the work of one is the machine's and the browser's.
 */
export async function timeApart(block: Block, warmRounds: number, rounds: number): Promise<ApartTimes> {
  const middle = block.transactions.length >> 1;
  const halves = [block.transactions.slice(0, middle), block.transactions.slice(middle)].map((transactions) =>
    startWorker({ ...block, transactions }),
  );
  const inTurn: number[] = [];
  const atOnce: number[] = [];
  try {
    for (let round = -warmRounds; round < rounds; round++) {
      let sum = 0;
      for (const half of halves) {
        const execute = await half.begin();
        const start = instantNow();
        const check = await execute();
        sum += instantNow() - start;
        check();
      }
      const both = await Promise.all(halves.map((half) => half.begin()));
      const start = instantNow();
      const checks = await Promise.all(both.map((execute) => execute()));
      const took = instantNow() - start;
      for (const check of checks) check();
      if (round < 0) continue;
      inTurn.push(sum);
      atOnce.push(took);
    }
  } finally {
    for (const { pool } of halves) pool.dispose();
  }
  return { inTurn, atOnce };
}

interface Half {
  readonly pool: ExecutorPool;
  /** Makes ready for another time; what is returned executes all, and what that returns checks that it has, when time doesn't count. */
  begin(): Promise<() => Promise<() => void>>;
}

function startWorker(block: Block): Half {
  const pool = createExecutorPool(() =>
    createWorkerLink<ExecutorService>(
      new Worker(new URL('../../src/drivers/measured/lanewise.worker.ts', import.meta.url), {
        type: 'module',
        name: EXECUTOR,
      }),
    ),
  );
  const memories = createRunMemories();
  const memoryInput = memoryInputOf(block, {});
  const versions = block.transactions.map((_, tx) => ({ tx: txIndex(tx), incarnation: 0 }));
  const prepared = pool.prepare(1, 1, block);
  return {
    pool,
    async begin() {
      await prepared;
      const memory = memories.create({
        ...memoryInput,
        policy: 'newest-lower',
        transactions: versions.length,
        lanes: 1,
        workersPublish: true,
      });
      await pool.begin(0, { ...memory.terms, ...termsOf(DEFAULT_SETTINGS) });
      return async () => {
        const batch = memory.transport.batchFor(0, versions);
        await pool.run(0, batch, LIMIT_MS);
        return () => {
          const results = memory.transport.resultsOf(batch, []);
          const executed = results.filter(({ execution }) => execution.kind === 'executed').length;
          if (executed !== versions.length) throw new Error(`${executed} of ${versions.length} were executed`);
          memory.release();
        };
      };
    },
  };
}
