import type { ReadWatch } from '../../../engines/read-watch.ts';
import { type Address, type TxIndex, txIndex } from '../../../model/ids.ts';
import { addressOf, balanceOf, type Location } from '../../../model/location.ts';
import type { Arena } from './arena.ts';
import type { LocationId } from './locations.ts';
import { PackedReads, PackedRecording } from './packed-result.ts';
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
  const first = new Map<LocationId, number>();
  /** By transaction, how many read sets it has had. */
  const sets: number[] = [];
  let items = new Int32Array(1 << 12);
  let used = ITEM;
  const fees = places.at(balanceOf(coinbase)).id;

  function add(location: LocationId, tx: TxIndex, set: number): void {
    if (used + ITEM > items.length) {
      const larger = new Int32Array(2 * items.length);
      larger.set(items);
      items = larger;
    }
    items[used] = tx;
    items[used + 1] = set;
    items[used + 2] = first.get(location) ?? 0;
    first.set(location, used);
    used += ITEM;
  }

  function addReadersOf(location: LocationId, after: TxIndex, found: Set<TxIndex>): void {
    for (let at = first.get(location) ?? 0; at !== 0; at = items[at + 2] as number) {
      const tx = txIndex(items[at] as number);
      if (tx > after && items[at + 1] === sets[tx]) found.add(tx);
    }
  }

  /** A wipe changes every slot of its account. It is rare, so it does the work rather than every reader of a slot. */
  function addReadersOfSlots(wipe: Location, after: TxIndex, found: Set<TxIndex>): void {
    const prefix = `s:${addressOf(wipe)}:`;
    for (const id of first.keys()) if (places.of(id).location.startsWith(prefix)) addReadersOf(id, after, found);
  }

  return {
    setReads(tx, reads) {
      const set = (sets[tx] ?? 0) + 1;
      sets[tx] = set;
      if (!(reads instanceof PackedReads)) throw new Error('the watch of shared memory takes read sets from there');
      const count = reader.readsOf(reads.result);
      for (let i = 0; i < count; i++) {
        const id = reader.placeRead(reads.result, i);
        if (!isOfExistence(reader.sightOf(reads.result, i))) add(id, tx, set);
        else for (const field of places.of(id).fields) add(field.id, tx, set);
      }
    },
    readersOf(tx, recording) {
      const found = new Set<TxIndex>();
      if (!(recording instanceof PackedRecording)) {
        throw new Error('the watch of shared memory takes recordings from there');
      }
      const { result } = recording;
      const count = reader.changesOf(result);
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
