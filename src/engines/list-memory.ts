import {
  changesByLocation,
  indexOfTx,
  type BlockAccessIndex,
  type BlockAccessList,
  type Change,
} from '../model/block-access-list.ts';
import { existenceFields, provesExistence } from '../model/existence.ts';
import type { TxIndex } from '../model/ids.ts';
import { addressOf, type Location, type Value } from '../model/location.ts';
import type { ReadPrestate } from '../model/prestate.ts';
import type { Memory } from './engine.ts';
import { type FoundValue, PRESTATE, staleness } from './origins.ts';

/**
 * What a block access list says: a reader sees the value of the highest index below its own, else the prestate. Nothing that
 * happens in the run changes it, so it needs no versions, and every worker can have one.
 */
export function createListMemory(list: BlockAccessList, prestate: ReadPrestate): Memory {
  const listed = new Map<Location, readonly Change<Value>[]>(changesByLocation(list));

  function readEntry(location: Location, reader: TxIndex): FoundValue {
    const change = lastBefore(listed.get(location) ?? [], indexOfTx(reader));
    if (!change) return { kind: 'value', value: prestate(location), origin: PRESTATE, by: null };
    return { kind: 'value', value: change.value, origin: { kind: 'list', index: change.index }, by: null };
  }

  function read(location: Location, reader: TxIndex): FoundValue {
    if (location[0] !== 'e') return readEntry(location, reader);
    const fields = existenceFields(addressOf(location)).map((field) => readEntry(field, reader));
    const proof = fields.find(({ value }) => provesExistence(value));
    const newest = fields.reduce((a, b) => (indexIn(b) > indexIn(a) ? b : a));
    return proof ? { ...proof, value: 1n } : { ...newest, value: 0n };
  }

  const unchanging = (): never => {
    throw new Error('a block access list is given, and not written to');
  };
  return {
    read,
    publish: unchanging,
    markEstimates: unchanging,
    withdraw: unchanging,
    firstStaleRead(reader, reads) {
      for (const seen of reads) {
        const cause = staleness(seen, read(seen.location, reader));
        if (cause) return cause;
      }
      return null;
    },
  };
}

/** Changes are in ascending order; a fee recipient has as many as there are transactions. */
function lastBefore(changes: readonly Change<Value>[], index: BlockAccessIndex): Change<Value> | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle]?.index ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}

const indexIn = ({ origin }: FoundValue): number => (origin.kind === 'list' ? origin.index : -1);
