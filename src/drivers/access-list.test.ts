import { expect, test } from 'vitest';
import type { AccountState, Block } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { accessListOf } from './access-list.ts';

const ROOTS = '0x000f3df6d732807ef1319fb7b8bb8522d0beac02' as Address;
const HASHES = '0x0000f90827f1c53a10cb7a02335b175320002935' as Address;
const word = (n: number): Hex => `0x${n.toString(16).padStart(64, '0')}`;

test('what the system contracts store before transaction 0 has index 0; what they store again is a read', () => {
  const contract: AccountState = { balance: 0n, nonce: 1n, code: '0x00', storage: { '0x710': 0xabcn } };
  const block: Block = {
    hardfork: 'prague',
    chainId: 1n,
    env: {
      number: 10_000n,
      timestamp: 20_000n,
      coinbase: ROOTS,
      gasLimit: 30_000_000n,
      parentBeaconBlockRoot: word(0xbeac),
      parentHash: word(0xabc),
    },
    prestate: { [ROOTS]: contract, [HASHES]: contract },
    transactions: [],
  };
  // EIP-4788: 20000 mod 8191 = 0xe22, and 8191 further. EIP-2935: 9999 mod 8191 = 0x710, where that hash stands already.
  const nothing = { storageChanges: [], storageReads: [], balanceChanges: [], nonceChanges: [], codeChanges: [] };
  expect(accessListOf(block, [])).toEqual([
    { ...nothing, address: HASHES, storageReads: ['0x710'] },
    {
      ...nothing,
      address: ROOTS,
      storageChanges: [
        { slot: '0xe22', changes: [{ index: 0, value: 20_000n }] },
        { slot: '0x2e21', changes: [{ index: 0, value: 0xbeacn }] },
      ],
    },
  ]);
});
