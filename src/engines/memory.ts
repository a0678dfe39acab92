import type { BlockAccessList } from '../model/block-access-list.ts';
import { existenceFields, provesExistence } from '../model/existence.ts';
import type { Address, TxIndex, Version } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, type Value, wipeOf } from '../model/location.ts';
import type { ReadPrestate } from '../model/prestate.ts';
import type { Memory } from './engine.ts';
import { type FoundValue, type NamedRead, PRESTATE, staleness } from './origins.ts';

export interface MemoryInput {
  readonly prestate: ReadPrestate;
  /** Fees published (`Recording.fee`) add to this account's balance. */
  readonly coinbase: Address;
  /** Under the policy `given-list`. */
  readonly list?: BlockAccessList;
}

/** One version of a location: the value that a transaction's last incarnation wrote there. */
interface Entry {
  readonly version: Version;
  readonly value: Value;
  /** Publications are numbered as they come, so that the youngest part of a sum can be told. */
  readonly number: number;
  estimate: boolean;
  /** What a reader gets while it isn't an ESTIMATE; made for the first one. */
  found: FoundValue | undefined;
}

/** What a transaction adds to a balance without reading it: its fee, and a commutative credit. */
interface Term {
  readonly version: Version;
  readonly fee: bigint;
  readonly credit: bigint;
  readonly number: number;
  estimate: boolean;
}

/** What a transaction has published, to be marked, withdrawn or replaced. */
interface Publication {
  readonly written: readonly Location[];
  readonly added: readonly Location[];
}

const NOTHING: Publication = { written: [], added: [] };

/**
 * Multi-version memory (arXiv 2203.06871, section 3.2): for each location the versions written, one per transaction. A
 * reader sees the highest version below its own index, so that transactions may finish in any order. Beyond the paper:
 *
 * - *Sums.* Fees and commutative credits are terms kept beside the versions of a balance. A reader sees the highest version
 *   below it plus all terms from that version's transaction on, as a credit is added after the same transaction's write.
 * - *Wipes.* A slot reads as the later of its own highest version and of the account's highest wipe.
 * - *Existence* is derived from code, nonce and balance at the moment of the read.
 *
 * Those three read several entries; Block-STM's rule for revalidation covers them all the same. An entry changes in one of
 * four ways. (1) It appears for the first time: `publish` says so, and all later transactions are validated again.
 * (2) It is withdrawn: an abort, after which all later transactions are validated again; and when it comes back it counts as
 * new. (3) It becomes an ESTIMATE: an abort, likewise. (4) An ESTIMATE is replaced or dropped, and here nobody is told.
 * But whoever was validated between (3) and (4) met the ESTIMATE: its read was blocked, hence stale, unless the result is
 * the same whatever the entry holds (an account that another field proves to exist).
 */
export function createMemory({ prestate, coinbase }: MemoryInput): Memory {
  const versions = new Map<Location, Entry[]>();
  const terms = new Map<Location, Term[]>();
  const publications = new Map<TxIndex, Publication>();
  /** What was found in the prestate: validation asks again and again. */
  const untouched = new Map<Location, FoundValue>();
  const feesAt = balanceOf(coinbase);
  let wiped = false;
  let number = 0;

  function readVersion(location: Location, reader: TxIndex): NamedRead {
    const entry = highestBelow(versions.get(location), reader);
    return entry ? entryToRead(entry) : fromPrestate(location);
  }

  function fromPrestate(location: Location): FoundValue {
    const known = untouched.get(location);
    if (known) return known;
    const read: FoundValue = { kind: 'value', value: prestate(location), origin: PRESTATE, by: null };
    untouched.set(location, read);
    return read;
  }

  function readBalance(location: Location, reader: TxIndex): NamedRead {
    const added = terms.get(location);
    const base = highestBelow(versions.get(location), reader);
    const first = base ? lowerBound(added ?? [], base.version.tx) : 0;
    let last = added ? lowerBound(added, reader) : 0;
    if (!added || first >= last) return readVersion(location, reader);

    const count = last - first;
    let value = base ? base.value : prestate(location);
    let latest: Entry | Term | undefined = base;
    let youngest: Term | undefined;
    while (last > first) {
      const term = added[--last] as Term;
      if (term.estimate) return { kind: 'blocked', by: term.version.tx };
      value = (value as bigint) + term.fee + term.credit;
      if (!latest || term.number > latest.number) latest = term;
      if (term.credit > 0n && (!youngest || term.number > youngest.number)) youngest = term;
    }
    if (base?.estimate) return { kind: 'blocked', by: base.version.tx };
    return {
      kind: 'value',
      value,
      origin: { kind: 'sum', base: base?.version ?? null, terms: count, youngest: youngest?.version ?? null },
      by: latest?.version.tx ?? null,
    };
  }

  function readSlot(location: Location, reader: TxIndex): NamedRead {
    if (!wiped) return readVersion(location, reader);
    const entry = highestBelow(versions.get(location), reader);
    const wipe = highestBelow(versions.get(wipeOf(addressOf(location))), reader);
    if (!wipe || (entry && entry.version.tx >= wipe.version.tx)) return readVersion(location, reader);
    const read = entryToRead(wipe);
    return read.kind === 'blocked' ? read : { ...read, value: 0n };
  }

  /** A field that proves existence settles it, whatever the others are; else an ESTIMATE leaves it open. */
  function readExistence(location: Location, reader: TxIndex): NamedRead {
    let blocked: NamedRead | undefined;
    let newest: FoundValue | undefined;
    for (const field of existenceFields(addressOf(location))) {
      const read = readLocation(field, reader);
      if (read.kind === 'blocked') blocked = read;
      else if (provesExistence(read.value)) return { ...read, value: 1n };
      else if (!newest || (read.by ?? -1) > (newest.by ?? -1)) newest = read;
    }
    if (blocked) return blocked;
    return { ...(newest as FoundValue), value: 0n };
  }

  function readLocation(location: Location, reader: TxIndex): NamedRead {
    switch (location[0]) {
      case 'b':
        return readBalance(location, reader);
      case 's':
        return readSlot(location, reader);
      case 'e':
        return readExistence(location, reader);
      default:
        return readVersion(location, reader);
    }
  }

  function withdraw(tx: TxIndex): void {
    const { written, added } = publications.get(tx) ?? NOTHING;
    for (const location of written) remove(versions, location, tx);
    for (const location of added) remove(terms, location, tx);
    publications.delete(tx);
  }

  return {
    read: readLocation,
    publish(version, { writes, credits, fee }) {
      const before = publications.get(version.tx) ?? NOTHING;
      number++;
      for (const { location, value } of writes) {
        if (location[0] === 'w') wiped = true;
        put(versions, location, { version, value, number, estimate: false, found: undefined });
      }
      const sums = new Map<Location, Term>();
      const add = (location: Location, fee: bigint, credit: bigint): void => {
        const term = sums.get(location);
        const sum = term ? { fee: term.fee + fee, credit: term.credit + credit } : { fee, credit };
        sums.set(location, { version, ...sum, number, estimate: false });
      };
      for (const { address, amount } of credits) if (amount > 0n) add(balanceOf(address), 0n, amount);
      if (fee > 0n) add(feesAt, fee, 0n);
      for (const [location, term] of sums) put(terms, location, term);

      const now: Publication = { written: writes.map((write) => write.location), added: [...sums.keys()] };
      publications.set(version.tx, now);
      const newlyWritten = replace(versions, version.tx, before.written, now.written);
      const newlyAdded = replace(terms, version.tx, before.added, now.added);
      return newlyWritten || newlyAdded;
    },
    markEstimates(tx) {
      const { written, added } = publications.get(tx) ?? NOTHING;
      for (const location of written) mark(versions.get(location), tx);
      for (const location of added) mark(terms.get(location), tx);
    },
    withdraw,
    firstStaleRead(reader, reads) {
      for (const read of reads) {
        const cause = staleness(read, readLocation(read.location, reader));
        if (cause) return cause;
      }
      return null;
    },
  };
}

function entryToRead(entry: Entry): NamedRead {
  const { version, value } = entry;
  if (entry.estimate) return { kind: 'blocked', by: version.tx };
  entry.found ??= { kind: 'value', value, origin: { kind: 'version', version }, by: version.tx };
  return entry.found;
}

interface Versioned {
  readonly version: Version;
  estimate: boolean;
}

/** First position whose transaction is `tx` or above; lists are sorted by transaction, one item each. */
function lowerBound(list: readonly Versioned[], tx: TxIndex): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as Versioned).version.tx < tx) low = middle + 1;
    else high = middle;
  }
  return low;
}

function highestBelow<T extends Versioned>(list: readonly T[] | undefined, reader: TxIndex): T | undefined {
  return list?.[lowerBound(list, reader) - 1];
}

function put<T extends Versioned>(lists: Map<Location, T[]>, location: Location, item: T): void {
  const list = lists.get(location);
  if (!list) {
    lists.set(location, [item]);
    return;
  }
  const at = lowerBound(list, item.version.tx);
  list.splice(at, list[at]?.version.tx === item.version.tx ? 1 : 0, item);
}

function remove<T extends Versioned>(lists: Map<Location, T[]>, location: Location, tx: TxIndex): void {
  const list = lists.get(location) ?? [];
  const at = lowerBound(list, tx);
  if (list[at]?.version.tx === tx) list.splice(at, 1);
}

/** Removes what `tx` no longer writes. Whether it writes something that it didn't before. */
function replace<T extends Versioned>(
  lists: Map<Location, T[]>,
  tx: TxIndex,
  before: readonly Location[],
  now: readonly Location[],
): boolean {
  if (before.length === 0) return now.length > 0;
  const kept = new Set(now);
  for (const location of before) if (!kept.has(location)) remove(lists, location, tx);
  const known = new Set(before);
  return now.some((location) => !known.has(location));
}

function mark(list: Versioned[] | undefined, tx: TxIndex): void {
  const item = list?.[lowerBound(list, tx)];
  if (item?.version.tx === tx) item.estimate = true;
}
