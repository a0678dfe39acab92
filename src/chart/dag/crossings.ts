import type { Layers } from './order-columns.ts';

/**
 * How many pairs of edges cross, over all neighbouring layers: inversions among the edges' ends, counted with a Fenwick tree
 * (Barth, Jünger, Mutzel 2002), so that it costs edges × log.
 */
export function countCrossings({ layers, after }: Layers): number {
  let crossings = 0;
  const place = new Int32Array(after.length);
  for (let l = 0; l + 1 < layers.length; l++) {
    const lower = layers[l + 1] as readonly number[];
    for (let i = 0; i < lower.length; i++) place[lower[i] as number] = i;
    const tree = new Uint32Array(lower.length + 1);
    let seen = 0;
    for (const v of layers[l] as readonly number[]) {
      const ends = (after[v] as readonly number[]).map((w) => place[w] as number).sort((a, b) => a - b);
      // All ends first, so that edges of one vertex, which meet at it, don't count as crossing.
      for (const end of ends) crossings += seen - upTo(tree, end);
      for (const end of ends) {
        for (let i = end + 1; i < tree.length; i += i & -i) tree[i] = (tree[i] as number) + 1;
        seen++;
      }
    }
  }
  return crossings;
}

/** Edges seen so far that end at `end` or above it. */
function upTo(tree: Uint32Array, end: number): number {
  let count = 0;
  for (let i = end + 1; i > 0; i -= i & -i) count += tree[i] as number;
  return count;
}
