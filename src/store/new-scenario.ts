import { store as texts } from '#texts/store.ts';
import { toAddress } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'];
const ETHER = 10n ** 18n;

/** What "New" opens: a few funded people and no transactions. */
export function createNewScenario(): Scenario {
  return {
    title: texts.untitledBlock,
    note: '',
    hardfork: 'cancun',
    chainId: 1n,
    env: {
      number: 20_000_000n,
      timestamp: 1_717_281_407n,
      coinbase: toAddress(`0x${'c0'.repeat(20)}`),
      gasLimit: 30_000_000n,
      prevRandao: `0x${'11'.repeat(32)}`,
      baseFeePerGas: 10n ** 9n,
      excessBlobGas: 0n,
      blobGasUsed: 0n,
    },
    accounts: PEOPLE.map((name, i) => ({
      name,
      address: toAddress(`0x${(0xa1 + i).toString(16).padStart(40, '0')}`),
      balance: 100n * ETHER,
      nonce: 0n,
    })),
    contracts: [],
    transactions: [],
    settings: DEFAULT_SETTINGS,
    pins: {},
    laneOrder: [],
  };
}
