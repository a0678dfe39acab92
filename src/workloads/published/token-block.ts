import type { Block } from '../../model/block.ts';
import { buildBlock } from '../build-block.ts';
import { generateScenario } from '../generate/generate-scenario.ts';

/** Transfers of one ERC-20 token among 1,000 people, all equally likely. */
export function createTokenBlock(transactions: number): Block {
  const options = { seed: 1, transactions, accounts: 1_000, contention: 0, failing: 0 };
  const { block } = buildBlock(generateScenario({ ...options, mix: { transfer: 1 } }));
  if (!block) throw new Error('the block of transfers could not be built');
  return block;
}
