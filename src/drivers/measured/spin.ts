import { createRandom } from '../../lib/random.ts';

/** Work of the kind an EVM makes: big integers and map accesses. Gives a number so that none of it can be left out. */
export function spin(rounds: number): number {
  const random = createRandom(1);
  const words = new Map<number, bigint>();
  const mask = (1n << 256n) - 1n;
  let word = 1n;
  for (let i = 0; i < rounds; i++) {
    const key = (random() * 1024) | 0;
    word = (word * 6364136223846793005n + (words.get(key) ?? 0n) + BigInt(i)) & mask;
    words.set(key, word);
  }
  return Number(word & 0xffffn);
}
