import { randomInt } from '../../lib/random.ts';
import { COMPOSED_ENV, call, type NewTx, pay } from '../compose.ts';
import { personName } from '../name-book.ts';
import { gridMove } from './grid-move.ts';
import type { TxKind } from './options.ts';
import type { World } from './world.ts';

/** A transaction of one kind that succeeds, or one that reverts: null where nothing of the kind can be made to revert. */
export interface KindGenerator {
  succeed(world: World): NewTx;
  revert(world: World): NewTx | null;
}

const FINNEY = 10n ** 15n;
const TOO_MUCH = (10n ** 30n).toString();
const POOLS = 4;
const ITEMS = 40;
const AUCTIONS = 4;
const CHOICES = 5;
const WARDS = ['north', 'south', 'east', 'west', 'children', 'surgery'];

const between = (world: World, least: number, most: number) =>
  (least + randomInt(world.random, most - least + 1)).toString();

export const KIND_GENERATORS: Readonly<Record<TxKind, KindGenerator>> = {
  payment: {
    succeed(world) {
      const from = world.person();
      return pay(from, world.personBut(from), BigInt(between(world, 1, 1000)) * FINNEY);
    },
    // A contract without a receive function takes no payment.
    revert(world) {
      world.fund('USDC', world.person());
      return pay(world.person(), 'USDC', FINNEY);
    },
  },
  transfer: {
    succeed(world) {
      const from = world.person();
      world.fund('USDC', from);
      return call(from, 'USDC', 'transfer', [world.personBut(from), between(world, 1, 1000)]);
    },
    revert(world) {
      const from = world.person();
      world.fund('USDC', from);
      return call(from, 'USDC', 'transfer', [world.personBut(from), TOO_MUCH]);
    },
  },
  swap: { succeed: (world) => swap(world, '0'), revert: (world) => swap(world, TOO_MUCH) },
  mint: {
    succeed(world) {
      world.contract('Drop', 'drop', () => ({ nextId: '1' }));
      return call(world.person(), 'Drop', 'mint');
    },
    revert: () => null,
  },
  'mint-range': {
    succeed(world) {
      world.contract('Ranges', 'drop-ranges');
      return call(world.person(), 'Ranges', 'mint');
    },
    revert: () => null,
  },
  vote: {
    succeed(world) {
      const { ballot, voter } = nextVoter(world);
      return call(voter, ballot, 'vote', [world.rank(CHOICES).toString()]);
    },
    revert(world) {
      makeBallot(world, 'Ballot');
      return call(world.person(), 'Ballot', 'vote', ['99']);
    },
  },
  count: {
    succeed(world) {
      world.contract('Counter', 'counter');
      return call(world.person(), 'Counter', 'increment');
    },
    revert: () => null,
  },
  'count-sharded': {
    succeed(world) {
      world.contract('Shards', 'sharded-counter');
      return call(world.person(), 'Shards', 'increment');
    },
    revert: () => null,
  },
  lending: {
    succeed(world) {
      const from = makeLender(world);
      const action = ['deposit', 'borrow', 'withdraw', 'repay'][randomInt(world.random, 4)] ?? 'deposit';
      return call(from, 'Lending', action, [between(world, 1, 1000)]);
    },
    revert: (world) => call(makeLender(world), 'Lending', 'borrow', [TOO_MUCH]),
  },
  bid: {
    succeed(world) {
      const auction = makeAuction(world);
      const bids = world.memory('bids', () => new Map<string, bigint>());
      const bid = (bids.get(auction) ?? 0n) + BigInt(between(world, 1, 5)) * (FINNEY / 1000n);
      bids.set(auction, bid);
      return call(world.person(), auction, 'bid', [], bid);
    },
    revert: (world) => call(world.person(), makeAuction(world), 'bid'),
  },
  item: {
    succeed(world) {
      const { id, item } = someItem(world);
      const holder = item.holder;
      if (item.stage < 4 && randomInt(world.random, 3) === 0) {
        item.stage++;
        return call(holder, 'Tracker', 'advance', [id]);
      }
      item.holder = world.personBut(holder);
      return call(holder, 'Tracker', 'handOver', [id, item.holder]);
    },
    revert(world) {
      const { id, item } = someItem(world);
      return call(world.personBut(item.holder), 'Tracker', 'advance', [id]);
    },
  },
  grid: {
    succeed: gridMove,
    revert(world) {
      world.contract('Grid', 'grid');
      return call(world.person(), 'Grid', 'claim', ['99', '0']);
    },
  },
  record: {
    succeed(world) {
      world.contract('Records', 'records');
      const from = world.person();
      const action = randomInt(world.random, 4);
      if (action === 0) return call(from, 'Records', 'grant', [world.personBut(from)]);
      if (action === 1) return call(from, 'Records', 'admit', [WARDS[world.rank(WARDS.length)] ?? 'north']);
      const patient = world.personBut(from);
      world.preset('Records', `mayWrite[${patient}][${from}]`, 'true');
      return call(from, 'Records', 'addEntry', [patient, digest(world)]);
    },
    // Nobody is ever granted to write into their own file.
    revert(world) {
      world.contract('Records', 'records');
      const from = world.person();
      return call(from, 'Records', 'addEntry', [from, digest(world)]);
    },
  },
};

function swap(world: World, minOut: string): NewTx {
  const rank = world.rank(POOLS);
  const name = rank === 0 ? 'pool' : `pool${rank + 1}`;
  const tokens = ['USDC', rank === 0 ? 'WETH' : `TKN${rank + 1}`] as const;
  world.contract(name, 'pool', () => ({
    token0: tokens[0],
    token1: tokens[1],
    reserve0: '1000000000000',
    reserve1: '1000000000000',
    totalShares: '1000000000000',
  }));
  for (const token of tokens) world.fund(token, name);
  const from = world.person();
  const sold = tokens[randomInt(world.random, 2)] ?? 'USDC';
  world.fund(sold, from, name);
  return call(from, name, 'swap', [sold, between(world, 10, 10_000), minOut]);
}

function makeBallot(world: World, name: string): void {
  world.contract(name, 'ballot', () => ({ question: 'Which one?', 'votes.length': CHOICES.toString() }));
}

/** Everybody votes once in a ballot; who has voted makes way for the next who hasn't; when all have, another begins. */
function nextVoter(world: World): { readonly ballot: string; readonly voter: string } {
  const state = world.memory('ballots', () => ({ number: 1, voted: new Set<string>(), next: 0 }));
  let voter = world.person();
  if (state.voted.has(voter)) {
    while (state.next < world.accounts && state.voted.has(personName(state.next))) state.next++;
    if (state.next === world.accounts) {
      state.number++;
      state.voted.clear();
      state.next = 0;
    } else voter = personName(state.next);
  }
  state.voted.add(voter);
  const ballot = state.number === 1 ? 'Ballot' : `Ballot${state.number}`;
  makeBallot(world, ballot);
  world.preset(ballot, `voters[${voter}].registered`, 'true');
  return { ballot, voter };
}

/** Deposits and debts that no generated block uses up. */
function makeLender(world: World): string {
  world.contract('Lending', 'lending', () => ({
    asset: 'USDC',
    index: (10n ** 18n).toString(),
    // 5 % a year, last brought up to date a block ago.
    rate: '1585489599',
    lastAccrual: (COMPOSED_ENV.timestamp - 12n).toString(),
    totalDeposits: '1000000000000000',
    totalDebt: '1000000000000',
  }));
  world.fund('USDC', 'Lending');
  const lender = world.person();
  world.fund('USDC', lender, 'Lending');
  world.preset('Lending', `depositOf[${lender}]`, '1000000000000');
  world.preset('Lending', `debtOf[${lender}]`, '1000000000');
  return lender;
}

function makeAuction(world: World): string {
  const rank = world.rank(AUCTIONS);
  const name = rank === 0 ? 'Auction' : `Auction${rank + 1}`;
  world.contract(name, 'auction', () => ({ endsAt: (COMPOSED_ENV.timestamp + 3600n).toString() }));
  return name;
}

interface Item {
  holder: string;
  stage: number;
}

function someItem(world: World): { readonly id: string; readonly item: Item } {
  const items = world.memory('items', () => new Map<string, Item>());
  const id = (100 + world.rank(ITEMS)).toString();
  let item = items.get(id);
  if (!item) {
    item = { holder: world.person(), stage: 1 };
    items.set(id, item);
    world.contract('Tracker', 'tracker');
    world.preset('Tracker', `items[${id}].holder`, item.holder);
    world.preset('Tracker', `items[${id}].stage`, '1');
  }
  return { id, item };
}

function digest(world: World): string {
  const word = () =>
    randomInt(world.random, 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return `0x${Array.from({ length: 8 }, word).join('')}`;
}
