import type { Location } from '../model/location.ts';
import type { AccessTable } from './accesses.ts';
import { CREDIT, READ, forEachAccess } from './accesses.ts';

export interface HotLocation {
  readonly location: Location;
  readonly conflictingPairs: number;
}

/**
 * The `limit` locations that make the most pairs conflict, most first; of equals, the one touched first in the block. Of
 * the pairs that touch a location, all conflict but those that both only read it or both only add to it.
 */
export function findHottest(table: AccessTable, limit: number): HotLocation[] {
  const touching = new Float64Array(table.locations.length);
  const reading = new Float64Array(table.locations.length);
  const adding = new Float64Array(table.locations.length);
  forEachAccess(table, (_tx, location, mode) => {
    touching[location] = (touching[location] as number) + 1;
    if (mode === READ) reading[location] = (reading[location] as number) + 1;
    if (mode === CREDIT) adding[location] = (adding[location] as number) + 1;
  });
  return table.locations
    .map((location, k) => ({
      location,
      conflictingPairs: pairsOf(touching[k]) - pairsOf(reading[k]) - pairsOf(adding[k]),
    }))
    .filter((hot) => hot.conflictingPairs > 0)
    .sort((a, b) => b.conflictingPairs - a.conflictingPairs)
    .slice(0, limit);
}

const pairsOf = (members = 0): number => (members * (members - 1)) / 2;
