import type { BlockLevelAccessList } from '@ethereumjs/util';
import { expect, test } from 'vitest';
import { buildAccessList } from '../analysis/build-access-list.ts';
import { decodeAccessList, encodeAccessList } from '../formats/block-access-list.ts';
import { compareLists, type ListDifference } from '../model/block-access-list.ts';
import type { Block } from '../model/block.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { randomBlock as randomWorkload } from '../workloads/random-block.ts';
import { randomBlock as randomCollisions, RANDOM_FORKS } from './test-support/random-block.ts';
import { executeSerially } from './test-support/serial.ts';
import { createStockRunner } from './test-support/stock.ts';

/*
 * Against the list that @ethereumjs/evm builds itself (EIP-7928 alone, on top of Prague or Osaka: the other EIPs of Amsterdam
 * change gas). Every change must be the same: location, index and value. What is only looked at differs in four ways:
 *
 * 1. The library names a few accounts that are accessed without a look at their state, as the EIP wants it. Recordings hold reads of state,
 *    and precompiles by name, so our list doesn't have the others.
 * 2. Ours names a slot, or the target of a call, that was read to price an instruction which then couldn't be paid. By the EIP
 *    ("Gas Validation Before State Access") what fails the checks that need no state isn't in the list, so the library is right.
 * 3. Ours names slots that a reverted SSTORE or one that changes nothing has read, where the library has lost them.
 * 4. The library names a slot as read that it names as changed, too; the EIP says that a change subsumes the read, so ours is right.
 *
 * None of them changes what a transaction reads from the list.
 */

const BLOCKS = process.env.LONG === '1' ? 2_000 : 200;
const TIMEOUT_MS = 3_600_000;
const FORKS = ['prague', 'osaka'] as const;

/** Programs that keep meeting each other, or the contract library with creations and self-destructs; at a fork that can have the EIP. */
function blockOf(seed: number): Block {
  const fork = FORKS[seed % FORKS.length] ?? 'osaka';
  if (seed % 4 < 2) return { ...randomWorkload(seed, 6), hardfork: fork };
  return randomCollisions(RANDOM_FORKS.length * seed + RANDOM_FORKS.indexOf(fork), 6);
}

async function compare(
  block: Block,
): Promise<{ differences: readonly ListDifference[]; doubled: number; changes: number }> {
  const { executions } = await executeSerially(block);
  const ours = buildAccessList({
    executions,
    prestate: createPrestateReader(block.prestate),
    coinbase: block.env.coinbase,
    systemWrites: [],
  });
  expect(decodeAccessList(encodeAccessList(ours))).toEqual(ours);

  const stock = await createStockRunner(block, [7928]);
  const list = stock.vm.evm.blockLevelAccessList;
  if (!list) throw new Error('the library builds no list');
  for (const index of block.transactions.keys()) {
    list.blockAccessIndex = index + 1;
    // What can't be included leaves nothing in a block's list, but the library has looked at its sender by then.
    if (executions[index]?.kind === 'executed') await stock.run(index);
  }
  const doubled = dropDoubled(list);
  const changes = ours.reduce((sum, { balanceChanges }) => sum + balanceChanges.length, 0);
  return { differences: compareLists(decodeAccessList(list.serialize()), ours), doubled, changes };
}

/** Takes out reads of slots that are changed, and says how many there were. */
function dropDoubled(list: BlockLevelAccessList): number {
  let dropped = 0;
  for (const { storageChanges, storageReads } of Object.values(list.accesses)) {
    for (const slot of storageReads) if (slot in storageChanges && storageReads.delete(slot)) dropped++;
  }
  return dropped;
}

test(
  `the list of ${BLOCKS} random blocks has the changes that the library's has`,
  async () => {
    let changes = 0;
    let namedByLibrary = 0;
    let namedByUs = 0;
    let doubled = 0;
    for (let seed = 0; seed < BLOCKS; seed++) {
      const found = await compare(blockOf(seed));
      changes += found.changes;
      doubled += found.doubled;
      for (const difference of found.differences) {
        // Never a value, nor when it came to be.
        expect(
          difference.index,
          `seed ${seed}: ${JSON.stringify(difference, (_, v) => (typeof v === 'bigint' ? `${v}` : v))}`,
        ).toBeUndefined();
        if (difference.produced !== null) namedByUs++;
        else {
          namedByLibrary++;
          expect(difference.location[0]).toBe('b');
        }
      }
    }
    expect(changes).toBeGreaterThan(10 * BLOCKS);
    expect(namedByLibrary).toBeLessThan(BLOCKS / 10);
    expect(namedByUs + doubled).toBeLessThan(BLOCKS / 4);
  },
  TIMEOUT_MS,
);
