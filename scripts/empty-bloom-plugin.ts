import type { Plugin } from 'vite';

/**
 * `runTx` makes a bloom filter of 256 bytes for each transaction. Ours would always be empty (`RecordingEvm` keeps the logs, and
 * `src/evm/receipts.ts` makes the filters of a block), but it is a buffer that the browser takes from memory that all threads
 * share, and gives back to it on a thread of its own: with two workers executing, transfers of a token took a third longer. In the
 * built page all transactions have one and the same empty filter.
 */
export function emptyBloomPlugin(): Plugin {
  return {
    name: 'lanewise-empty-bloom',
    load: {
      filter: { id: /@ethereumjs\/vm\/dist\/esm\/bloom\/index\.js$/ },
      handler: () => MODULE,
    },
  };
}

const MODULE = `
const EMPTY = new Uint8Array(256);
export class Bloom {
  bitvector = EMPTY;
  add() {
    throw new Error('no log goes into a bloom here: see src/evm/recording-evm.ts');
  }
}
`;
