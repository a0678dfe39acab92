import { expect, test } from 'vitest';
import { createExecutor } from '../../../evm/executor.ts';
import { randomBlock } from '../../../evm/test-support/random-block.ts';
import type { Execution, Executor } from '../../../model/execution.ts';
import { txIndex } from '../../../model/ids.ts';
import { createPrestateReader } from '../../../model/prestate.ts';
import type { RunTerms } from '../protocol.ts';
import { createArena, createLocationNumbers, openNumbers } from './arena.ts';
import { createSharedTransport } from './coordinator-side.ts';
import { createPlaces } from './places.ts';
import { createWorkerSide } from './worker-side.ts';

const BLOCKS = 100;
const TRANSACTIONS = 6;
const terms: RunTerms = { policy: 'newest-lower', fees: 'delta', credits: 'commutative', workersPublish: true };

/** Puts aside what it gives back. */
function remembering(executor: Executor, executions: Execution[]): Executor {
  return {
    preimages: executor.preimages,
    async execute(...input) {
      const execution = await executor.execute(...input);
      executions.push(execution);
      return execution;
    },
  };
}

test('what a worker’s executor made of a transaction comes out of shared memory the same', async () => {
  let bareAccesses = 0;
  for (let seed = 0; seed < BLOCKS; seed++) {
    const block = randomBlock(seed, TRANSACTIONS);
    const { coinbase } = block.env;
    const numbers = createLocationNumbers(`test ${seed}`, 10);
    const handle = numbers && createArena(numbers, TRANSACTIONS);
    if (!handle) throw new Error('no shared memory here');
    const places = () => createPlaces(openNumbers(handle.numbers), createPrestateReader(block.prestate));
    const transport = createSharedTransport(handle, places(), TRANSACTIONS, coinbase);
    const executions: Execution[] = [];
    const executor = remembering(await createExecutor(block), executions);
    const worker = createWorkerSide({ handle, places: places(), coinbase, executor, terms, list: null });
    for (let tx = 0; tx < TRANSACTIONS; tx++) {
      const versions = [{ tx: txIndex(tx), incarnation: 0 }] as const;
      const batch = transport.batchFor(0, versions);
      await worker.execute(versions[0], batch.tickets?.[0] ?? 0, 0);
      const [result] = transport.resultsOf({ updates: [], versions, tickets: batch.tickets ?? [] }, [], 0);
      const execution = executions[tx];
      expect(result?.open().execution, `seed ${seed}, transaction ${tx}`).toEqual(execution);
      // Looked into as engines would, too.
      expect(result?.execution.recording.bareAccesses).toEqual(execution?.recording.bareAccesses ?? []);
      bareAccesses += execution?.recording.bareAccesses?.length ?? 0;
    }
  }
  expect(bareAccesses).toBeGreaterThan(BLOCKS / 10);
});
