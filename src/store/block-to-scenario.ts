import type { Block } from '../model/block.ts';
import type { Address } from '../model/ids.ts';
import type { Scenario, ScenarioAccount } from '../model/scenario.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';

/** A real block as a document: its prestate as accounts, its transactions as they were signed. */
export function blockToScenario(block: Block): Scenario {
  const { hardfork, chainId, env, transactions, header } = block;
  const accounts = Object.entries(block.prestate).map(
    ([address, { balance, nonce, code, storage }]): ScenarioAccount => {
      const account = { address: address as Address, balance, nonce };
      return code === '0x' ? account : { ...account, code, storage };
    },
  );
  return {
    title: `Block ${env.number}`,
    note: '',
    hardfork,
    chainId,
    env,
    accounts,
    contracts: [],
    transactions: transactions.map((tx, i) => ({ id: `${i}`, kind: 'signed', tx })),
    settings: DEFAULT_SETTINGS,
    pins: {},
    laneOrder: [],
    ...(header ? { header } : {}),
  };
}
