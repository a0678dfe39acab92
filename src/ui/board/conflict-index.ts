import { CREDIT, forEachAccess, READ, toAccessTable } from '../../analysis/accesses.ts';
import type { CreditMode, FinalExecution } from '../../model/execution.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';

/** What a group of transactions shares with another, so that they can't just run side by side. */
export interface SharedLocations {
  /** Those of the others that conflict with one of the group, in block order. */
  readonly others: readonly TxIndex[];
  /** The locations behind it, the one behind most pairs first. */
  readonly locations: readonly Location[];
}

/**
 * Which transactions conflict (ANALYSIS.md: a common location that at least one writes), for any pair: the graph's edges
 * leave out what follows from others, which a picture may and a question about two cards may not.
 */
export interface ConflictIndex {
  between(group: readonly TxIndex[], others: readonly TxIndex[]): SharedLocations;
  touching(location: Location): readonly TxIndex[];
}

interface Access {
  readonly location: Location;
  readonly mode: number;
}

export function createConflictIndex(executions: readonly FinalExecution[], credits: CreditMode): ConflictIndex {
  const accesses: Access[][] = executions.map(() => []);
  const touchers = new Map<Location, TxIndex[]>();
  const table = toAccessTable(executions, credits);
  forEachAccess(table, (tx, number, mode) => {
    const location = table.locations[number];
    if (location === undefined) return;
    accesses[tx]?.push({ location, mode });
    const known = touchers.get(location);
    if (known) known.push(txIndex(tx));
    else touchers.set(location, [txIndex(tx)]);
  });

  return {
    between(group, others) {
      // How many of the group touch a location in each mode, so that a hot one costs no more than another.
      const countsOf = new Map<Location, number[]>();
      for (const tx of group) {
        for (const { location, mode } of accesses[tx] ?? []) {
          const counts = countsOf.get(location) ?? [];
          counts[mode] = (counts[mode] ?? 0) + 1;
          countsOf.set(location, counts);
        }
      }
      const inGroup = new Set(group);
      const conflicting = new Set<TxIndex>();
      const pairs = new Map<Location, number>();
      for (const other of others) {
        if (inGroup.has(other)) continue;
        for (const { location, mode } of accesses[other] ?? []) {
          let count = 0;
          countsOf.get(location)?.forEach((times, theirs) => {
            if (conflict(theirs, mode)) count += times;
          });
          if (count === 0) continue;
          conflicting.add(other);
          pairs.set(location, (pairs.get(location) ?? 0) + count);
        }
      }
      return {
        others: [...conflicting].sort((a, b) => a - b),
        locations: [...pairs].sort((a, b) => b[1] - a[1]).map(([location]) => location),
      };
    },
    touching: (location) => touchers.get(location) ?? [],
  };
}

function conflict(a: number, b: number): boolean {
  return a === b ? a !== READ && a !== CREDIT : true;
}
