import { expect, test } from 'vitest';
import type { Block } from '../model/block.ts';
import { txIndex } from '../model/ids.ts';
import { createExecutor } from './executor.ts';
import { createSerialState } from './serial-state.ts';
import { stateRoot } from './state-root.ts';
import { RANDOM_FORKS, randomBlock } from './test-support/random-block.ts';
import { createStockRunner } from './test-support/stock.ts';

const TRANSACTIONS = 10;
/** Only so that a test that hangs ends; the long run shares its machine. */
const TIMEOUT_MS = 900_000;
/** 2,500 transactions, of which some 300 are invalid; four times as many in the long run. */
const BLOCKS = process.env.LONG ? 1_000 : 250;

/** What both make of the block; of equal length, and equal when all is well. */
async function compare(block: Block) {
  const executor = await createExecutor(block);
  const stock = await createStockRunner(block);
  const state = createSerialState(block.prestate, block.env.coinbase);
  const ours: unknown[] = [];
  const theirs: unknown[] = [];
  for (let i = 0; i < block.transactions.length; i++) {
    const execution = await executor.execute(txIndex(i), state, {
      fees: 'delta',
      credits: i % 2 ? 'strict' : 'commutative',
    });
    if (execution.kind === 'executed') {
      state.apply(execution.recording);
      const { gasUsed, success, logs, output } = execution.receipt;
      ours.push({ gasUsed, success, logs, output });
    } else ours.push(null);
    theirs.push(await stock.run(i));
    ours.push(stateRoot(block.prestate, state.postState()));
    theirs.push(await stock.stateRoot());
  }
  return { ours, theirs };
}

test.each(RANDOM_FORKS)(
  'random blocks come out as under the stock library: %s',
  async (fork) => {
    const seeds = Array.from({ length: BLOCKS }, (_, seed) => seed);
    let executed = 0;
    for (const seed of seeds) {
      const block = randomBlock(seed, TRANSACTIONS);
      if (block.hardfork !== fork) continue;
      const { ours, theirs } = await compare(block);
      expect(ours, `seed ${seed}`).toEqual(theirs);
      executed += ours.filter((entry) => entry !== null && typeof entry === 'object').length;
    }
    expect(executed).toBeGreaterThan((BLOCKS / RANDOM_FORKS.length) * TRANSACTIONS * 0.5);
  },
  TIMEOUT_MS,
);
