import type { Random } from '../../lib/random.ts';

/** Draws from 0 … count − 1, rank k with a share in proportion to 1 ÷ (k + 1)^exponent. */
export function createZipf(random: Random, count: number, exponent: number): () => number {
  const weights = Array.from({ length: count }, (_, rank) => (rank + 1) ** -exponent);
  return createWeighted(random, weights);
}

/** Draws an index in proportion to its weight. */
export function createWeighted(random: Random, weights: readonly number[]): () => number {
  const sums: number[] = [];
  let total = 0;
  for (const weight of weights) {
    total += weight;
    sums.push(total);
  }
  return () => {
    const target = random() * total;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
