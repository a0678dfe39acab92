import { COMPOSED_ENV, call, ETHER, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

/** In tenths of an ether. */
const BIDS: readonly (readonly [string, bigint])[] = [
  ['alice', 10n],
  ['bob', 20n],
  ['carol', 15n],
  ['dave', 30n],
  ['erin', 25n],
  ['frank', 40n],
];

export const auction = createExample(
  'auction',
  'An auction',
  "Carol's and erin's bids are too low and fail, yet each had to wait for the bid before it; nobody waits for them, and the four that lead form the chain.",
  () => ({
    accounts: BIDS.map(([name]) => person(name)),
    contracts: [
      instance('Auction', 'auction', { seller: 'alice', endsAt: (COMPOSED_ENV.timestamp + 3600n).toString() }),
    ],
    transactions: BIDS.map(([name, tenths]) => call(name, 'Auction', 'bid', [], (tenths * ETHER) / 10n)),
    settings: { engine: 'dag', lanes: 4 },
  }),
);
