import type { Recording } from '../model/execution.ts';
import { existenceFields } from '../model/existence.ts';
import type { Address, TxIndex } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, wipeOf } from '../model/location.ts';
import type { ReadSet } from './engine.ts';

/** Who has read what, to tell whose read set a change can touch. */
export interface ReadWatch {
  /** The read set of the transaction's newest incarnation, in place of the one before. */
  setReads(tx: TxIndex, reads: ReadSet): void;
  /** Later transactions that read anything that `tx` changes by publishing or withdrawing `recording`. */
  readersOf(tx: TxIndex, recording: Recording): ReadonlySet<TxIndex>;
}

export function createReadWatch(coinbase: Address): ReadWatch {
  const readers = new Map<Location, Set<TxIndex>>();
  const watched = new Map<TxIndex, readonly Location[]>();
  const fees = balanceOf(coinbase);
  return {
    setReads(tx, reads) {
      for (const location of watched.get(tx) ?? []) readers.get(location)?.delete(tx);
      const locations: Location[] = [];
      for (const { location } of reads) addEntriesBehind(location, locations);
      watched.set(tx, locations);
      for (const location of locations) {
        const known = readers.get(location);
        if (known) known.add(tx);
        else readers.set(location, new Set([tx]));
      }
    },
    readersOf(tx, { writes, credits, fee }) {
      const found = new Set<TxIndex>();
      const findReaders = (location: Location): void => {
        const known = readers.get(location);
        if (known) for (const reader of known) if (reader > tx) found.add(reader);
      };
      for (const { location } of writes) findReaders(location);
      for (const { address } of credits) findReaders(balanceOf(address));
      if (fee > 0n) findReaders(fees);
      return found;
    },
  };
}

/** Adds the entries of memory that decide what a read sees. */
function addEntriesBehind(location: Location, entries: Location[]): void {
  if (location[0] === 'e') {
    entries.push(...existenceFields(addressOf(location)));
    return;
  }
  entries.push(location);
  if (location[0] === 's') entries.push(wipeOf(addressOf(location)));
}
