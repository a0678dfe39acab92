import { linkError } from './link-error.ts';

/** What a value may grow to: a few bytes can stand for very much. */
export interface Budget {
  /** Takes from what is left, in characters and values; throws a FormatError when nothing is. */
  spend(amount: number): void;
}

export function createBudget(limit: number): Budget {
  let left = limit;
  return {
    spend(amount) {
      left -= amount;
      if (left < 0) throw linkError('a scenario of a size that fits in a link', 'one that grows beyond all bounds');
    },
  };
}
