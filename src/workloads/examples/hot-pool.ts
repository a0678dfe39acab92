import { call, each, person, pool, token } from '../compose.ts';
import { createExample } from './example.ts';

const TRADERS = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'judy'];

export const hotPool = createExample(
  'hot-pool',
  'One hot pool',
  'Ten traders who have nothing to do with each other, one pool: every swap reads the reserves that the one before it wrote, and one lane does all the work.',
  () => ({
    accounts: TRADERS.map((name) => person(name)),
    contracts: [
      token('USDC', { ...each(TRADERS, 100_000n), pool: 1_000_000n }, ['pool']),
      token('WETH', { ...each(TRADERS, 50n), pool: 500n }, ['pool']),
      pool('pool', ['USDC', 'WETH'], [1_000_000n, 500n]),
    ],
    transactions: TRADERS.map((name, i) =>
      i % 3 === 1 ? call(name, 'pool', 'swap', ['WETH', '3', '0']) : call(name, 'pool', 'swap', ['USDC', '8000', '0']),
    ),
    settings: { engine: 'dag', lanes: 4 },
  }),
);
