import { KECCAK256_NULL, KECCAK256_RLP } from '@ethereumjs/util';
import { keccak_256 } from '@noble/hashes/sha3.js';
import type { Prestate } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { type Location, parseLocation } from '../model/location.ts';
import type { PostState } from '../model/run.ts';
import { bigIntToMinimalBytes, bytesToHex, hexToBytes, wordToBytes } from './bytes.ts';
import { encodeBytes, encodeList } from './rlp.ts';
import { trieRoot } from './trie-root.ts';

interface FinalAccount {
  balance: bigint;
  nonce: bigint;
  code: Hex;
  storage: Map<string, bigint>;
  /** Listed as empty before the block, and never touched: EIP-161 leaves it where it is. */
  keptEmpty: boolean;
}

/**
 * Root of the Merkle-Patricia trie over all accounts after the block: the prestate with the changes of `post`. It is the
 * chain's own state root when the prestate names every account there is, as in composed blocks and official tests.
 */
export function stateRoot(prestate: Prestate, post: PostState): Hex {
  const accounts = new Map<Address, FinalAccount>();
  for (const [address, account] of Object.entries(prestate) as [Address, Prestate[Address]][]) {
    accounts.set(address, {
      balance: account.balance,
      nonce: account.nonce,
      code: account.code,
      storage: new Map(Object.entries(account.storage)),
      keptEmpty: account.balance === 0n && account.nonce === 0n && account.code === '0x',
    });
  }
  // Wipes first: slots that are named in the post-state were written after them.
  for (const location of post.keys()) if (location.startsWith('w')) wipe(accounts, location);
  for (const [location, value] of post) {
    const { kind, address, slot } = parseLocation(location);
    const account = accounts.get(address) ?? {
      balance: 0n,
      nonce: 0n,
      code: '0x',
      storage: new Map<string, bigint>(),
      keptEmpty: false,
    };
    accounts.set(address, account);
    if (kind === 'balance') account.balance = value as bigint;
    else if (kind === 'nonce') account.nonce = value as bigint;
    else if (kind === 'code') account.code = value as Hex;
    else if (kind === 'slot') account.storage.set(slot as string, value as bigint);
  }
  const entries: [Uint8Array, Uint8Array][] = [];
  for (const [address, account] of accounts) {
    const empty = account.balance === 0n && account.nonce === 0n && account.code === '0x';
    if (!empty || account.keptEmpty) entries.push([keccak_256(hexToBytes(address)), encodeAccount(account)]);
  }
  return bytesToHex(trieRoot(entries));
}

function wipe(accounts: Map<Address, FinalAccount>, location: Location): void {
  const account = accounts.get(parseLocation(location).address);
  if (!account) return;
  account.storage.clear();
  account.keptEmpty = false;
}

function encodeAccount({ balance, nonce, code, storage }: FinalAccount): Uint8Array {
  return encodeList([
    encodeBytes(bigIntToMinimalBytes(nonce)),
    encodeBytes(bigIntToMinimalBytes(balance)),
    encodeBytes(storageRoot(storage)),
    encodeBytes(code === '0x' ? KECCAK256_NULL : keccak_256(hexToBytes(code))),
  ]);
}

function storageRoot(storage: ReadonlyMap<string, bigint>): Uint8Array {
  const entries: [Uint8Array, Uint8Array][] = [];
  for (const [slot, value] of storage) {
    if (value !== 0n) entries.push([keccak_256(wordToBytes(BigInt(slot))), encodeBytes(bigIntToMinimalBytes(value))]);
  }
  return entries.length === 0 ? KECCAK256_RLP : trieRoot(entries);
}
