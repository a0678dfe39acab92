import { call, each, person, token } from '../compose.ts';
import { createExample } from './example.ts';

const GUESTS = ['bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan'];

export const lostUpdates = createExample(
  'lost-updates',
  'Lost updates without protection',
  'Eight guests pay alice 100 USDC each on lanes that check nothing: those who read her balance before another had written it overwrite that payment, and the money is gone.',
  () => ({
    accounts: ['alice', ...GUESTS].map((name) => person(name)),
    contracts: [token('USDC', each(['alice', ...GUESTS], 1000n))],
    transactions: GUESTS.map((name) => call(name, 'USDC', 'transfer', ['alice', '100'])),
    settings: { engine: 'race', lanes: 4 },
  }),
);
