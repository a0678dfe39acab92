import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { createMemory } from '../../../engines/memory.ts';
import { txIndex } from '../../../model/ids.ts';
import { emptyValue, type Location } from '../../../model/location.ts';
import { createArena, createLocationNumbers, openArena, openNumbers } from './arena.ts';
import { createPlaces } from './places.ts';
import { createSharedMemory } from './shared-memory.ts';
import { coinbase, LOCATIONS, type StressAnswer, type StressTask, valueWritten } from './stress.worker.ts';

const THREADS = 2;
/** Few, so that they get in each other's way; many, so that lists are long. */
const SIZES = [6, 200];
const ROUNDS = process.env.LONG ? 100 : 2;
const OPERATIONS = 15_000;

/** A thread doesn't inherit the loader that makes TypeScript run, so it registers its own. */
function startThread(): Worker {
  const entry = new URL('./stress.worker.ts', import.meta.url).href;
  return new Worker(
    `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry)}); });`,
    { eval: true },
  );
}

async function inThread(thread: Worker, task: StressTask): Promise<StressAnswer> {
  thread.postMessage(task);
  const [answer] = (await once(thread, 'message')) as [StressAnswer];
  return answer;
}

const threads = Array.from({ length: THREADS }, startThread);
afterAll(() => Promise.all(threads.map((thread) => thread.terminate())));

test.each(SIZES)(
  'two threads publish, mark, withdraw and read %i transactions at once, and nothing is torn or lost',
  { timeout: 600_000 },
  async (transactions) => {
    const seed = 20_261_120;
    let operations = 0;
    let found = 0;
    let bytes = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const numbers = createLocationNumbers('stress', 4);
      // It grows while both are at work.
      const handle = numbers && createArena(numbers, transactions);
      if (!handle) throw new Error('no shared memory here');
      const gate = new SharedArrayBuffer(4);
      const task = { handle, gate, threads: THREADS, transactions, operations: OPERATIONS, seed: seed + 100 * round };
      const answers = await Promise.all(threads.map((thread, index) => inThread(thread, { ...task, thread: index })));
      expect(answers.flatMap(({ mistakes }) => mistakes)).toEqual([]);
      operations += THREADS * OPERATIONS;
      found += answers.reduce((sum, answer) => sum + answer.found, 0);
      bytes = Math.max(bytes, handle.heap.byteLength);

      const plain = createMemory({ prestate: emptyValue, coinbase });
      for (const { version, locations, estimate } of answers.flatMap(({ finals }) => finals)) {
        const writes = locations.map((location) => ({
          location: LOCATIONS[location] as Location,
          before: 0n,
          value: valueWritten(version, location),
        }));
        plain.publish(version, { reads: [], writes, credits: [], fee: 0n });
        if (estimate) plain.markEstimates(version.tx);
      }
      const places = createPlaces(openNumbers(handle.numbers), emptyValue);
      const shared = createSharedMemory(openArena(handle), places, coinbase);
      for (const location of LOCATIONS) {
        for (let reader = 0; reader <= transactions; reader++) {
          expect(shared.read(location, txIndex(reader))).toEqual(plain.read(location, txIndex(reader)));
        }
      }
    }
    expect(found).toBeGreaterThan(operations / 10);
    expect(bytes).toBeGreaterThan(1 << 17);
    console.log(
      `${operations} operations on ${transactions} transactions, ${found} versions seen, ${bytes} bytes (seed ${seed})`,
    );
  },
);
