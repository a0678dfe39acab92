import { type FoundValue, PRESTATE } from '../../../engines/origins.ts';
import { existenceFields } from '../../../model/existence.ts';
import { addressOf, type Location, wipeOf } from '../../../model/location.ts';
import type { ReadPrestate } from '../../../model/prestate.ts';
import type { LocationId, LocationTable } from './locations.ts';

/** A location as one thread knows it, with what doesn't change about it. */
export interface Place {
  readonly location: Location;
  readonly id: LocationId;
  /** First letter of the location. */
  readonly kind: string;
  /** What a reader sees there before anybody has written. */
  readonly untouched: FoundValue;
  /** Of a slot: where its account's wipe is written. */
  readonly wipe: Place | null;
  /** Of an existence: the fields that decide it. */
  readonly fields: readonly Place[];
}

/** Looks up by either name what is known of a location. */
export interface Places {
  at(location: Location): Place;
  of(id: LocationId): Place;
}

export function createPlaces(table: LocationTable, prestate: ReadPrestate): Places {
  const byName = new Map<Location, Place>();
  const byId: (Place | undefined)[] = [];

  function make(location: Location): Place {
    const kind = location[0] as string;
    const place: Place = {
      location,
      id: table.idOf(location),
      kind,
      untouched: { kind: 'value', value: prestate(location), origin: PRESTATE, by: null },
      wipe: kind === 's' ? at(wipeOf(addressOf(location))) : null,
      fields: kind === 'e' ? existenceFields(addressOf(location)).map(at) : [],
    };
    byName.set(location, place);
    byId[place.id] = place;
    return place;
  }

  function at(location: Location): Place {
    return byName.get(location) ?? make(location);
  }
  return { at, of: (id) => byId[id] ?? make(table.nameOf(id)) };
}
