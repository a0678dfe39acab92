import { call, instance, person } from '../compose.ts';
import { createExample } from './example.ts';

export const gridGame = createExample(
  'grid-game',
  'A fight on the grid',
  'Carol and dave move in corners of their own and wait for nobody; alice and bob fight for Grid.cells[7][7], and each of their moves there needs the one before it.',
  () => ({
    accounts: ['alice', 'bob', 'carol', 'dave'].map((name) => person(name)),
    contracts: [
      instance('Grid', 'grid', {
        'cells[7][6]': 'alice',
        'cells[7][8]': 'bob',
        'scoreOf[alice]': '1',
        'scoreOf[bob]': '1',
      }),
    ],
    transactions: [
      call('alice', 'Grid', 'claim', ['7', '7']),
      call('carol', 'Grid', 'claim', ['0', '0']),
      call('dave', 'Grid', 'claim', ['15', '15']),
      call('bob', 'Grid', 'capture', ['7', '7']),
      call('alice', 'Grid', 'capture', ['7', '7']),
      call('bob', 'Grid', 'capture', ['7', '7']),
    ],
    settings: { engine: 'block-stm', lanes: 4 },
  }),
);
