import { call, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

const VOTES: readonly (readonly [string, string])[] = [
  ['alice', '1'],
  ['bob', '0'],
  ['carol', '1'],
  ['dave', '2'],
  ['erin', '1'],
  ['frank', '1'],
  ['grace', '0'],
  ['heidi', '1'],
  ['ivan', '2'],
  ['judy', '1'],
  ['kim', '0'],
  ['leo', '1'],
];

export const ballot = createExample(
  'ballot',
  'A ballot',
  'One chain per choice: the seven votes for choice 1 follow one another, and the five for the others fit beside them.',
  () => ({
    accounts: VOTES.map(([name]) => person(name)),
    contracts: [
      instance('Ballot', 'ballot', {
        question: 'Where shall we meet next year?',
        'votes.length': '3',
        // As if some had voted in the block before: the first vote for a choice costs no more than the others.
        'votes[0]': '4',
        'votes[1]': '6',
        'votes[2]': '5',
        ...Object.fromEntries(VOTES.map(([name]) => [`voters[${name}].registered`, 'true'])),
      }),
    ],
    transactions: VOTES.map(([name, choice]) => call(name, 'Ballot', 'vote', [choice])),
    settings: { engine: 'dag', lanes: 3 },
  }),
);
