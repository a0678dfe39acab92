import type { CreditMode, FinalExecution } from '../model/execution.ts';
import type { Gas } from '../model/ids.ts';
import { gas } from '../model/ids.ts';
import { balanceOf, isAnalysed } from '../model/location.ts';
import type { Location } from '../model/location.ts';

/** Bits of `AccessTable.mode`: what a transaction does with a location. */
export const READ = 1;
export const WRITE = 2;
/** An addition that commutes with other additions. Never together with the other two. */
export const CREDIT = 4;

/**
 * Which transaction touches what, in flat arrays: transaction `t` touches `location[k]` as `mode[k]` for
 * `start[t] <= k < start[t + 1]`. A location is a number here, an index of `locations`; numbers are given in the order of
 * first access, and a transaction names each location once.
 */
export interface AccessTable {
  readonly transactions: number;
  readonly gas: readonly Gas[];
  readonly locations: readonly Location[];
  readonly start: Uint32Array;
  readonly location: Uint32Array;
  readonly mode: Uint32Array;
}

/**
 * Takes from each recording what ANALYSIS.md counts. Both kinds of recording serve both models: a strict one marks its
 * credits (`ReadRecord.credit`), a commutative one lists them apart.
 *
 * An invalid transaction uses no gas; what it read counts, as its being invalid depends on it.
 */
export function toAccessTable(executions: readonly FinalExecution[], credits: CreditMode): AccessTable {
  const numbers = new Map<Location, number>();
  const start = new Uint32Array(executions.length + 1);
  const location: number[] = [];
  const mode: number[] = [];
  const creditMode = credits === 'strict' ? READ | WRITE : CREDIT;

  for (const [t, { recording }] of executions.entries()) {
    const modes = new Map<Location, number>();
    const touch = (touched: Location, how: number) => {
      if (isAnalysed(touched)) modes.set(touched, (modes.get(touched) ?? 0) | how);
    };
    const additions = new Set<Location>();
    // A credit that came to nothing (its frame reverted) is neither read nor write: it enters with its write, below.
    for (const read of recording.reads) read.credit ? additions.add(read.location) : touch(read.location, READ);
    for (const write of recording.writes) {
      const added = additions.has(write.location) && !modes.has(write.location);
      touch(write.location, added ? creditMode : WRITE);
    }
    for (const { address } of recording.credits) touch(balanceOf(address), creditMode);

    for (const [touched, how] of modes) {
      const known = numbers.get(touched);
      if (known === undefined) numbers.set(touched, numbers.size);
      location.push(known ?? numbers.size - 1);
      // Adding to a balance that the same transaction reads or sets is no addition any more.
      mode.push(how === CREDIT || (how & CREDIT) === 0 ? how : READ | WRITE);
    }
    start[t + 1] = location.length;
  }
  return {
    transactions: executions.length,
    gas: executions.map((e) => (e.kind === 'executed' ? e.receipt.gasUsed : gas(0))),
    locations: [...numbers.keys()],
    start,
    location: Uint32Array.from(location),
    mode: Uint32Array.from(mode),
  };
}

/** Calls `visit(transaction, location, mode)` for each access, in block order. */
export function forEachAccess(table: AccessTable, visit: (tx: number, location: number, mode: number) => void): void {
  for (let tx = 0; tx < table.transactions; tx++) {
    for (let k = at(table.start, tx); k < at(table.start, tx + 1); k++)
      visit(tx, at(table.location, k), at(table.mode, k));
  }
}

/**
 * Element at an index known to lie within the array. For one type of array only: were it called with several, each access in
 * the hot loops would cost a dispatch on the type.
 */
export function at(array: Uint32Array, index: number): number {
  return array[index] as number;
}
