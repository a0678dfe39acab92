import { call, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

/** By address, alice and erin have the same of sixteen shards, and so have dave and heidi. */
const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace', 'heidi', 'judy', 'kim', 'leo', 'mallory'];

export const counter = createExample(
  'counter',
  'A counter',
  'Twelve people increment Counter.count: each needs the number the one before it left, so twelve steps are the shortest way.',
  () => ({
    accounts: PEOPLE.map((name) => person(name)),
    contracts: [instance('Counter', 'counter')],
    transactions: PEOPLE.map((name) => call(name, 'Counter', 'increment')),
    settings: { engine: 'dag', lanes: 4 },
  }),
);

export const shardedCounter = createExample(
  'sharded-counter',
  'A sharded counter',
  'The same increments over sixteen slots: only alice and erin, and dave and heidi, meet in one; but nick, who wants the sum, waits for all twelve.',
  () => ({
    accounts: [...PEOPLE, 'nick'].map((name) => person(name)),
    contracts: [instance('Counter', 'sharded-counter')],
    transactions: [...PEOPLE.map((name) => call(name, 'Counter', 'increment')), call('nick', 'Counter', 'snapshot')],
    settings: { engine: 'dag', lanes: 4 },
  }),
);
