import type { Block } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';

/**
 * A real block as a document: its prestate as unnamed accounts, its transactions as they were signed. `hashes`, by transaction
 * index, are only for show. `buildBlock` of the result gives the block again.
 */
export function blockToScenario(block: Block, hashes: readonly (Hex | undefined)[] = []): Scenario {
  const { number } = block.env;
  return {
    title: block.chainId === 1n ? `Mainnet block ${number}` : `Block ${number} of chain ${block.chainId}`,
    note: `${block.transactions.length} transactions of a real block, under the rules of ${block.hardfork}.`,
    hardfork: block.hardfork,
    chainId: block.chainId,
    env: block.env,
    accounts: Object.entries(block.prestate).map(([address, { balance, nonce, code, storage }]) => ({
      address: address as Address,
      balance,
      nonce,
      ...(code !== '0x' && { code }),
      ...(Object.keys(storage).length > 0 && { storage }),
    })),
    contracts: [],
    transactions: block.transactions.map((tx, i) => {
      const hash = hashes[i];
      return { kind: 'signed', id: `t${i + 1}`, tx, ...(hash && { hash }) };
    }),
    settings: DEFAULT_SETTINGS,
    pins: {},
    laneOrder: [],
    ...(block.header && { header: block.header }),
  };
}
