/** Sets of transaction indices as 32-bit words: a union of two sets of 10,000 takes 313 operations. */
export type Bitset = Uint32Array;

export const createBitset = (size: number): Bitset => new Uint32Array((size + 31) >>> 5);

export function addTo(set: Bitset, index: number): void {
  const word = index >>> 5;
  set[word] = (set[word] as number) | (1 << (index & 31));
}

/** target ∪= source, over the first `words` words. */
export function unite(target: Bitset, source: Bitset, words: number): void {
  for (let w = 0; w < words; w++) target[w] = (target[w] as number) | (source[w] as number);
}

/** Bits set in a 32-bit word (Warren, Hacker's Delight, figure 5-2). */
export function popcount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
