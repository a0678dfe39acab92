import { call, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

/** Four items, each on its way from a maker over a carrier to a shop. */
const ROUTES: readonly (readonly [id: string, maker: string, carrier: string, shop: string])[] = [
  ['101', 'alice', 'erin', 'ivan'],
  ['102', 'bob', 'frank', 'judy'],
  ['103', 'carol', 'grace', 'kim'],
  ['104', 'dave', 'heidi', 'leo'],
];

export const supplyChain = createExample(
  'supply-chain',
  'Supply chain',
  "Four items, four steps each: an item's steps form a chain, the items have nothing in common, and with a lane for each the block is as wide as it can be.",
  () => ({
    accounts: ROUTES.flatMap(([, ...people]) => people.map((name) => person(name))),
    contracts: [instance('Tracker', 'tracker')],
    transactions: [
      ...ROUTES.map(([id, maker]) => call(maker, 'Tracker', 'register', [id])),
      ...ROUTES.map(([id, maker, carrier]) => call(maker, 'Tracker', 'handOver', [id, carrier])),
      ...ROUTES.map(([id, , carrier]) => call(carrier, 'Tracker', 'advance', [id])),
      ...ROUTES.map(([id, , carrier, shop]) => call(carrier, 'Tracker', 'handOver', [id, shop])),
    ],
    settings: { engine: 'dag', lanes: 4 },
  }),
);
