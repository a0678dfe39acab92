import type { TxIndex } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import type { Mark } from '../model/mark.ts';

/** Marks that all views draw, each on its own picture of the same thing. Lanes count from 0. */
export interface Marks {
  /** What a click in a view marks; null: a click does what it always does. */
  readonly asks: 'transactions' | 'locations' | 'lanes' | null;
  readonly transactions: ReadonlyMap<number, Mark>;
  readonly locations: ReadonlyMap<Location, Mark>;
  readonly lanes: ReadonlyMap<number, Mark>;
  /** A figure that was predicted: drawn beside the one that came. */
  readonly figure: { readonly name: string; readonly said: number } | null;
}

export const NO_MARKS: Marks = {
  asks: null,
  transactions: new Map(),
  locations: new Map(),
  lanes: new Map(),
  figure: null,
};

export type MarkTarget = { readonly tx: TxIndex } | { readonly location: Location } | { readonly lane: number };

/** Marks it, or takes its mark away, where it is asked for; else gives the marks as they are. */
export function toggleMark(marks: Marks, target: MarkTarget): Marks {
  if ('tx' in target) {
    return marks.asks === 'transactions'
      ? { ...marks, transactions: toggled(marks.transactions, target.tx as number) }
      : marks;
  }
  if ('location' in target) {
    return marks.asks === 'locations' ? { ...marks, locations: toggled(marks.locations, target.location) } : marks;
  }
  return marks.asks === 'lanes' ? { ...marks, lanes: toggled(marks.lanes, target.lane) } : marks;
}

function toggled<T>(marks: ReadonlyMap<T, Mark>, key: T): ReadonlyMap<T, Mark> {
  const next = new Map(marks);
  if (next.get(key) === 'marked') next.delete(key);
  else next.set(key, 'marked');
  return next;
}
