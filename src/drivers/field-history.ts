import { existenceFields, provesExistence } from '../model/existence.ts';
import type { Address } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import type { ReadPrestate } from '../model/prestate.ts';

/** Whether the fields that decide about existence have been empty, non-empty, or both, so far in the block. */
export interface FieldHistory {
  write(location: Location, value: Value): void;
  /** Something was added to a balance. */
  add(location: Location): void;
  /** Whichever earlier transactions have run, existence reads the same. */
  isConstant(address: Address): boolean;
}

export function createFieldHistory(prestate: ReadPrestate): FieldHistory {
  const history = new Map<Location, { empty: boolean; nonEmpty: boolean }>();
  const of = (location: Location) => {
    const known = history.get(location);
    if (known) return known;
    const nonEmpty = provesExistence(prestate(location));
    const fresh = { empty: !nonEmpty, nonEmpty };
    history.set(location, fresh);
    return fresh;
  };
  return {
    write(location, value) {
      if (location[0] === 's' || location[0] === 'w') return;
      if (provesExistence(value)) of(location).nonEmpty = true;
      else of(location).empty = true;
    },
    add(location) {
      of(location).nonEmpty = true;
    },
    isConstant(address) {
      const all = existenceFields(address).map(of);
      return all.some((field) => !field.empty) || all.every((field) => !field.nonEmpty);
    },
  };
}
