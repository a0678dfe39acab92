import { puzzleCalls } from '../compose-block.ts';
import { createPuzzle } from '../puzzle.ts';

const { addsUpShards, asksWhoLeads, borrows, counts, countsInShard, deposits, mintsOwn, pays, sends, votes } =
  puzzleCalls;

export const LEVEL_2 = [
  createPuzzle('longest-first', 2, 2, [
    mintsOwn('judy'),
    mintsOwn('kim'),
    ...['bob', 'carol', 'dave', 'erin', 'frank', 'grace'].map((name) => pays('alice', name)),
  ]),
  createPuzzle('hot-slot', 2, 2, [
    mintsOwn('alice'),
    sends('bob', 'carol'),
    pays('dave', 'erin'),
    ...['frank', 'grace', 'heidi', 'ivan'].map(counts),
  ]),
  createPuzzle('fan-out', 2, 3, [
    sends('alice', 'bob'),
    sends('carol', 'dave'),
    votes('erin', 1),
    ...['frank', 'grace', 'heidi', 'ivan', 'judy'].map(asksWhoLeads),
    mintsOwn('kim'),
  ]),
  createPuzzle('fan-in', 2, 3, [
    mintsOwn('alice'),
    mintsOwn('bob'),
    ...['carol', 'dave', 'erin', 'frank', 'grace'].map(countsInShard),
    addsUpShards('heidi'),
  ]),
  createPuzzle('no-rule', 2, 2, [
    deposits('yuri'),
    borrows('frank'),
    ...['olga', 'nick', 'grace', 'leo'].map(countsInShard),
    addsUpShards('trent'),
    deposits('judy'),
  ]),
];
