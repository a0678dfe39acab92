import { at } from './accesses.ts';
import type { Dependencies } from './dependencies.ts';

/** The wave of each transaction, from 0: the length, in transactions, of the longest chain of dependencies before it. */
export function findWaves({ transactions, start, on }: Dependencies): number[] {
  const wave = new Uint32Array(transactions);
  for (let t = 0; t < transactions; t++) {
    let level = 0;
    for (let k = at(start, t); k < at(start, t + 1); k++) level = Math.max(level, at(wave, at(on, k)) + 1);
    wave[t] = level;
  }
  return [...wave];
}
