import type { ConflictEdge } from '../model/graph.ts';

/**
 * The dependency graph alone, in flat arrays: transaction `t` depends on `on[k]` for `start[t] <= k < start[t + 1]`, in
 * rising order. Every dependency lies below its own transaction, so block order is a topological order.
 */
export interface Dependencies {
  readonly transactions: number;
  readonly start: Uint32Array;
  readonly on: Uint32Array;
}

/** `edges` sorted by `to`, then `from`, as `findEdges` gives them; only RAW counts, as writes are versioned. */
export function toDependencies(edges: readonly ConflictEdge[], transactions: number): Dependencies {
  const raw = edges.filter((edge) => edge.kind === 'RAW');
  const start = new Uint32Array(transactions + 1);
  for (const edge of raw) start[edge.to + 1] = (start[edge.to + 1] as number) + 1;
  for (let t = 0; t < transactions; t++) start[t + 1] = (start[t + 1] as number) + (start[t] as number);
  return { transactions, start, on: Uint32Array.from(raw, (edge) => edge.from) };
}
