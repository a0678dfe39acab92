import type { Address, Hex, TxIndex } from './ids.ts';
import { balanceOf, codeOf, type Location, nonceOf, slotOf, type Value } from './location.ts';

/**
 * When in its block something was changed: 0 before the first transaction (system contracts), i + 1 by transaction i, and one more than
 * there are transactions after the last.
 */
export type BlockAccessIndex = number;

export interface Change<T extends Value> {
  readonly index: BlockAccessIndex;
  /** The value after it. */
  readonly value: T;
}

export interface SlotChanges {
  /** Minimal hex. */
  readonly slot: Hex;
  readonly changes: readonly Change<bigint>[];
}

/** All that happens to one account in a block; an account that is only looked at has five empty lists. */
export interface AccountChanges {
  readonly address: Address;
  readonly storageChanges: readonly SlotChanges[];
  /** Slots that are read, or written with the value they had, and never changed. */
  readonly storageReads: readonly Hex[];
  readonly balanceChanges: readonly Change<bigint>[];
  readonly nonceChanges: readonly Change<bigint>[];
  readonly codeChanges: readonly Change<Hex>[];
}

/**
 * A block-level access list (EIP-7928, in the version of 9 July 2026, commit 6c666b8d): what a block touches, and every value
 * it leaves behind. Accounts by address, slots by number, changes by index, each strictly ascending.
 */
export type BlockAccessList = readonly AccountChanges[];

/** One entry of a list, by its location. */
export interface ListedChange {
  readonly location: Location;
  readonly index: BlockAccessIndex;
  readonly value: Value;
}

export const indexOfTx = (tx: TxIndex): BlockAccessIndex => tx + 1;

/** Each location that the list has changes of, with them in ascending order. */
export function* changesByLocation(list: BlockAccessList): Generator<readonly [Location, readonly Change<Value>[]]> {
  for (const { address, storageChanges, balanceChanges, nonceChanges, codeChanges } of list) {
    for (const { slot, changes } of storageChanges) yield [slotOf(address, slot), changes];
    if (balanceChanges.length > 0) yield [balanceOf(address), balanceChanges];
    if (nonceChanges.length > 0) yield [nonceOf(address), nonceChanges];
    if (codeChanges.length > 0) yield [codeOf(address), codeChanges];
  }
}

/** What the list allows to load before execution begins: the fields of its accounts, and its slots. */
export function* listedLocations(list: BlockAccessList): Generator<Location> {
  for (const { address, storageChanges, storageReads } of list) {
    yield balanceOf(address);
    yield nonceOf(address);
    yield codeOf(address);
    for (const { slot } of storageChanges) yield slotOf(address, slot);
    for (const slot of storageReads) yield slotOf(address, slot);
  }
}

/** Gas that an item of the list must at least have cost (EIP-7928, ITEM_COST): a bound on the size of the list. */
const ITEM_COST = 2_000n;

/** Items count towards the size rule: addresses, and the slots of each, changed or read. */
export function countItems(list: BlockAccessList): number {
  return list.reduce(
    (sum, { storageChanges, storageReads }) => sum + 1 + storageChanges.length + storageReads.length,
    0,
  );
}

/** No list of a block with this gas limit may have more items. */
export function mostItems(gasLimit: bigint): number {
  return Number(gasLimit / ITEM_COST);
}

/** One way in which the list that a run produced isn't the one that it was given. */
export interface ListDifference {
  /** Of an account that one of the lists doesn't have: its balance. */
  readonly location: Location;
  /** Absent: it isn't a value that differs, but whether the list has the location, as one that is looked at. */
  readonly index?: BlockAccessIndex;
  /** Null: the list has no such entry. */
  readonly given: Value | null;
  readonly produced: Value | null;
}

/** Every entry in which two lists differ, in the order of the list. Empty: they are the same list. */
export function compareLists(given: BlockAccessList, produced: BlockAccessList): readonly ListDifference[] {
  const ours = new Map(produced.map((account) => [account.address, account]));
  const theirs = new Set(given.map(({ address }) => address));
  const extra = produced.filter(({ address }) => !theirs.has(address));
  return [
    ...given.flatMap((account) => compareAccounts(account, ours.get(account.address))),
    ...extra.flatMap((account) => compareAccounts(undefined, account)),
  ];
}

function compareAccounts(given?: AccountChanges, produced?: AccountChanges): readonly ListDifference[] {
  const differences: ListDifference[] = [];
  const [before, after] = [toEntries(given), toEntries(produced)];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(key), after.get(key)];
    const entry = a ?? b;
    if (!entry || a?.value === b?.value) continue;
    const { location, index } = entry;
    const where = index === undefined ? { location } : { location, index };
    differences.push({ ...where, given: a?.value ?? null, produced: b?.value ?? null });
  }
  return differences;
}

/** Entries of an account by location and index. One that is only there counts as holding 1. */
function toEntries(account?: AccountChanges): ReadonlyMap<string, Omit<ListedChange, 'index'> & { index?: number }> {
  const entries = new Map<string, Omit<ListedChange, 'index'> & { index?: number }>();
  if (!account) return entries;
  const here = balanceOf(account.address);
  entries.set('', { location: here, value: 1n });
  for (const slot of account.storageReads) {
    const location = slotOf(account.address, slot);
    entries.set(location, { location, value: 1n });
  }
  for (const [location, changes] of changesByLocation([account])) {
    for (const { index, value } of changes) entries.set(`${location} ${index}`, { location, index, value });
  }
  return entries;
}

/** The list with the value of one entry altered; null when there is no such entry. */
export function tamperWith(list: BlockAccessList, { location, index, value }: ListedChange): BlockAccessList | null {
  let found = false;
  const alter = <T extends Value>(at: Location, changes: readonly Change<T>[]): readonly Change<T>[] => {
    if (at !== location || !changes.some((change) => change.index === index)) return changes;
    found = true;
    // A location's values are all of one type, and the caller's is of the location's.
    return changes.map((change) => (change.index === index ? { index, value: value as T } : change));
  };
  const altered = list.map((account) => ({
    ...account,
    storageChanges: account.storageChanges.map(({ slot, changes }) => ({
      slot,
      changes: alter(slotOf(account.address, slot), changes),
    })),
    balanceChanges: alter(balanceOf(account.address), account.balanceChanges),
    nonceChanges: alter(nonceOf(account.address), account.nonceChanges),
    codeChanges: alter(codeOf(account.address), account.codeChanges),
  }));
  return found ? altered : null;
}
