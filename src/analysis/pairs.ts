import type { AccessTable } from './accesses.ts';
import { CREDIT, READ, WRITE, at, forEachAccess } from './accesses.ts';
import type { Bitset } from './bitset.ts';
import { addTo, createBitset, popcount, unite } from './bitset.ts';

export interface PairCounts {
  readonly conflictingPairs: number;
  readonly rawPairs: number;
  readonly wawPairs: number;
  readonly warPairs: number;
  /** Transactions in no conflicting pair. */
  readonly independentTxs: number;
}

/** Who read, set and added to a hot location so far. */
interface Crowd {
  readonly readers: Bitset;
  readonly writers: Bitset;
  readonly creditors: Bitset;
}

/**
 * Counts the pairs i < j that conflict, each once however many locations they share, and whatever lies between. A credit is
 * a write that others can overwrite (WAW) and overwrites nothing itself; those who read the balance conflict with it on
 * either side (RAW, WAR).
 *
 * For each j in turn, the earlier transactions that it conflicts with are gathered in one set per kind of conflict. A
 * location that few touch is gone through one by one; one that many touch keeps its crowd as bitsets, to be united word by
 * word. Exact, and at most about n/32 steps an access, though a hot location makes the pairs themselves quadratic.
 */
export function countPairs(table: AccessTable): PairCounts {
  const { transactions: n, start, location, mode } = table;
  const touching = new Uint32Array(table.locations.length + 1);
  forEachAccess(table, (_tx, l) => {
    touching[l + 1] = at(touching, l + 1) + 1;
  });
  // The accesses again, location by location: those of `l` before the current transaction lie in first[l] … end[l].
  const first = touching.map((_, l) => (l === 0 ? 0 : at(touching, l)));
  for (let l = 1; l < first.length; l++) first[l] = at(first, l) + at(first, l - 1);
  const end = first.slice();
  const byLocationTx = new Uint32Array(location.length);
  const byLocationMode = new Uint32Array(location.length);
  // From about this many, uniting words is cheaper than going through the list.
  const many = Math.max(16, n >>> 5);
  const crowds = new Map<number, Crowd>();
  for (let l = 0; l < table.locations.length; l++) {
    if (at(touching, l + 1) <= many) continue;
    crowds.set(l, { readers: createBitset(n), writers: createBitset(n), creditors: createBitset(n) });
  }

  const raw = createBitset(n);
  const waw = createBitset(n);
  const war = createBitset(n);
  const involved = createBitset(n);
  let [conflictingPairs, rawPairs, wawPairs, warPairs] = [0, 0, 0, 0];

  for (let j = 0; j < n; j++) {
    const words = (j >>> 5) + 1;
    let lowestWord = words;
    for (let k = at(start, j); k < at(start, j + 1); k++) {
      const l = at(location, k);
      const how = at(mode, k);
      const crowd = crowds.get(l);
      if (crowd) {
        lowestWord = 0;
        if (how & READ) {
          unite(raw, crowd.writers, words);
          unite(raw, crowd.creditors, words);
        }
        if (how & WRITE) {
          unite(waw, crowd.writers, words);
          unite(waw, crowd.creditors, words);
        }
        if (how & (WRITE | CREDIT)) unite(war, crowd.readers, words);
        if (how & READ) addTo(crowd.readers, j);
        if (how & WRITE) addTo(crowd.writers, j);
        if (how & CREDIT) addTo(crowd.creditors, j);
        continue;
      }
      for (let m = at(first, l); m < at(end, l); m++) {
        const i = at(byLocationTx, m);
        const before = at(byLocationMode, m);
        if ((before & how) === CREDIT || (before | how) === READ) continue;
        lowestWord = Math.min(lowestWord, i >>> 5);
        if (how & READ && before & (WRITE | CREDIT)) addTo(raw, i);
        if (how & WRITE && before & (WRITE | CREDIT)) addTo(waw, i);
        if (how & (WRITE | CREDIT) && before & READ) addTo(war, i);
      }
      byLocationTx[at(end, l)] = j;
      byLocationMode[at(end, l)] = how;
      end[l] = at(end, l) + 1;
    }
    for (let w = lowestWord; w < words; w++) {
      const r = at(raw, w);
      const o = at(waw, w);
      const a = at(war, w);
      const any = r | o | a;
      if (any === 0) continue;
      rawPairs += popcount(r);
      wawPairs += popcount(o);
      warPairs += popcount(a);
      conflictingPairs += popcount(any);
      involved[w] = at(involved, w) | any;
      addTo(involved, j);
      raw[w] = 0;
      waw[w] = 0;
      war[w] = 0;
    }
  }
  const involvedTxs = involved.reduce((sum, word) => sum + popcount(word), 0);
  return { conflictingPairs, rawPairs, wawPairs, warPairs, independentTxs: n - involvedTxs };
}
