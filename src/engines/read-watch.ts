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

export function createReadWatch(coinbase: Address): ReadWatch {
  /**
   * By location: transaction and number of the read set, in turn, flat since there is one for every read of a run. One of an
   * older set of its transaction doesn't count.
   */
  const readers = new Map<Location, number[]>();
  /** How many read sets each transaction has had. */
  const sets: number[] = [];
  /** The slots anybody has read, by their account's wipe: that changes them all. */
  const slotsBehind = new Map<Location, Location[]>();
  const fees = balanceOf(coinbase);

  function watch(location: Location, tx: TxIndex, set: number): void {
    const known = readers.get(location);
    if (known) {
      known.push(tx, set);
      return;
    }
    readers.set(location, [tx, set]);
    if (location.charCodeAt(0) !== 115 /* s */) return;
    const wipe = wipeOf(addressOf(location));
    const slots = slotsBehind.get(wipe);
    if (slots) slots.push(location);
    else slotsBehind.set(wipe, [location]);
  }

  return {
    setReads(tx, reads) {
      const set = (sets[tx] ?? 0) + 1;
      sets[tx] = set;
      for (const { location } of reads) {
        if (location.charCodeAt(0) !== 101 /* e */) watch(location, tx, set);
        else for (const field of existenceFields(addressOf(location))) watch(field, tx, set);
      }
    },
    readersOf(tx, { writes, credits, fee }) {
      let found: TxIndex[] | undefined;
      const findReaders = (location: Location): void => {
        const list = readers.get(location);
        for (let i = 0; list && i < list.length; i += 2) {
          const reader = list[i] as TxIndex;
          if (reader <= tx || list[i + 1] !== sets[reader]) continue;
          found ??= [];
          found.push(reader);
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
