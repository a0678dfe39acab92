import { call, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

const MINTERS = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'ivan', 'judy', 'kim', 'leo'];

export const nftDropBefore = createExample(
  'nft-drop-before',
  'NFT drop, before the fix',
  'Twelve people mint, and every mint takes its number from Drop.nextId: a chain of twelve, on however many lanes.',
  () => ({
    accounts: MINTERS.map((name) => person(name)),
    contracts: [instance('Drop', 'drop', { nextId: '1' })],
    transactions: MINTERS.map((name) => call(name, 'Drop', 'mint')),
    settings: { engine: 'block-stm', lanes: 4 },
  }),
);

export const nftDropAfter = createExample(
  'nft-drop-after',
  'NFT drop, after the fix',
  'The same drop with each minter numbering their own: no two mints share a slot, and four lanes are four times as fast.',
  () => ({
    accounts: MINTERS.map((name) => person(name)),
    contracts: [instance('Drop', 'drop-ranges')],
    transactions: MINTERS.map((name) => call(name, 'Drop', 'mint')),
    settings: { engine: 'block-stm', lanes: 4 },
  }),
);
