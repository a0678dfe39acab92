import type { Location } from '../model/location.ts';
import type { AccessTable } from './accesses.ts';
import { at, CREDIT, forEachAccess, READ } from './accesses.ts';

export interface HotLocation {
  readonly location: Location;
  readonly conflictingPairs: number;
}

interface Heat extends HotLocation {
  /** The first transaction that touches it. */
  readonly since: number;
}

/**
 * The `limit` locations that make the most pairs conflict, most first. Of the pairs that touch a location, all conflict but
 * those that both only read it or both only add to it.
 *
 * Of equals, the one touched first in the block comes first; of those touched first by the same transaction, slots come before
 * nonces, as they say more, and nonces before balances and code.
 */
export function findHottest(table: AccessTable, limit: number): HotLocation[] {
  const size = table.locations.length;
  const since = new Uint32Array(size);
  const touching = new Uint32Array(size);
  const reading = new Uint32Array(size);
  const adding = new Uint32Array(size);
  forEachAccess(table, (tx, l, mode) => {
    if (touching[l] === 0) since[l] = tx;
    touching[l] = at(touching, l) + 1;
    if (mode === READ) reading[l] = at(reading, l) + 1;
    if (mode === CREDIT) adding[l] = at(adding, l) + 1;
  });
  const heats: Heat[] = [];
  for (const [l, location] of table.locations.entries()) {
    const conflictingPairs = pairsOf(touching[l]) - pairsOf(reading[l]) - pairsOf(adding[l]);
    if (conflictingPairs > 0) heats.push({ location, conflictingPairs, since: since[l] ?? 0 });
  }
  return heats
    .sort((a, b) => b.conflictingPairs - a.conflictingPairs || a.since - b.since || kindRank(a) - kindRank(b))
    .slice(0, limit)
    .map(({ location, conflictingPairs }) => ({ location, conflictingPairs }));
}

const kindRank = ({ location }: Heat): number => 'snbc'.indexOf(location.charAt(0));

const pairsOf = (members = 0): number => (members * (members - 1)) / 2;
