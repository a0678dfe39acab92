import { type TxIndex, txIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import type { Accesses } from './engine.ts';

/**
 * Weakly connected components of the conflict graph: transactions are in one group if a chain of conflicts (RAW, WAW or
 * WAR, seen in either direction) joins them. Groups by their first transaction, each in block order.
 *
 * All who touch a location are in one group, unless all only read it; so the pairs needn't be listed. Additions pass each other and
 * are left out, as in the analysis: one reader of the fee recipient's balance would join the whole block.
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

  const firstToTouch = new Map<Location, number>();
  const written = new Set(accesses.flatMap(({ writes }) => writes));
  accesses.forEach(({ reads, writes }, tx) => {
    for (const location of [...reads, ...writes]) {
      if (!written.has(location)) continue;
      const first = firstToTouch.get(location);
      if (first === undefined) firstToTouch.set(location, tx);
      else join(first, tx);
    }
  });

  const groups = new Map<number, TxIndex[]>();
  accesses.forEach((_, tx) => {
    const top = find(tx);
    const group = groups.get(top);
    if (group) group.push(txIndex(tx));
    else groups.set(top, [txIndex(tx)]);
  });
  return [...groups.values()];
}
