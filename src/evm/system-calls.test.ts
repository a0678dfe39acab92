import { expect, test } from 'vitest';
import type { AccountState, Block } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { effectivePrestate } from './system-calls.ts';

const ROOTS = '0x000f3df6d732807ef1319fb7b8bb8522d0beac02' as Address;
const HASHES = '0x0000f90827f1c53a10cb7a02335b175320002935' as Address;
const contract: AccountState = { balance: 0n, nonce: 1n, code: '0x00', storage: { '0x9': 9n } };
const word = (n: number): Hex => `0x${n.toString(16).padStart(64, '0')}`;

const block = (hardfork: Block['hardfork'], prestate: Block['prestate']): Block => ({
  hardfork,
  chainId: 1n,
  env: {
    number: 10_000n,
    timestamp: 20_000n,
    coinbase: ROOTS,
    gasLimit: 1n,
    parentBeaconBlockRoot: word(0xbeac),
    parentHash: word(0xabc),
  },
  prestate,
  transactions: [],
});

test('Cancun: the beacon root by timestamp, in two rings of 8191', () => {
  const prestate = effectivePrestate(block('cancun', { [ROOTS]: contract, [HASHES]: contract }));
  // 20000 mod 8191 = 3618 = 0xe22; 3618 + 8191 = 0x2e21.
  expect(prestate[ROOTS]?.storage).toEqual({ '0x9': 9n, '0xe22': 20_000n, '0x2e21': 0xbeacn });
  expect(prestate[HASHES]).toBe(contract);
});

test('Prague: the parent hash by number, too', () => {
  const prestate = effectivePrestate(block('prague', { [ROOTS]: contract, [HASHES]: contract }));
  // 9999 mod 8191 = 1808 = 0x710.
  expect(prestate[HASHES]?.storage).toEqual({ '0x9': 9n, '0x710': 0xabcn });
});

test('earlier, or without the contracts, nothing', () => {
  expect(effectivePrestate(block('shanghai', { [ROOTS]: contract }))).toEqual({ [ROOTS]: contract });
  expect(effectivePrestate(block('prague', {}))).toEqual({});
});
