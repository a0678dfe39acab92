import { expect, test } from 'vitest';
import type { AccountState } from '../model/block.ts';
import type { Address } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import { createStockRunner } from './test-support/stock.ts';
import { stateRoot } from './state-root.ts';

const A = `0x${'0a'.repeat(20)}` as Address;
const B = `0x${'0b'.repeat(20)}` as Address;
const account: AccountState = { balance: 5n, nonce: 1n, code: '0x6001', storage: { '0x1': 7n, '0x2': 0n } };
const EMPTY: AccountState = { balance: 0n, nonce: 0n, code: '0x', storage: {} };

/** The root of a Merkle state manager that was given these accounts. */
async function rootOf(prestate: Record<Address, AccountState>): Promise<string> {
  const env = { number: 1n, timestamp: 1n, coinbase: A, gasLimit: 1n };
  return (await createStockRunner({ hardfork: 'cancun', chainId: 1n, env, prestate, transactions: [] })).stateRoot();
}

const post = (changes: Record<string, Value>) => new Map(Object.entries(changes)) as Map<Location, Value>;

test('without changes it is the root of the prestate', async () => {
  expect(stateRoot({ [A]: account }, post({}))).toBe(await rootOf({ [A]: account }));
  expect(stateRoot({}, post({}))).toBe('0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421');
});

test('changed fields and slots, and accounts that are new', async () => {
  const changed = post({
    [`b:${A}`]: 6n,
    [`s:${A}:0x1`]: 0n,
    [`s:${A}:0x3`]: 9n,
    [`b:${B}`]: 1n,
    [`c:${B}`]: '0x00',
    [`n:${B}`]: 1n,
  });
  expect(stateRoot({ [A]: account }, changed)).toBe(
    await rootOf({
      [A]: { ...account, balance: 6n, storage: { '0x3': 9n } },
      [B]: { ...EMPTY, balance: 1n, nonce: 1n, code: '0x00' },
    }),
  );
});

test('an account that became empty is gone (EIP-161); one listed as empty stays until it is touched', async () => {
  const emptied = post({ [`b:${A}`]: 0n, [`n:${A}`]: 0n, [`c:${A}`]: '0x', [`w:${A}`]: 1n });
  expect(stateRoot({ [A]: account, [B]: EMPTY }, emptied)).toBe(await rootOf({ [B]: EMPTY }));
  expect(stateRoot({ [B]: EMPTY }, post({ [`w:${B}`]: 1n }))).toBe(await rootOf({}));
});

test('a wiped account has only what was written since', async () => {
  const rebuilt = post({ [`w:${A}`]: 1n, [`s:${A}:0x5`]: 3n });
  expect(stateRoot({ [A]: account }, rebuilt)).toBe(await rootOf({ [A]: { ...account, storage: { '0x5': 3n } } }));
});
