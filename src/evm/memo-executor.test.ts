import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  BlockedRead,
  type CreditMode,
  type Execution,
  type Executor,
  type FeeMode,
  type StateView,
} from '../model/execution.ts';
import { type Gas, txIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { createExecutor } from './executor.ts';
import { createMemo } from './memo.ts';
import { createMemoExecutor } from './memo-executor.ts';
import { randomBlock } from './test-support/random-block.ts';

interface Trial {
  readonly tx: number;
  readonly fees: FeeMode;
  readonly credits: CreditMode;
  /** The read, by its number, that blocks; 0 for none. */
  readonly blockAt: number;
  /** Reads, by number, that see another value than the prestate's. */
  readonly altered: readonly number[];
  readonly waits: boolean;
}

const trials = fc.array(
  fc.record<Trial>({
    tx: fc.integer({ min: 0, max: 7 }),
    fees: fc.constantFrom('delta', 'naive'),
    credits: fc.constantFrom('strict', 'commutative'),
    blockAt: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 12 })),
    altered: fc.oneof(fc.constant([]), fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 2 })),
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The execution, and every wait and read in order, as text. */
async function observe(executor: Executor, prestate: (location: Location) => Value, trial: Trial) {
  const calls: string[] = [];
  let reads = 0;
  const view: StateView = {
    read(location) {
      reads++;
      calls.push(`read ${location}`);
      if (reads === trial.blockAt) throw new BlockedRead(location, txIndex(0));
      const value = prestate(location);
      return trial.altered.includes(reads) && typeof value === 'bigint' && !location.startsWith('e')
        ? value + 1n
        : value;
    },
  };
  const pace = (at: Gas) => {
    calls.push(`pace ${at}`);
    return trial.waits ? Promise.resolve() : undefined;
  };
  const { fees, credits } = trial;
  const execution: Execution = await executor.execute(txIndex(trial.tx), view, { fees, credits, pace });
  return { execution, calls };
}

test('with a memo everything is as without', async () => {
  const numRuns = process.env.LONG ? 500 : 50;
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 500 }), trials, fc.boolean(), async (seed, list, small) => {
      const block = randomBlock(seed, 8);
      const prestate = createPrestateReader(block.prestate);
      const plain = await createExecutor(block);
      // Two lanes share a memo; a small one forgets all the time.
      const memo = createMemo(small ? 20 : undefined);
      const lanes = [
        createMemoExecutor(await createExecutor(block), memo),
        createMemoExecutor(await createExecutor(block), memo),
      ];
      for (const [i, trial] of [...list, ...list].entries()) {
        expect(await observe(lanes[i % 2] as Executor, prestate, trial)).toEqual(await observe(plain, prestate, trial));
      }
    }),
    { numRuns },
  );
}, 900_000);

test('what has been seen runs no EVM', async () => {
  const block = randomBlock(3, 8);
  const prestate = createPrestateReader(block.prestate);
  const inner = await createExecutor(block);
  let runs = 0;
  const counting: Executor = {
    preimages: inner.preimages,
    execute: (...args) => {
      runs++;
      return inner.execute(...args);
    },
  };
  const executor = createMemoExecutor(counting);
  const trial: Trial = { tx: 0, fees: 'delta', credits: 'strict', blockAt: 0, altered: [], waits: false };
  const first = await observe(executor, prestate, trial);
  expect((await observe(executor, prestate, trial)).execution).toBe(first.execution);
  expect(runs).toBe(1);
  const blocked: Trial = { ...trial, blockAt: 2 };
  expect((await observe(executor, prestate, blocked)).execution.kind).toBe('blocked');
  expect(await observe(executor, prestate, blocked)).toEqual(await observe(inner, prestate, blocked));
  expect(runs).toBe(2);
  await observe(executor, prestate, { ...trial, altered: [2] });
  expect(runs).toBe(3);
});
