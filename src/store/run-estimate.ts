import type { Block } from '../model/block.ts';

/** How long a virtual-time run will take on the wall, in milliseconds, from the runs before it. */
export interface RunEstimate {
  of(block: Block, serialMs: number): number;
  learn(ms: number, block: Block): void;
}

/** Before anything was learnt: interleaving, re-execution and the check cost about this times serial execution. */
const FIRST_GUESS = 3;

/**
 * Runs are slow until the EVM's code has been compiled by the browser, so that the least time a transaction was ever seen
 * to take is a better guess than the last one.
 */
export function createRunEstimate(): RunEstimate {
  let perTransaction: number | null = null;
  return {
    of(block, serialMs) {
      const guess = serialMs * FIRST_GUESS;
      return perTransaction === null ? guess : Math.min(guess, perTransaction * block.transactions.length);
    },
    learn(ms, block) {
      if (block.transactions.length === 0) return;
      const each = ms / block.transactions.length;
      perTransaction = perTransaction === null ? each : Math.min(perTransaction, each);
    },
  };
}
