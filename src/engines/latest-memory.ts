import { existenceFields, provesExistence } from '../model/existence.ts';
import type { TxIndex, Version } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, type Value, wipeOf } from '../model/location.ts';
import type { Memory } from './engine.ts';
import type { MemoryInput } from './memory.ts';
import { type FoundValue, PRESTATE, staleness } from './origins.ts';

/** The last full write of a location, and what was added since, by transaction. */
interface Entry {
  readonly base: Version | null;
  readonly value: Value;
  readonly number: number;
  readonly terms: Map<TxIndex, Term>;
}

interface Term {
  readonly version: Version;
  readonly fee: bigint;
  readonly credit: bigint;
  readonly number: number;
}

/**
 * One value for each location: what was published last, by anybody. Serves `race` (everything is published) and the free
 * order of `lanes` (only commits are published). Nobody's index matters, and there are no ESTIMATE marks.
 */
export function createLatestMemory({ prestate, coinbase }: MemoryInput): Memory {
  const entries = new Map<Location, Entry>();
  let wiped = false;
  let number = 0;

  function readEntry(location: Location): FoundValue {
    const entry = entries.get(location);
    if (!entry) return { kind: 'value', value: prestate(location), origin: PRESTATE, by: null };
    const { base, terms } = entry;
    if (terms.size === 0 && base) {
      return { kind: 'value', value: entry.value, origin: { kind: 'version', version: base }, by: base.tx };
    }
    let value = entry.value as bigint;
    let latest: Term | undefined;
    let youngest: Term | undefined;
    for (const term of terms.values()) {
      value += term.fee + term.credit;
      if (!latest || term.number > latest.number) latest = term;
      if (term.credit > 0n && (!youngest || term.number > youngest.number)) youngest = term;
    }
    return {
      kind: 'value',
      value,
      origin: { kind: 'sum', base, terms: terms.size, youngest: youngest?.version ?? null },
      by: latest?.version.tx ?? base?.tx ?? null,
    };
  }

  function readSlot(location: Location): FoundValue {
    const wipe = wiped ? entries.get(wipeOf(addressOf(location))) : undefined;
    if (!wipe || wipe.number <= (entries.get(location)?.number ?? 0)) return readEntry(location);
    return { ...readEntry(wipeOf(addressOf(location))), value: 0n };
  }

  function readExistence(location: Location): FoundValue {
    const fields = existenceFields(addressOf(location)).map(readEntry);
    const proof = fields.find((field) => provesExistence(field.value));
    if (proof) return { ...proof, value: 1n };
    const newest = fields.reduce((a, b) => ((b.by ?? -1) > (a.by ?? -1) ? b : a));
    return { ...newest, value: 0n };
  }

  function readLocation(location: Location): FoundValue {
    if (location[0] === 's') return readSlot(location);
    return location[0] === 'e' ? readExistence(location) : readEntry(location);
  }

  function add(location: Location, version: Version, fee: bigint, credit: bigint): void {
    const entry = entries.get(location) ?? { base: null, value: prestate(location), number: 0, terms: new Map() };
    const before = entry.terms.get(version.tx);
    // A replica may be told of the same publication twice: it replaces what the transaction added, unless it is this very call.
    const same = before?.number === number ? before : { fee: 0n, credit: 0n };
    entry.terms.set(version.tx, { version, fee: same.fee + fee, credit: same.credit + credit, number });
    entries.set(location, entry);
  }

  return {
    read: readLocation,
    publish(version, { writes, credits, fee }) {
      number++;
      for (const { location, value } of writes) {
        if (location[0] === 'w') wiped = true;
        entries.set(location, { base: version, value, number, terms: new Map() });
      }
      for (const { address, amount } of credits) if (amount > 0n) add(balanceOf(address), version, 0n, amount);
      if (fee > 0n) add(balanceOf(coinbase), version, fee, 0n);
      return true;
    },
    markEstimates() {
      throw new Error('memory of the latest write has no ESTIMATE marks');
    },
    withdraw() {
      throw new Error('memory of the latest write keeps no earlier value to return to');
    },
    firstStaleRead(_reader, reads) {
      for (const read of reads) {
        const cause = staleness(read, readLocation(read.location));
        if (cause) return cause;
      }
      return null;
    },
  };
}
