import { puzzleCalls } from '../compose-block.ts';
import { createPuzzle } from '../puzzle.ts';

const { claims, counts, grants, mintsOwn, pays, sends, writesEntry } = puzzleCalls;

export const LEVEL_1 = [
  createPuzzle('four-cards', 1, 2, [
    pays('alice', 'bob'),
    sends('carol', 'dave'),
    claims('erin', 1, 1),
    mintsOwn('frank'),
  ]),
  createPuzzle('wait-for-it', 1, 2, [
    pays('alice', 'bob'),
    pays('carol', 'dave'),
    sends('erin', 'frank'),
    grants('grace', 'heidi'),
    writesEntry('heidi', 'grace'),
  ]),
  createPuzzle('two-chains', 1, 2, [
    counts('alice'),
    pays('heidi', 'ivan'),
    counts('bob'),
    sends('frank', 'grace'),
    counts('carol'),
    grants('dave', 'erin'),
    writesEntry('erin', 'dave'),
  ]),
];
