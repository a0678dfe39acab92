import type { ConflictEdge, ConflictKind } from '../model/graph.ts';
import { txIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import type { AccessTable } from './accesses.ts';
import { CREDIT, READ, WRITE, at } from './accesses.ts';

/**
 * The arrows of the conflict DAG, sorted by `to`, then `from`, then kind (`RAW`, `WAW`, `WAR`).
 *
 * - RAW, a *dependency*: to the reader from the last earlier writer; with commutative credits, also from every credit since
 *   that write.
 * - WAW: to a write from the last write and the credits since it. A credit overwrites nothing.
 * - WAR: to a write or credit from the reads since the last write or credit.
 *
 * Linear in the number of accesses, but for a balance with many credits that many transactions only read.
 */
export function findEdges(table: AccessTable): ConflictEdge[] {
  const states = table.locations.map((): LocationState => ({ writer: -1, credits: [], readers: [] }));
  const edges: ConflictEdge[] = [];
  for (let to = 0; to < table.transactions; to++) {
    const arrows = new Map<number, Location[]>();
    for (let k = at(table.start, to); k < at(table.start, to + 1); k++) {
      const number = at(table.location, k);
      const location = table.locations[number] as Location;
      const state = states[number] as LocationState;
      const mode = at(table.mode, k);
      const draw = (kind: number, from: number) => {
        if (from < 0) return;
        const key = from * KINDS.length + kind;
        const locations = arrows.get(key);
        if (locations) locations.push(location);
        else arrows.set(key, [location]);
      };
      if (mode & READ) {
        draw(RAW, state.writer);
        for (const from of state.credits) draw(RAW, from);
      }
      if (mode & WRITE) {
        draw(WAW, state.writer);
        for (const from of state.credits) draw(WAW, from);
      }
      if (mode & (WRITE | CREDIT)) for (const from of state.readers) draw(WAR, from);
      advance(state, mode, to);
    }
    for (const key of [...arrows.keys()].sort((a, b) => a - b)) {
      edges.push({
        from: txIndex(Math.floor(key / KINDS.length)),
        to: txIndex(to),
        kind: KINDS[key % KINDS.length] as ConflictKind,
        locations: arrows.get(key) as Location[],
      });
    }
  }
  return edges;
}

const KINDS: readonly ConflictKind[] = ['RAW', 'WAW', 'WAR'];
const [RAW, WAW, WAR] = [0, 1, 2];

/** What matters of a location's past: its last writer (-1: none), the credits since, the readers since the last of both. */
interface LocationState {
  writer: number;
  credits: number[];
  readers: number[];
}

function advance(state: LocationState, mode: number, tx: number): void {
  if (mode & WRITE) {
    state.writer = tx;
    state.credits = [];
  }
  if (mode & CREDIT) state.credits.push(tx);
  if (mode & (WRITE | CREDIT)) state.readers = [];
  if (mode & READ) state.readers.push(tx);
}
