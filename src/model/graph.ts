import type { Gas, TxIndex } from './ids.ts';
import type { Location } from './location.ts';

/** Seen in block order: read after write, write after write, write after read. Only RAW remains once writes are versioned. */
export type ConflictKind = 'RAW' | 'WAW' | 'WAR';

/**
 * One arrow of the conflict DAG, from the earlier transaction to the later. RAW: `to` reads a location whose last earlier
 * writer is `from` (a *dependency*). WAW and WAR likewise join a write with the last write, and the reads since, before
 * it: enough for a picture and linear in the number of accesses, where all conflicting pairs would be quadratic.
 */
export interface ConflictEdge {
  readonly from: TxIndex;
  readonly to: TxIndex;
  readonly kind: ConflictKind;
  readonly locations: readonly Location[];
}

/** ANALYSIS.md's table, in its order. */
export interface ConflictFigures {
  readonly transactions: number;
  readonly gasUsed: Gas;
  readonly conflictingPairs: number;
  readonly rawPairs: number;
  readonly wawPairs: number;
  readonly warPairs: number;
  readonly independentTxs: number;
  readonly longestChainTxs: number;
  readonly criticalPathGas: Gas;
  readonly waves: number;
  /** Total gas ÷ criticalPathGas. */
  readonly speedupBound: number;
  /** Lanes → makespan in gas, no overheads, lowest-index ready transaction first. */
  readonly lowestIndexFirst: Readonly<Record<'2' | '4' | '8' | '16', Gas>>;
  /** Locations by the number of conflicting pairs they cause, most first. */
  readonly hottest: readonly { readonly location: Location; readonly conflictingPairs: number }[];
}

export interface ConflictGraph {
  readonly transactions: number;
  /** Sorted by `to`, then `from`, then kind. */
  readonly edges: readonly ConflictEdge[];
  /** Gas of each transaction. */
  readonly gas: readonly Gas[];
  /** Level in the dependency graph, from 0, by transaction. */
  readonly wave: readonly number[];
  /** The heaviest chain by gas, first to last. */
  readonly criticalPath: readonly TxIndex[];
  readonly figures: ConflictFigures;
}
