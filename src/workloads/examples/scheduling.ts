import { call, each, ETHER, instance, pay, person, pool, token } from '../compose.ts';
import { createExample } from './example.ts';

const PAID = ['bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan'];

export const longestFirst = createExample(
  'longest-first',
  'Longest first loses',
  "Alice's eight short payments are a chain and must begin at once; longest-first starts with the two mints instead, and then one lane does the payments alone. Compare the order of choice: block order.",
  () => ({
    accounts: ['alice', ...PAID, 'judy', 'kim'].map((name) => person(name)),
    contracts: [instance('Drop', 'drop-ranges')],
    transactions: [
      ...PAID.map((name) => pay('alice', name, ETHER)),
      call('judy', 'Drop', 'mint'),
      call('kim', 'Drop', 'mint'),
    ],
    settings: { engine: 'dag', lanes: 2, options: { dagPolicy: 'longest-first' } },
  }),
);

const TRADERS = ['alice', 'bob'];
const OTHERS = ['carol', 'dave', 'erin', 'frank', 'grace'];

export const optimismLoses = createExample(
  'optimism-loses',
  'Optimism loses to the DAG',
  "Both swaps start at once and bob's, run to its end, is thrown away; an engine that knows the DAG gives that lane the transfers and the mint meanwhile, and the block is done almost a third earlier.",
  () => ({
    accounts: [...TRADERS, ...OTHERS].map((name) => person(name)),
    contracts: [
      token('USDC', { ...each([...TRADERS, ...OTHERS], 100_000n), pool: 1_000_000n }, ['pool']),
      token('WETH', { ...each(TRADERS, 50n), pool: 500n }, ['pool']),
      pool('pool', ['USDC', 'WETH'], [1_000_000n, 500n]),
      instance('Drop', 'drop-ranges'),
    ],
    transactions: [
      call('alice', 'pool', 'swap', ['USDC', '5000', '0']),
      call('bob', 'pool', 'swap', ['USDC', '8000', '0']),
      call('carol', 'USDC', 'transfer', ['frank', '250']),
      call('dave', 'USDC', 'transfer', ['grace', '100']),
      call('erin', 'Drop', 'mint'),
    ],
    settings: { engine: 'block-stm', lanes: 2 },
  }),
);
