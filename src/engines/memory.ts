import type { BlockAccessList } from '../model/block-access-list.ts';
import { existenceFields, provesExistence } from '../model/existence.ts';
import type { Recording } from '../model/execution.ts';
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
  readonly tx: TxIndex;
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
  readonly tx: TxIndex;
  readonly version: Version;
  readonly fee: bigint;
  readonly credit: bigint;
  readonly number: number;
  estimate: boolean;
}

/** All there is of one location. Lists are sorted by transaction, one item each. */
interface Cell {
  readonly location: Location;
  readonly versions: Entry[];
  /** Made when somebody adds: only balances have them. */
  terms: Term[] | undefined;
  /** What is found below all versions; validation asks again and again. */
  untouched: FoundValue | undefined;
}

/** What a transaction has published, to be marked, withdrawn or replaced. */
interface Publication {
  readonly written: readonly Cell[];
  readonly added: readonly Cell[];
}

const NOTHING: readonly Cell[] = [];

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
  const cells = new Map<Location, Cell>();
  const publications: (Publication | undefined)[] = [];
  const fees = cellAt(balanceOf(coinbase));
  let wiped = false;
  let number = 0;

  function cellAt(location: Location): Cell {
    const known = cells.get(location);
    if (known) return known;
    const cell: Cell = { location, versions: [], terms: undefined, untouched: undefined };
    cells.set(location, cell);
    return cell;
  }

  function readVersion(cell: Cell, reader: TxIndex): NamedRead {
    const entry = highestBelow(cell.versions, reader);
    return entry ? entryToRead(entry) : fromPrestate(cell);
  }

  function fromPrestate(cell: Cell): FoundValue {
    cell.untouched ??= { kind: 'value', value: prestate(cell.location), origin: PRESTATE, by: null };
    return cell.untouched;
  }

  function readBalance(cell: Cell, reader: TxIndex): NamedRead {
    const { terms } = cell;
    if (!terms) return readVersion(cell, reader);
    const base = highestBelow(cell.versions, reader);
    const first = base ? lowerBound(terms, base.tx) : 0;
    let last = lowerBound(terms, reader);
    if (first >= last) return readVersion(cell, reader);

    const count = last - first;
    let value = base ? base.value : fromPrestate(cell).value;
    let latest: Entry | Term | undefined = base;
    let youngest: Term | undefined;
    while (last > first) {
      const term = terms[--last] as Term;
      if (term.estimate) return { kind: 'blocked', by: term.tx };
      value = (value as bigint) + term.fee + term.credit;
      if (!latest || term.number > latest.number) latest = term;
      if (term.credit > 0n && (!youngest || term.number > youngest.number)) youngest = term;
    }
    if (base?.estimate) return { kind: 'blocked', by: base.tx };
    return {
      kind: 'value',
      value,
      origin: { kind: 'sum', base: base?.version ?? null, terms: count, youngest: youngest?.version ?? null },
      by: latest?.tx ?? null,
    };
  }

  function readSlot(cell: Cell, reader: TxIndex): NamedRead {
    if (!wiped) return readVersion(cell, reader);
    const entry = highestBelow(cell.versions, reader);
    const wipe = highestBelow(cells.get(wipeOf(addressOf(cell.location)))?.versions, reader);
    if (!wipe || (entry && entry.tx >= wipe.tx)) return readVersion(cell, reader);
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
    switch (location.charCodeAt(0)) {
      case 98 /* b */:
        return readBalance(cellAt(location), reader);
      case 115 /* s */:
        return readSlot(cellAt(location), reader);
      case 101 /* e */:
        return readExistence(location, reader);
      default:
        return readVersion(cellAt(location), reader);
    }
  }

  /** The cells that the incarnation adds to; a credit for the fee recipient and its fee are one term. */
  function addTerms(version: Version, { credits, fee }: Recording): readonly Cell[] {
    const added: Cell[] = [];
    const add = (cell: Cell, wei: { readonly fee: bigint; readonly credit: bigint }): void => {
      cell.terms ??= [];
      put(cell.terms, { tx: version.tx, version, ...wei, number, estimate: false });
      added.push(cell);
    };
    const sums = new Map<Cell, bigint>();
    for (const { address, amount } of credits) {
      if (amount === 0n) continue;
      const cell = cellAt(balanceOf(address));
      sums.set(cell, (sums.get(cell) ?? 0n) + amount);
    }
    const forFeeRecipient = sums.get(fees) ?? 0n;
    sums.delete(fees);
    for (const [cell, credit] of sums) add(cell, { fee: 0n, credit });
    if (fee > 0n || forFeeRecipient > 0n) add(fees, { fee, credit: forFeeRecipient });
    return added;
  }

  return {
    read: readLocation,
    publish(version, recording) {
      const { tx } = version;
      const before = publications[tx];
      number++;
      const written = recording.writes.map(({ location, value }) => {
        if (location.charCodeAt(0) === 119 /* w */) wiped = true;
        const cell = cellAt(location);
        put(cell.versions, { tx, version, value, number, estimate: false, found: undefined });
        return cell;
      });
      const added = addTerms(version, recording);
      publications[tx] = { written, added };
      for (const cell of missingFrom(written, before?.written)) remove(cell.versions, tx);
      for (const cell of missingFrom(added, before?.added)) remove(cell.terms, tx);
      return missingFrom(before?.written, written).length > 0 || missingFrom(before?.added, added).length > 0;
    },
    markEstimates(tx) {
      const published = publications[tx];
      for (const cell of published?.written ?? NOTHING) mark(cell.versions, tx);
      for (const cell of published?.added ?? NOTHING) mark(cell.terms, tx);
    },
    withdraw(tx) {
      const published = publications[tx];
      for (const cell of published?.written ?? NOTHING) remove(cell.versions, tx);
      for (const cell of published?.added ?? NOTHING) remove(cell.terms, tx);
      publications[tx] = undefined;
    },
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
  readonly tx: TxIndex;
  estimate: boolean;
}

/** First position whose transaction is `tx` or above. Mostly that is the end, as transactions come in about that order. */
function lowerBound(list: readonly Versioned[], tx: TxIndex): number {
  let low = 0;
  let high = list.length;
  if (high === 0 || (list[high - 1] as Versioned).tx < tx) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as Versioned).tx < tx) low = middle + 1;
    else high = middle;
  }
  return low;
}

function highestBelow<T extends Versioned>(list: readonly T[] | undefined, reader: TxIndex): T | undefined {
  return list?.[lowerBound(list, reader) - 1];
}

function put<T extends Versioned>(list: T[], item: T): void {
  const at = lowerBound(list, item.tx);
  if (at === list.length) list.push(item);
  else list.splice(at, list[at]?.tx === item.tx ? 1 : 0, item);
}

function remove(list: Versioned[] | undefined, tx: TxIndex): void {
  if (!list) return;
  const at = lowerBound(list, tx);
  if (list[at]?.tx === tx) list.splice(at, 1);
}

/** What is in `wanted` and not in `present`. */
function missingFrom(present: readonly Cell[] = NOTHING, wanted: readonly Cell[] = NOTHING): readonly Cell[] {
  if (wanted.length === 0 || present.length === 0) return wanted;
  const known = new Set(present);
  return wanted.filter((cell) => !known.has(cell));
}

function mark(list: readonly Versioned[] | undefined, tx: TxIndex): void {
  const item = list?.[lowerBound(list, tx)];
  if (item?.tx === tx) item.estimate = true;
}
