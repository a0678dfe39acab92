import { call, each, ETHER, instance, pay, person, pool, token } from '../compose.ts';
import { createExample } from './example.ts';

const PEOPLE = [
  'alice',
  'bob',
  'carol',
  'dave',
  'erin',
  'frank',
  'grace',
  'heidi',
  'ivan',
  'judy',
  'kim',
  'mallory',
  'nick',
  'olga',
];

/** The first thing anybody sees: twelve transactions, two hot slots, and a swap that starts over. */
export const mixedDefi = createExample(
  'mixed-defi',
  'Mixed DeFi block',
  'All swaps need pool.reserve0 and all mints Drop.nextId: those that start too early are thrown away or held up, while payments, votes and transfers run beside them.',
  () => ({
    accounts: PEOPLE.map((name) => person(name)),
    contracts: [
      token('USDC', { ...each(PEOPLE, 100_000n), pool: 1_000_000n }, ['pool']),
      pool('pool', ['USDC', 'WETH'], [1_000_000n, 500n]),
      instance('Drop', 'drop', { nextId: '1' }),
      instance('Ballot', 'ballot', {
        question: 'Which colour for the bike shed?',
        'votes.length': '3',
        'voters[erin].registered': 'true',
        'voters[nick].registered': 'true',
      }),
      token('WETH', { ...each(PEOPLE, 50n), pool: 500n }, ['pool']),
    ],
    transactions: [
      pay('alice', 'bob', ETHER),
      call('ivan', 'USDC', 'transfer', ['judy', '250']),
      call('carol', 'pool', 'swap', ['USDC', '40000', '0']),
      call('dave', 'pool', 'swap', ['WETH', '2', '0']),
      call('erin', 'Ballot', 'vote', ['2']),
      call('frank', 'Drop', 'mint'),
      call('grace', 'Drop', 'mint'),
      call('heidi', 'pool', 'swap', ['USDC', '25000', '0']),
      call('judy', 'USDC', 'transfer', ['kim', '900']),
      pay('bob', 'mallory', (4n * ETHER) / 10n),
      call('nick', 'Ballot', 'vote', ['2']),
      call('olga', 'Drop', 'mint'),
    ],
    settings: { engine: 'block-stm', lanes: 4 },
  }),
);
