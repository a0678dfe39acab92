import type { Recording } from '../model/execution.ts';
import { existenceFields } from '../model/existence.ts';
import type { Address, TxIndex } from '../model/ids.ts';
import { addressOf, balanceOf, type Location, wipeOf } from '../model/location.ts';
import type { ReadSet } from './engine.ts';

/** Who has read what, to tell whose read set a change can touch. */
export interface ReadWatch {
  /** The read set of the transaction's newest incarnation, in place of the one before. */
  setReads(tx: TxIndex, reads: ReadSet): void;
  /** Later transactions that read anything that `tx` changes by publishing or withdrawing `recording`; some more than once. */
  readersOf(tx: TxIndex, recording: Recording): Iterable<TxIndex>;
}

const NOBODY: readonly TxIndex[] = [];

/** A read, by the number of the read set that it belongs to: one of an older set of its transaction doesn't count. */
interface Reader {
  readonly tx: TxIndex;
  readonly set: number;
}

export function createReadWatch(coinbase: Address): ReadWatch {
  const readers = new Map<Location, Reader[]>();
  /** How many read sets each transaction has had. */
  const sets: number[] = [];
  /** The slots anybody has read, by their account's wipe: that changes them all. */
  const slotsBehind = new Map<Location, Location[]>();
  const fees = balanceOf(coinbase);

  function watch(location: Location, reader: Reader): void {
    const known = readers.get(location);
    if (known) {
      known.push(reader);
      return;
    }
    readers.set(location, [reader]);
    if (location.charCodeAt(0) !== 115 /* s */) return;
    const wipe = wipeOf(addressOf(location));
    const slots = slotsBehind.get(wipe);
    if (slots) slots.push(location);
    else slotsBehind.set(wipe, [location]);
  }

  return {
    setReads(tx, reads) {
      const reader = { tx, set: (sets[tx] ?? 0) + 1 };
      sets[tx] = reader.set;
      for (const { location } of reads) {
        if (location.charCodeAt(0) !== 101 /* e */) watch(location, reader);
        else for (const field of existenceFields(addressOf(location))) watch(field, reader);
      }
    },
    readersOf(tx, { writes, credits, fee }) {
      let found: TxIndex[] | undefined;
      const findReaders = (location: Location): void => {
        for (const reader of readers.get(location) ?? []) {
          if (reader.tx <= tx || reader.set !== sets[reader.tx]) continue;
          found ??= [];
          found.push(reader.tx);
        }
      };
      for (const { location } of writes) {
        findReaders(location);
        if (location.charCodeAt(0) === 119 /* w */) slotsBehind.get(location)?.forEach(findReaders);
      }
      for (const { address } of credits) findReaders(balanceOf(address));
      if (fee > 0n) findReaders(fees);
      return found ?? NOBODY;
    },
  };
}
