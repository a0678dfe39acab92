import { type TxIndex, txIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import type { Accesses } from './engine.ts';

/**
 * Weakly connected components of the conflict graph: transactions are in one group if a chain of conflicts (RAW, WAW or
 * WAR, seen in either direction) joins them. Groups by their first transaction, each in block order.
 *
 * All who touch a location are in one group, unless all only read it or all only add to it; so the pairs needn't be listed.
 */
export function findConflictGroups(accesses: readonly Accesses[]): readonly (readonly TxIndex[])[] {
  const leader = accesses.map((_, tx) => tx);
  const find = (tx: number): number => {
    let top = tx;
    while (leader[top] !== top) top = leader[top] ?? top;
    for (let at = tx; at !== top; ) [at, leader[at]] = [leader[at] ?? top, top];
    return top;
  };
  const join = (a: number, b: number): void => {
    const [first, other] = [find(a), find(b)];
    leader[Math.max(first, other)] = Math.min(first, other);
  };

  for (const [readers, writers, adders] of touchedBy(accesses).values()) {
    const all = [...writers, ...readers, ...adders];
    const conflict = writers.length > 0 || (readers.length > 0 && adders.length > 0);
    if (conflict) for (const tx of all) join(all[0] ?? tx, tx);
  }

  const groups = new Map<number, TxIndex[]>();
  accesses.forEach((_, tx) => {
    const top = find(tx);
    const group = groups.get(top);
    if (group) group.push(txIndex(tx));
    else groups.set(top, [txIndex(tx)]);
  });
  return [...groups.values()];
}

type Touch = readonly [readers: number[], writers: number[], adders: number[]];

function touchedBy(accesses: readonly Accesses[]): ReadonlyMap<Location, Touch> {
  const touched = new Map<Location, Touch>();
  accesses.forEach(({ reads, writes, adds }, tx) => {
    for (const [how, locations] of [reads, writes, adds].entries()) {
      for (const location of locations) {
        const touch = touched.get(location) ?? [[], [], []];
        touch[how]?.push(tx);
        touched.set(location, touch);
      }
    }
  });
  return touched;
}
