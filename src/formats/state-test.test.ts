import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as formats from './state-test.ts';

const FOLDER = '../shared/fixtures/statetests';
const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
const SENDER = '0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b';
const SECRET = '0x45a915e4d060149eb4365960e6a7a45f334393093061116b197e3240065ff2d8';
const HASH = `0x${'ab'.repeat(32)}`;

/** The cases of forks that are known. */
const parseStateTests = (json: unknown) =>
  formats.parseStateTests(json).flatMap((test) => (test.kind === 'case' ? [test] : []));

const small = (transaction: object, post: object = {}) => ({
  storeOne: {
    env: {
      currentBaseFee: '0x0a',
      currentCoinbase: `0x${'cb'.repeat(20)}`,
      currentDifficulty: '0x020000',
      currentGasLimit: '0x0f4240',
      currentNumber: '0x02',
      currentTimestamp: '0x03e8',
    },
    pre: { [SENDER]: { balance: '0x0de0b6b3a7640000', code: '0x', nonce: '0x00', storage: {} } },
    transaction: {
      data: ['0x', '0x01'],
      gasLimit: ['0x061a80', '0x07'],
      value: ['0x00'],
      nonce: '0x00',
      to: '',
      secretKey: SECRET,
      ...transaction,
    },
    post: { Cancun: [{ hash: HASH, logs: HASH, indexes: { data: 1, gas: 1, value: 0 }, ...post }] },
  },
});

describe('state test', () => {
  test('one case per fork and index; the sender comes from its key', () => {
    const [first, ...others] = parseStateTests(small({ gasPrice: '0x0a' }));
    expect(others).toEqual([]);
    expect(first?.name).toBe('storeOne Cancun d1 g1 v0');
    expect(first?.block.transactions).toEqual([
      { type: 0, from: SENDER, nonce: 0n, gasLimit: 7n, value: 0n, data: '0x01', gasPrice: 10n },
    ]);
    expect(first?.block.env).toMatchObject({
      number: 2n,
      prevRandao: `0x${'20000'.padStart(64, '0')}`,
      baseFeePerGas: 10n,
      excessBlobGas: 0n,
      blockHashes: {
        // cast keccak 0, cast keccak 1
        '0': '0x044852b2a670ade5407e78fb2863c51de9fcb96542a07186fe3aeda6bb8a116d',
        '1': '0xc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc6',
      },
    });
  });

  test('the type is told by the fields present', () => {
    const typeOf = (transaction: object) => parseStateTests(small(transaction))[0]?.block.transactions[0]?.type;
    const fees = { maxFeePerGas: '0x0a', maxPriorityFeePerGas: '0x00' };
    expect(typeOf({ gasPrice: '0x0a', accessLists: [[], null] })).toBe(0);
    expect(typeOf({ gasPrice: '0x0a', accessLists: [null, []] })).toBe(1);
    expect(typeOf(fees)).toBe(2);
    expect(typeOf({ ...fees, maxFeePerBlobGas: '0x01', blobVersionedHashes: [HASH] })).toBe(3);
    expect(typeOf({ ...fees, authorizationList: [] })).toBe(4);
  });

  test('a transaction that can’t be written down is none, if it must be refused', () => {
    const huge = { gasPrice: '0x0a', value: [`0x1${'0'.repeat(64)}`] };
    const [refused] = parseStateTests(small(huge, { expectException: 'TransactionException.RLP_INVALID_VALUE' }));
    expect(refused?.block.transactions).toEqual([]);
    expect(() => parseStateTests(small(huge))).toThrow(
      'storeOne Cancun d1 g1 v0: transaction.value[0]: expected a number like "0x1b4" or "436", below 2^256, got',
    );
  });

  test('a fork from before Byzantium is named, and does not stop the others', () => {
    const file = small({ gasPrice: '0x0a' });
    const mixed = {
      storeOne: { ...file.storeOne, post: { Homestead: file.storeOne.post.Cancun, ...file.storeOne.post } },
    };
    const [homestead, cancun] = formats.parseStateTests(mixed);
    expect(homestead).toMatchObject({ kind: 'unknown-fork', name: 'storeOne Homestead d1 g1 v0' });
    expect(homestead?.kind === 'unknown-fork' && homestead.message).toContain(
      'post: expected a hardfork this program knows',
    );
    expect(cancun).toMatchObject({ kind: 'case', name: 'storeOne Cancun d1 g1 v0' });
  });

  test.skipIf(names.length === 0)('reads every official file, with the type that its encoding has', () => {
    let cases = 0;
    for (const name of names) {
      const json = JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'));
      const posts = Object.values<{ post: Record<string, { txbytes?: string }[]> }>(json).flatMap((t) =>
        Object.values(t.post).flat(),
      );
      for (const [i, { block }] of parseStateTests(json).entries()) {
        const [tx] = block.transactions;
        if (!tx) throw new Error(`${name}: expected a transaction`);
        const firstByte = Number(posts[i]?.txbytes?.slice(0, 4));
        expect(tx.type, name).toBe(firstByte >= 0xc0 ? 0 : firstByte);
        expect(block.prestate, name).toHaveProperty(tx.from);
        cases++;
      }
    }
    expect(cases).toBeGreaterThan(190);
  });
});
