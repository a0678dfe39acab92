import type { Location } from '../../model/location.ts';

/** A state location, as engines write it into their reasons. */
const LOCATION = /\b[bncs]:0x[0-9a-f]{40}(:0x[0-9a-f]+)?/g;

/** A sentence of an engine with the names of its locations. */
export function nameLocations(sentence: string, nameOf: (location: Location) => string): string {
  return sentence.replace(LOCATION, (location) => nameOf(location as Location));
}
