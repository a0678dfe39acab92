import { type Packed, pack, unpack } from '../../lib/packing.ts';
import type { Block } from '../../model/block.ts';

/**
 * Answers about a block as they cross from the coordinator to the page: packed, and without the code that the page has in the
 * block. On a real block that would be most of what crosses.
 */
export interface Crossing {
  pack<T>(value: T): Packed<T>;
  unpack<T>(packed: Packed<T>): T;
}

/** The same block, on either side. */
export function createCrossing({ prestate }: Block): Crossing {
  const known = [...new Set(Object.values(prestate).map(({ code }) => code))];
  return { pack: (value) => pack(value, known), unpack: (packed) => unpack(packed, known) };
}
