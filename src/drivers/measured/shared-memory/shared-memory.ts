import type { AbortCause } from '../../../model/events.ts';
import type { Memory } from '../../../engines/engine.ts';
import { type FoundValue, type NamedRead, staleness } from '../../../engines/origins.ts';
import type { Recording } from '../../../model/execution.ts';
import { provesExistence } from '../../../model/existence.ts';
import { type Address, type TxIndex, txIndex, type Version } from '../../../model/ids.ts';
import { balanceOf, type Location, type Value } from '../../../model/location.ts';
import type { Arena } from './arena.ts';
import type { Pointer } from './heap.ts';
import { Packer } from './packing.ts';
import type { Place, Places } from './places.ts';
import { isEstimate, publicationIn } from './publications.ts';
import { CREDITS, WRITES } from './versions.ts';

/**
 * What a read saw, in one number, so that two reads can be compared by it: a positive one is the record of the version seen (its
 * lowest bit: that of a wipe, by which a slot is zero). A record belongs to one publication and is never used again.
 */
export type Sight = number;
const SAW_PRESTATE = 0;
/** An ESTIMATE. */
const SAW_BLOCKED = -1;
/** Several entries: only `read` can tell what. */
const SAW_SEVERAL = -2;
/** Of an existence nothing counts but the answer. */
const SAW_SOMETHING = -3;
const SAW_NOTHING = -4;

/** Whether two reads with this sight saw the same for certain. */
export const tellsAll = (sight: Sight): boolean => sight !== SAW_SEVERAL && sight !== SAW_BLOCKED;

export const isOfExistence = (sight: Sight): boolean => sight <= SAW_SOMETHING;

/** The sight of what isn't one record. */
export function sightOfSeveral({ kind }: Place, value: Value): Sight {
  if (kind !== 'e') return SAW_SEVERAL;
  return value === 0n ? SAW_NOTHING : SAW_SOMETHING;
}
const BY_WIPE = 1;

/** What an incarnation wants to make visible, in place but not yet visible. */
export interface Staged {
  readonly publication: Pointer;
  /** What its transaction had published before, with its mark. */
  readonly before: number;
  readonly wroteNewLocation: boolean;
  /** Of each write. */
  readonly places: readonly Place[];
  readonly records: readonly Pointer[];
}

/** One thread's access to the memory that all threads of a run share. `Memory` is what an engine sees of it. */
export interface SharedMemory extends Memory {
  readonly places: Places;
  read(location: Location, reader: TxIndex): NamedRead;
  /** What `reader` sees at a place now, if one number can tell. */
  look(place: Place, reader: TxIndex): Sight;
  /** What was seen when `look` gave `sight`, which is none of the negative ones. */
  found(place: Place, sight: Sight): FoundValue;
  /** Puts in place all that an incarnation wrote. */
  stage(version: Version, recording: Recording): Staged;
  /** Shows it, if nobody has done so already. */
  show(tx: TxIndex, before: number, publication: Pointer): void;
}

/**
 * Multi-version memory shared by threads. It has the rules of `createMemory` (engines/memory.ts): sums, wipes, existence, and why
 * validating as Block-STM does covers them. What differs is when: an incarnation's writes appear before the coordinator hears of
 * its end. That is the paper's order too (Algorithm 4, `finish_execution` after `record`), and it is sound for the same reason: whoever
 * read or was validated before they appeared is validated again when `complete` is told that a location is new, or met the
 * ESTIMATE that they replace.
 */
export function createSharedMemory(arena: Arena, places: Places, coinbase: Address): SharedMemory {
  const { publications, versions } = arena;
  const feesAt = balanceOf(coinbase);
  const packer = new Packer();
  /** What was read from the versions that this thread has met. */
  const opened = new Map<Sight, FoundValue>();

  /** The version that counts for `reader` at a place, the state of its transaction, and that transaction; record 0 for none. */
  let highestState = 0;
  let highestTx = txIndex(0);
  function highest(place: Place, reader: number): Pointer {
    for (let node = versions.below(place.id, WRITES, reader); node !== 0; node = versions.next(node)) {
      const tx = versions.txOf(node);
      const state = publications.stateOf(tx);
      const record = versions.recordIn(node, state);
      if (record === 0) continue;
      highestState = state;
      highestTx = tx;
      return record;
    }
    return 0;
  }

  /** Who blocked the last look that was. */
  let blocker = txIndex(0);
  function blockedBy(tx: TxIndex): Sight {
    blocker = tx;
    return SAW_BLOCKED;
  }

  function look(place: Place, reader: TxIndex): Sight {
    switch (place.kind) {
      case 'b':
        if (place.location === feesAt || versions.below(place.id, CREDITS, reader) !== 0) return SAW_SEVERAL;
        break;
      case 's':
        if (arena.wiped) return lookAtSlot(place, reader);
        break;
      case 'e':
        return lookAtExistence(place, reader);
      default:
    }
    const record = highest(place, reader);
    return record !== 0 && isEstimate(highestState) ? blockedBy(highestTx) : record;
  }

  function lookAtSlot(place: Place, reader: TxIndex): Sight {
    const wipe = highest(place.wipe as Place, reader);
    const [wipeState, wipeTx] = [highestState, highestTx];
    const record = highest(place, reader);
    if (wipe === 0 || (record !== 0 && highestTx >= wipeTx)) {
      return record !== 0 && isEstimate(highestState) ? blockedBy(highestTx) : record;
    }
    return isEstimate(wipeState) ? blockedBy(wipeTx) : wipe | BY_WIPE;
  }

  function lookAtExistence(place: Place, reader: TxIndex): Sight {
    const read = readExistence(place, reader);
    if (read.kind === 'blocked') return blockedBy(read.by);
    return sightOfSeveral(place, read.value);
  }

  function found(place: Place, sight: Sight): FoundValue {
    if (sight === SAW_PRESTATE) return place.untouched;
    const known = opened.get(sight);
    if (known) return known;
    const record = sight & ~BY_WIPE;
    const version = publications.versionOf(versions.publicationOf(record));
    const value = sight & BY_WIPE ? 0n : versions.valueOf(record);
    const read: FoundValue = { kind: 'value', value, origin: { kind: 'version', version }, by: version.tx };
    opened.set(sight, read);
    return read;
  }

  function readPlace(place: Place, reader: TxIndex): NamedRead {
    const sight = look(place, reader);
    if (sight >= 0) return found(place, sight);
    if (sight === SAW_BLOCKED) return { kind: 'blocked', by: blocker };
    return place.kind === 'e' ? readExistence(place, reader) : readSum(place, reader);
  }

  interface Term {
    readonly publication: Pointer;
    readonly amount: bigint;
    readonly isCredit: boolean;
  }

  /** Fees and credits added to a balance by transactions from `first` up to `reader`; or who blocks the sum. */
  function termsBetween(place: Place, first: number, reader: TxIndex): Term[] | { readonly by: TxIndex } {
    const terms: Term[] = [];
    let by = -1;
    for (
      let node = versions.below(place.id, CREDITS, reader);
      node !== 0 && versions.txOf(node) >= first;
      node = versions.next(node)
    ) {
      const tx = versions.txOf(node);
      const state = publications.stateOf(tx);
      const record = versions.recordIn(node, state);
      if (record === 0) continue;
      if (isEstimate(state)) by = Math.max(by, tx);
      const amount = versions.valueOf(record) as bigint;
      terms.push({ publication: publicationIn(state), amount, isCredit: true });
    }
    for (let tx = reader - 1; tx >= first && place.location === feesAt; tx--) {
      const state = publications.stateOf(txIndex(tx));
      const publication = publicationIn(state);
      const fee = publication === 0 ? 0n : publications.feeOf(publication);
      if (fee === 0n) continue;
      if (isEstimate(state)) by = Math.max(by, tx);
      terms.push({ publication, amount: fee, isCredit: false });
    }
    return by < 0 ? terms : { by: txIndex(by) };
  }

  function readSum(place: Place, reader: TxIndex): NamedRead {
    const record = highest(place, reader);
    const [state, tx] = [highestState, highestTx];
    const terms = termsBetween(place, record === 0 ? 0 : tx, reader);
    if ('by' in terms) return { kind: 'blocked', by: terms.by };
    if (record !== 0 && isEstimate(state)) return { kind: 'blocked', by: tx };
    const base = found(place, record);
    if (terms.length === 0) return base;
    const baseVersion = base.origin.kind === 'version' ? base.origin.version : null;

    let value = base.value as bigint;
    let latest = record === 0 ? 0 : publicationIn(state);
    let youngest = 0;
    const isYounger = (a: Pointer, b: Pointer): boolean =>
      b === 0 || publications.numberOf(a) > publications.numberOf(b);
    for (const { publication, amount, isCredit } of terms) {
      value += amount;
      if (isYounger(publication, latest)) latest = publication;
      if (isCredit && isYounger(publication, youngest)) youngest = publication;
    }
    // A transaction's fee and its credit to the same account are one term.
    const count = new Set(terms.map(({ publication }) => publication)).size;
    const youngestVersion = youngest === 0 ? null : publications.versionOf(youngest);
    return {
      kind: 'value',
      value,
      origin: { kind: 'sum', base: baseVersion, terms: count, youngest: youngestVersion },
      by: publications.versionOf(latest).tx,
    };
  }

  /** A field that proves existence settles it, whatever the others are; else an ESTIMATE leaves it open. */
  function readExistence(place: Place, reader: TxIndex): NamedRead {
    let blocked: NamedRead | undefined;
    let newest: FoundValue | undefined;
    for (const field of place.fields) {
      const read = readPlace(field, reader);
      if (read.kind === 'blocked') blocked = read;
      else if (provesExistence(read.value)) return { ...read, value: 1n };
      else if (!newest || (read.by ?? -1) > (newest.by ?? -1)) newest = read;
    }
    return blocked ?? { ...(newest as FoundValue), value: 0n };
  }

  function stage(version: Version, { writes, credits, fee }: Recording): Staged {
    const { tx } = version;
    const before = publications.stateOf(tx);
    const publication = publications.create(version, fee, packer);
    let wroteNewLocation = fee > 0n && !addedBefore(places.at(feesAt), tx, before);
    const written: Place[] = [];
    const records: Pointer[] = [];
    for (const { location, value } of writes) {
      const place = places.at(location);
      // Before the wipe itself can be seen.
      if (place.kind === 'w') arena.wiped = true;
      wroteNewLocation ||= !versions.isIn(place.id, WRITES, tx, before);
      written.push(place);
      records.push(versions.add(place.id, WRITES, tx, publication, value, packer));
    }
    for (const [location, amount] of sumByBalance(credits)) {
      const place = places.at(location);
      wroteNewLocation ||= !addedBefore(place, tx, before);
      versions.add(place.id, CREDITS, tx, publication, amount, packer);
    }
    return { publication, before, wroteNewLocation, places: written, records };
  }

  /** Whether `tx` adds to the balance in what it has published by `state`. */
  function addedBefore({ id, location }: Place, tx: TxIndex, state: number): boolean {
    if (state === 0) return false;
    if (versions.isIn(id, CREDITS, tx, state)) return true;
    return location === feesAt && publications.feeOf(publicationIn(state)) > 0n;
  }

  function show(tx: TxIndex, before: number, publication: Pointer): void {
    publications.replace(tx, before, publication);
  }

  return {
    places,
    look,
    found,
    stage,
    show,
    read: (location, reader) => readPlace(places.at(location), reader),
    publish(version, recording) {
      const staged = stage(version, recording);
      show(version.tx, staged.before, staged.publication);
      return staged.wroteNewLocation;
    },
    markEstimates: (tx) => publications.mark(tx),
    withdraw: (tx) => publications.withdraw(tx, packer),
    firstStaleRead(reader, reads): AbortCause | null {
      for (const read of reads) {
        const cause = staleness(read, readPlace(places.at(read.location), reader));
        if (cause) return cause;
      }
      return null;
    },
  };
}

const NO_CREDITS: ReadonlyMap<Location, bigint> = new Map();

function sumByBalance(credits: Recording['credits']): ReadonlyMap<Location, bigint> {
  if (credits.length === 0) return NO_CREDITS;
  const sums = new Map<Location, bigint>();
  for (const { address, amount } of credits) {
    const location = balanceOf(address);
    if (amount > 0n) sums.set(location, (sums.get(location) ?? 0n) + amount);
  }
  return sums;
}
