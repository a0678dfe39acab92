import type { ReadWatch } from '../../../engines/read-watch.ts';
import { type Address, type TxIndex, txIndex } from '../../../model/ids.ts';
import { addressOf, balanceOf, type Location } from '../../../model/location.ts';
import type { Arena } from './arena.ts';
import type { LocationId } from './locations.ts';
import { PackedResult } from './packed-result.ts';
import type { Places } from './places.ts';
import type { ResultReader } from './result-reader.ts';
import { isOfExistence } from './shared-memory.ts';

/** Items of a list of readers: the transaction, the number of its read set, the next item. */
const ITEM = 3;

/**
 * Who has read what, as `createReadWatch`, by the numbers of locations and without looking into anything packed. The readers of a
 * location are a linked list in an array of numbers, where those of older read sets are passed over.
 */
export function createSharedReadWatch(
  arena: Arena,
  reader: ResultReader,
  places: Places,
  coinbase: Address,
): ReadWatch {
  /** By location. */
  let first = new Int32Array(1 << 12);
  let items = new Int32Array(1 << 14);
  let used = ITEM;
  /** By transaction, how many read sets it has had. */
  const sets: number[] = [];
  const fees = places.at(balanceOf(coinbase)).id;

  function add(location: LocationId, tx: TxIndex, set: number): void {
    if (used + ITEM > items.length) items = enlarged(items, used + ITEM);
    if (location >= first.length) first = enlarged(first, location + 1);
    items[used] = tx;
    items[used + 1] = set;
    items[used + 2] = first[location] as number;
    first[location] = used;
    used += ITEM;
  }

  function addReadersOf(location: LocationId, after: TxIndex, found: TxIndex[]): void {
    for (let at = first[location] ?? 0; at !== 0; at = items[at + 2] as number) {
      const tx = txIndex(items[at] as number);
      if (tx > after && items[at + 1] === sets[tx]) found.push(tx);
    }
  }

  /** A wipe changes every slot of its account. It is rare, so it does the work rather than every reader of a slot. */
  function addReadersOfSlots(wipe: Location, after: TxIndex, found: TxIndex[]): void {
    const prefix = `s:${addressOf(wipe)}:`;
    for (let id = 0; id < first.length; id++) {
      if (first[id] !== 0 && places.of(id).location.startsWith(prefix)) addReadersOf(id, after, found);
    }
  }

  return {
    setReads(tx, reads) {
      const set = (sets[tx] ?? 0) + 1;
      sets[tx] = set;
      if (!(reads instanceof PackedResult)) throw new Error('the watch of shared memory takes read sets from there');
      const count = reader.readsOf(reads.result);
      for (let i = 0; i < count; i++) {
        const id = reader.placeRead(reads.result, i);
        if (!isOfExistence(reader.sightOf(reads.result, i))) add(id, tx, set);
        else for (const field of places.of(id).fields) add(field.id, tx, set);
      }
    },
    readersOf(tx, recording) {
      if (!(recording instanceof PackedResult)) {
        throw new Error('the watch of shared memory takes recordings from there');
      }
      const { result } = recording;
      const count = reader.changesOf(result);
      const found: TxIndex[] = [];
      for (let i = 0; i < count; i++) {
        const id = reader.placeChanged(result, i);
        addReadersOf(id, tx, found);
        if (!arena.wiped) continue;
        const place = places.of(id);
        if (place.kind === 'w') addReadersOfSlots(place.location, tx, found);
      }
      if (reader.hasFee(result)) addReadersOf(fees, tx, found);
      return found;
    },
  };
}

function enlarged(words: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(2 * words.length, length));
  larger.set(words);
  return larger;
}
