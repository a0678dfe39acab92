import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blockToText, findMissingTargets, parseBlockFile } from './block-file.ts';
import { FormatError } from './format-error.ts';
import { parseJson } from './parse-json.ts';
import { readText } from './read-text.ts';

const FOLDER = '../shared/fixtures/blocks';
const names = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => /^\d+\.json\.gz$/.test(name)) : [];

const SENDER = `0x${'11'.repeat(20)}`;
const HASH = `0x${'ab'.repeat(32)}`;

/** A small London block file; tests change one thing in it. */
const small = () => ({
  chainId: 1,
  hardfork: 'london',
  block: {
    number: '0xc5d488',
    timestamp: '0x610bdaa6',
    miner: `0x${'Cc'.repeat(20)}`,
    gasLimit: '0x1c9c380',
    difficulty: '0x1b81c1fe05b218',
    baseFeePerGas: '0x3b9aca00',
    parentHash: HASH,
    gasUsed: '0x5208',
    transactions: [
      {
        type: '0x2',
        from: SENDER,
        to: `0x${'22'.repeat(20)}` as string | null,
        nonce: '0x5',
        gas: '0x5208',
        value: '0xde0b6b3a7640000' as unknown,
        input: '0x',
        maxFeePerGas: '0x77359400' as unknown,
        maxPriorityFeePerGas: '0x1',
        gasPrice: '0x3b9aca01',
      } as Record<string, unknown>,
    ] as unknown[],
  } as Record<string, unknown>,
  prestate: {
    [SENDER]: {
      balance: '0x8ac7230489e80000',
      nonce: 5,
      storage: { [`0x${'0'.repeat(63)}a`]: '0x07', [`0x${'0'.repeat(64)}`]: '0x0' },
    },
  } as Record<string, Record<string, unknown>>,
});

const change = (edit: (file: ReturnType<typeof small>) => void) => {
  const file = small();
  edit(file);
  return parseJson(JSON.stringify(file));
};

const firstTx = (file: ReturnType<typeof small>) => file.block.transactions as Record<string, unknown>[];

describe('block file', () => {
  test('takes header, prestate and transactions over', () => {
    const block = parseBlockFile(small());
    expect(block).toEqual({
      hardfork: 'london',
      chainId: 1n,
      env: {
        number: 12965000n,
        timestamp: 1628166822n,
        coinbase: `0x${'cc'.repeat(20)}`,
        gasLimit: 30000000n,
        difficulty: 7742494561645080n,
        baseFeePerGas: 1000000000n,
        parentHash: HASH,
        blockHashes: { '12964999': HASH },
      },
      prestate: { [SENDER]: { balance: 10n ** 19n, nonce: 5n, code: '0x', storage: { '0xa': 7n } } },
      transactions: [
        {
          type: 2,
          from: SENDER,
          to: `0x${'22'.repeat(20)}`,
          nonce: 5n,
          gasLimit: 21000n,
          value: 10n ** 18n,
          data: '0x',
          maxFeePerGas: 2000000000n,
          maxPriorityFeePerGas: 1n,
          accessList: [],
        },
      ],
      header: { gasUsed: 21000n },
    });
  });

  test('no recipient, or null: creates a contract', () => {
    const block = parseBlockFile(change((file) => Object.assign(firstTx(file)[0] ?? {}, { to: null, input: '0x00' })));
    expect(block.transactions[0]).not.toHaveProperty('to');
  });

  test.skipIf(names.length === 0)('real blocks survive export and import', async () => {
    for (const name of names) {
      const block = parseBlockFile(parseJson(await readText(new Blob([readFileSync(`${FOLDER}/${name}`)]))));
      expect(block.transactions.length).toBeGreaterThan(30);
      expect(block.header?.receiptsRoot).toMatch(/^0x[0-9a-f]{64}$/);
      expect(parseBlockFile(parseJson(blockToText(block)))).toEqual(block);
      expect(findMissingTargets(block)).toEqual([]);
    }
  });

  test('a new sender may be paid by an earlier transaction: its account can be missing', () => {
    const file = change((f) => {
      const [tx] = firstTx(f);
      const fresh = { ...tx, from: tx?.to, nonce: '0x0' };
      f.block.transactions = [tx, fresh, { ...fresh, nonce: '0x1' }];
    });
    expect(parseBlockFile(file).transactions.map(({ nonce }) => nonce)).toEqual([5n, 0n, 1n]);
  });

  test('calls to accounts that the prestate lacks are named', () => {
    const block = parseBlockFile(change((file) => Object.assign(firstTx(file)[0] ?? {}, { input: '0xa9059cbb00' })));
    expect(findMissingTargets(block)).toEqual([{ tx: 0, address: `0x${'22'.repeat(20)}`, selector: '0xa9059cbb' }]);
  });
});

describe('what a bad block file is told', () => {
  const cases: [string, () => unknown, string][] = [
    [
      'a sender missing from the prestate',
      () => change((file) => delete file.prestate[SENDER]),
      `block.transactions[0].from: expected the sender among the accounts of \`prestate\`, got ${SENDER} with nonce 5, which is missing there. ` +
        'Trace the block again, or add the account with its balance and nonce before the block.',
    ],
    [
      'an unknown hardfork',
      () => change((file) => Object.assign(file, { hardfork: 'Frontier' })),
      'hardfork: expected a hardfork this program knows (byzantium, constantinople, petersburg, istanbul, muirGlacier, berlin, ' +
        'london, arrowGlacier, grayGlacier, paris, shanghai, cancun, prague, osaka), got "Frontier". ' +
        'Blocks from before Byzantium have other receipts, and later forks need a newer version.',
    ],
    [
      'more gas than the block has',
      () => change((file) => Object.assign(firstTx(file)[0] ?? {}, { gas: '0x1c9c381' })),
      'block.transactions[0].gas: expected at most the gas limit of the block, 30000000, got 30000001. ' +
        'Lower the gas of the transaction or raise `block.gasLimit`.',
    ],
    [
      'hashes instead of transactions',
      () => change((file) => Object.assign(file.block, { transactions: [HASH] })),
      'block.transactions[0]: expected a whole transaction (call eth_getBlockByNumber with `true`, so that it gives more than ' +
        `hashes), got "${HASH}". A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.`,
    ],
    [
      'a value that is no number',
      () => change((file) => Object.assign(firstTx(file)[0] ?? {}, { value: '1 ether' })),
      'block.transactions[0].value: expected a number like "0x1b4" or "436", below 2^256, got "1 ether". ' +
        'A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
    ],
    [
      'a transaction type of a rollup',
      () => change((file) => Object.assign(firstTx(file)[0] ?? {}, { type: '0x7e' })),
      "block.transactions[0].type: expected a transaction type from 0x0 to 0x4, got 0x7e. Transactions of a rollup's own types " +
        "can't be executed here.",
    ],
    [
      'a fee that the type needs',
      () => change((file) => delete firstTx(file)[0]?.maxFeePerGas),
      'block.transactions[0].maxFeePerGas: expected a value, as the transaction is of type 2, got nothing. ' +
        'Take the block from eth_getBlockByNumber with full transactions.',
    ],
    [
      'a header field that the fork needs',
      () => change((file) => delete file.block.baseFeePerGas),
      'block.baseFeePerGas: expected a value, as blocks have one since london and this one is of london, got nothing. ' +
        'Check `hardfork`, or take the header from a node again.',
    ],
    [
      '60,000 transactions',
      () => change((file) => Object.assign(file.block, { transactions: Array(60_000).fill(0) })),
      'block.transactions: expected at most 10000 transactions, got 60000. Split the block, or leave some out.',
    ],
    [
      'a prestate key that is no address',
      () => change((file) => Object.assign(file.prestate, { alice: { balance: '0x1' } })),
      'prestate.alice: expected an address (0x and 40 hex digits), got "alice". ' +
        'A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
    ],
    [
      'code of half a byte',
      () => change((file) => Object.assign(file.prestate[SENDER] ?? {}, { code: '0x600' })),
      `prestate.${SENDER}.code: expected bytes in hex (0x and an even number of digits), got "0x600". ` +
        'A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
    ],
    [
      'no block at all',
      () => ({ hardfork: 'london', prestate: {} }),
      'block: expected a value, got nothing. A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
    ],
    [
      'something else',
      () => 7,
      'the file: expected an object, got 7. A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
    ],
  ];
  test.each(cases)('%s', (_name, make, message) => {
    expect(() => parseBlockFile(make())).toThrow(FormatError);
    expect(() => parseBlockFile(make())).toThrow(message);
  });
});
