import { call, each, instance, person, pool, token } from '../compose.ts';
import { createExample } from './example.ts';

const TRADERS = ['alice', 'bob', 'carol', 'dave'];
const MINTERS = ['erin', 'frank', 'grace', 'heidi'];

export const yourLanes = createExample(
  'your-lanes',
  'Your lanes',
  'Each lane was given a swap and a mint behind it, so the mints stand in line while the swaps wait for one another: drag all swaps to one lane, and the block is done earlier.',
  () => ({
    accounts: [...TRADERS, ...MINTERS].map((name) => person(name)),
    contracts: [
      token('USDC', { ...each(TRADERS, 100_000n), pool: 1_000_000n }, ['pool']),
      pool('pool', ['USDC', 'WETH'], [1_000_000n, 500n]),
      token('WETH', { ...each(TRADERS, 50n), pool: 500n }, ['pool']),
      instance('Drop', 'drop-ranges'),
    ],
    transactions: [
      ...TRADERS.map((name) => call(name, 'pool', 'swap', ['USDC', '8000', '0'])),
      ...MINTERS.map((name) => call(name, 'Drop', 'mint')),
    ],
    lanes: TRADERS.map((_, lane) => [lane, TRADERS.length + lane]),
    settings: { engine: 'lanes', lanes: 4, options: { lanesPolicy: 'wait' } },
  }),
);
