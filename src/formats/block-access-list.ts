import { RLP } from '@ethereumjs/rlp';
import type { AccountChanges, BlockAccessList, Change } from '../model/block-access-list.ts';
import type { Address, Hex } from '../model/ids.ts';
import { bytesHex, hexBytes, keccak, minimalHex } from '../model/naming/word.ts';
import { FormatError } from './format-error.ts';

/**
 * A block access list as it is sent (EIP-7928, "RLP Data Structures"):
 *
 * ```text
 * [[address, [[slot, [[index, value], …]], …], [slot, …], [[index, balance], …], [[index, nonce], …], [[index, code], …]], …]
 * ```
 *
 * Numbers, slots among them, without leading zeros.
 */
export function encodeAccessList(list: BlockAccessList): Uint8Array {
  return RLP.encode(
    list.map(({ address, storageChanges, storageReads, balanceChanges, nonceChanges, codeChanges }) => [
      hexBytes(address),
      storageChanges.map(({ slot, changes }) => [BigInt(slot), changes.map(toPair)]),
      storageReads.map(BigInt),
      balanceChanges.map(toPair),
      nonceChanges.map(toPair),
      codeChanges.map(({ index, value }) => [index, hexBytes(value)]),
    ]),
  );
}

const toPair = ({ index, value }: Change<bigint>) => [index, value];

/** What a header commits to. */
export function hashAccessList(encoded: Uint8Array): Hex {
  return keccak(encoded);
}

type Item = Uint8Array | readonly Item[];

/** Reads a list back. Throws a FormatError where it isn't one, or breaks the rules of order. */
export function decodeAccessList(encoded: Uint8Array): BlockAccessList {
  const accounts = inOrder(
    asList(decode(encoded), 'the list').map(toAccount),
    ({ address }) => BigInt(address),
    'accounts',
  );
  for (const { address, storageChanges, storageReads } of accounts) {
    const changed = new Set(storageChanges.map(({ slot }) => slot));
    const both = storageReads.find((slot) => changed.has(slot));
    if (both) throw broken(`slot ${both} of ${address}`, 'a slot that is either changed or read', 'both');
  }
  return accounts;
}

function decode(encoded: Uint8Array): Item {
  try {
    return RLP.decode(encoded);
  } catch (error) {
    throw broken('the list', 'RLP', error instanceof Error ? error.message : String(error));
  }
}

function toAccount(item: Item, at: number): AccountChanges {
  const where = `account ${at}`;
  const [address, changes, reads, balances, nonces, codes] = asTuple(item, 6, where);
  const slots = asList(changes, `${where}, storage changes`).map((slotItem) => {
    const [slot, list] = asTuple(slotItem, 2, `${where}, storage changes`);
    const number = asNumber(slot, 32, `${where}, slot`);
    const known = toChanges(list, (value) => asNumber(value, 32, `${where}, slot value`), `${where}, slot`);
    if (known.length === 0) throw broken(`${where}, slot`, 'at least one change', 'none');
    return { slot: minimalHex(number), changes: known };
  });
  const readSlots = asList(reads, `${where}, storage reads`).map((slot) =>
    minimalHex(asNumber(slot, 32, `${where}, slot`)),
  );
  return {
    address: toAddressHex(address, where),
    storageChanges: inOrder(slots, ({ slot }) => BigInt(slot), `${where}, storage changes`),
    storageReads: inOrder(readSlots, BigInt, `${where}, storage reads`),
    balanceChanges: toChanges(balances, (value) => asNumber(value, 32, `${where}, balance`), `${where}, balances`),
    nonceChanges: toChanges(nonces, (value) => asNumber(value, 8, `${where}, nonce`), `${where}, nonces`),
    codeChanges: toChanges(codes, (value) => bytesHex(asBytes(value, `${where}, code`)), `${where}, codes`),
  };
}

function toChanges<T extends bigint | Hex>(
  item: Item | undefined,
  toValue: (item: Item | undefined) => T,
  where: string,
): readonly Change<T>[] {
  const changes = asList(item, where).map((pair) => {
    const [index, value] = asTuple(pair, 2, where);
    return { index: Number(asNumber(index, 4, `${where}, index`)), value: toValue(value) };
  });
  return inOrder(changes, ({ index }) => BigInt(index), where);
}

function toAddressHex(item: Item | undefined, where: string): Address {
  const bytes = asBytes(item, where);
  if (bytes.length !== 20) throw broken(where, 'an address of 20 bytes', `${bytes.length} bytes`);
  return bytesHex(bytes) as Address;
}

function asList(item: Item | undefined, where: string): readonly Item[] {
  if (item === undefined || item instanceof Uint8Array) throw broken(where, 'a list', 'bytes');
  return item;
}

function asTuple(item: Item, length: number, where: string): readonly Item[] {
  const list = asList(item, where);
  if (list.length !== length) throw broken(where, `a list of ${length}`, `a list of ${list.length}`);
  return list;
}

function asBytes(item: Item | undefined, where: string): Uint8Array {
  if (!(item instanceof Uint8Array)) throw broken(where, 'bytes', 'a list');
  return item;
}

function asNumber(item: Item | undefined, most: number, where: string): bigint {
  const bytes = asBytes(item, where);
  if (bytes.length > most) throw broken(where, `a number of at most ${most} bytes`, `${bytes.length} bytes`);
  if (bytes[0] === 0) throw broken(where, 'a number without leading zeros', bytesHex(bytes));
  return bytes.length === 0 ? 0n : BigInt(bytesHex(bytes));
}

/** EIP-7928, "Ordering, Uniqueness and Determinism": strictly ascending, so that nothing is named twice. */
function inOrder<T>(items: readonly T[], key: (item: T) => bigint, where: string): readonly T[] {
  for (const [i, item] of items.entries()) {
    const before = items[i - 1];
    if (before !== undefined && key(before) >= key(item)) {
      throw broken(where, 'entries in strictly ascending order', `${key(item)} after ${key(before)}`);
    }
  }
  return items;
}

function broken(where: string, expected: string, came: string): FormatError {
  return new FormatError({
    where: `block access list, ${where}`,
    expected,
    came,
    fix: 'Take a list that follows EIP-7928.',
  });
}
