import { type Random, randomInt } from '../lib/random.ts';
import type { NewTx } from '../workloads/compose.ts';
import { PEOPLE } from '../workloads/name-book.ts';
import { puzzleCalls } from './compose-block.ts';

/** Transactions that stay in this order in the block, as they mean something only so. Most of them wait for one another. */
type Thread = readonly NewTx[];

/** Makes a thread of about `length`; `next` gives somebody who isn't in the block yet. */
type MakeThread = (length: number, next: () => string) => Thread;

const {
  pays,
  sends,
  swaps,
  addsLiquidity,
  mints,
  passesOn,
  mintsOwn,
  counts,
  countsInShard,
  addsUpShards,
  votes,
  asksWhoLeads,
  bids,
  claims,
  grants,
  writesEntry,
  registers,
  handsOver,
  advances,
  deposits,
  borrows,
} = puzzleCalls;

/** Threads that hang together, each at most once in a block: each has a contract of its own. */
const CHAINED: readonly MakeThread[] = [
  (length, next) => {
    const from = next();
    return times(length, () => pays(from, next()));
  },
  (length, next) => [...times(length - 1, () => swaps(next(), 'pool')), addsLiquidity(next(), 'pool')],
  (length, next) => times(length, () => swaps(next(), 'pool2')),
  (length, next) => {
    const first = next();
    return [mints(first), ...times(length - 2, () => mints(next())), passesOn(first, next(), 1)];
  },
  (length, next) => times(length, () => counts(next())),
  (length, next) => [...times(length, () => countsInShard(next())), addsUpShards(next())],
  (length, next) => [votes(next(), 1), ...times(length - 1, () => asksWhoLeads(next()))],
  (length, next) => {
    const [patient, doctor] = [next(), next()];
    return [grants(patient, doctor), ...times(length - 1, () => writesEntry(doctor, patient))];
  },
  (length, next) => {
    const [maker, holder] = [next(), next()];
    return [
      registers(maker, 1),
      handsOver(maker, 1, holder),
      ...times(Math.min(3, length - 2), () => advances(holder, 1)),
    ];
  },
  // The second half bids too little: it waits for the first half, and nobody waits for it.
  (length, next) => times(length, (i) => bids(next(), i < length / 2 ? 10 + i : 1)),
  (length, next) => times(length, (i) => (i % 2 === 0 ? deposits(next()) : borrows(next()))),
];

/** Single transactions that nothing waits for. The cells claimed lie apart. */
const LOOSE: readonly ((next: () => string, i: number) => NewTx)[] = [
  (next) => pays(next(), next()),
  (next) => sends(next(), next()),
  (next) => mintsOwn(next()),
  (next, i) => claims(next(), 2 * (i % 8), 2 * Math.floor(i / 8)),
  (next) => grants(next(), next()),
];

export interface ThreadsShape {
  readonly transactions: number;
  readonly chains: number;
}

/** Chains and loose transactions, drawn and shuffled into each other. As many people as there are names bound its length. */
export function randomThreads(random: Random, { transactions, chains }: ThreadsShape): readonly NewTx[] {
  const names = shuffled(PEOPLE, random);
  let met = 0;
  const next = (): string => names[met++ % names.length] ?? PEOPLE[0];
  const threads: NewTx[][] = [];
  let left = transactions;
  for (const make of shuffled(CHAINED, random).slice(0, chains)) {
    const thread = make(Math.min(left, 2 + randomInt(random, 3)), next).slice(0, left);
    threads.push([...thread]);
    left -= thread.length;
  }
  for (let i = 0; i < left; i++) threads.push([pick(LOOSE, random)(next, i)]);

  const block: NewTx[] = [];
  while (block.length < transactions) {
    // As many chances as it has transactions left, so that each way of shuffling them is as likely.
    let drawn = randomInt(random, transactions - block.length);
    const thread = threads.find((each) => {
      if (drawn < each.length) return true;
      drawn -= each.length;
      return false;
    });
    const tx = thread?.shift();
    if (tx) block.push(tx);
  }
  return block;
}

function times(count: number, make: (i: number) => NewTx): NewTx[] {
  return Array.from({ length: Math.max(0, count) }, (_, i) => make(i));
}

function pick<T>(list: readonly T[], random: Random): T {
  return list[randomInt(random, list.length)] as T;
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const rest = [...list];
  for (let i = rest.length - 1; i > 0; i--) {
    const j = randomInt(random, i + 1);
    [rest[i], rest[j]] = [rest[j] as T, rest[i] as T];
  }
  return rest;
}
