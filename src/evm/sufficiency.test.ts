import { describe, expect, test } from 'vitest';
import { createRandom } from '../lib/random.ts';
import { parseBlockFile } from '../formats/block-file.ts';
import type { Block } from '../model/block.ts';
import type { CreditMode, FinalExecution } from '../model/execution.ts';
import { MAINNET_BLOCKS, readFixture } from './test-support/fixtures.ts';
import { randomBlock } from './test-support/random-block.ts';
import { conflictsBefore, randomOrder } from './test-support/reorder.ts';
import { executeSerially } from './test-support/serial.ts';

/** What may not depend on the order: everything but the gas at which something was read. */
function toResult(execution: FinalExecution): unknown {
  const { writes, credits, fee } = execution.recording;
  return execution.kind === 'executed' ? [execution.receipt, writes, credits, fee] : execution.reason;
}

/** Executes again in an order that respects only the recorded conflicts. Returns how many places moved. */
async function reorder(block: Block, credits: CreditMode, seed: number): Promise<number> {
  const serial = await executeSerially(block, { credits });
  const order = randomOrder(conflictsBefore(serial.executions, block.env.coinbase), createRandom(seed));
  expect(order.length).toBe(block.transactions.length);
  const other = await executeSerially(block, { credits, order });
  expect(other.executions.map(toResult), `seed ${seed}, order ${order}`).toEqual(serial.executions.map(toResult));
  const sorted = (post: ReadonlyMap<string, unknown>) => [...post].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(other.state.postState())).toEqual(sorted(serial.state.postState()));
  return order.filter((tx, place) => tx !== place).length;
}

describe('the recorded conflicts are all there are', () => {
  test.each(['strict', 'commutative'] as const)(
    'random blocks, %s credits',
    async (credits) => {
      let moved = 0;
      const blocks = process.env.LONG ? 500 : 100;
      for (let seed = 0; seed < blocks; seed++) moved += await reorder(randomBlock(seed, 12), credits, seed);
      // The blocks are made to conflict; still, some transactions change places.
      expect(moved).toBeGreaterThan(blocks);
    },
    900_000,
  );

  describe.skipIf(MAINNET_BLOCKS.length === 0)('mainnet blocks (skipped without ../shared/fixtures)', () => {
    test.each(MAINNET_BLOCKS)('%s', async (name) => {
      const block = parseBlockFile(readFixture('blocks', name));
      await reorder(block, 'strict', 1);
      await reorder(block, 'commutative', 2);
    });
  });
});
