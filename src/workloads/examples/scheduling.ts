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

const TRADERS = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'];
const PAYERS = ['grace', 'heidi', 'ivan', 'judy'];

export const optimismLoses = createExample('optimism-loses', 'Optimism loses to the DAG', 'todo', () => ({
  accounts: [...TRADERS, ...PAYERS].map((name) => person(name)),
  contracts: [
    token('USDC', { ...each([...TRADERS, ...PAYERS], 100_000n), pool: 1_000_000n }, ['pool']),
    token('WETH', { ...each(TRADERS, 50n), pool: 500n }, ['pool']),
    pool('pool', ['USDC', 'WETH'], [1_000_000n, 500n]),
  ],
  transactions: [
    ...TRADERS.map((name) => call(name, 'pool', 'swap', ['USDC', '8000', '0'])),
    ...PAYERS.map((name, i) => call(name, 'USDC', 'transfer', [PAYERS[(i + 1) % 4] ?? '', '10'])),
  ],
  settings: { engine: 'block-stm', lanes: 4 },
}));
