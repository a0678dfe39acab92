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
      const modesOf = new Map<Location, number[]>();
      for (const tx of group) {
        for (const { location, mode } of accesses[tx] ?? []) {
          const modes = modesOf.get(location);
          if (modes) modes.push(mode);
          else modesOf.set(location, [mode]);
        }
      }
      const inGroup = new Set(group);
      const conflicting = new Set<TxIndex>();
      const pairs = new Map<Location, number>();
      for (const other of others) {
        if (inGroup.has(other)) continue;
        for (const { location, mode } of accesses[other] ?? []) {
          const count = modesOf.get(location)?.filter((theirs) => conflict(theirs, mode)).length ?? 0;
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
