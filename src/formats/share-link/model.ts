import { linkError } from './link-error.ts';
import type { BitReader, BitWriter } from './range-coder.ts';

/**
 * What is expected next, learned from what came before: counts of zeros and ones for each place in a binary tree of what a
 * symbol can be, apart for each context. Writer and reader learn alike.
 */
export interface Model {
  /** Writes or reads one of 256 symbols. `contexts`: from the widest to the closest; what has been seen more often counts more. */
  code(contexts: readonly string[], coder: Coder, value: number): number;
  /** A model that begins with what this one has learned, but learns anew as fast as if it had seen little. */
  continued(): Model;
}

/** A coder codes: a writer takes the bit it is given, a reader ignores it and gives the one it has read. */
export type Coder = (bit: boolean, one: number) => boolean;

export const writerToCoder =
  (writer: BitWriter): Coder =>
  (bit, one) => {
    writer.bit(bit, one);
    return bit;
  };

export const readerToCoder =
  (reader: BitReader): Coder =>
  (_bit, one) =>
    reader.bit(one);

interface Tree {
  /** How likely a one is at each node, in 65536ths. */
  readonly one: Uint16Array;
  /** How often each node was passed. */
  readonly seen: Uint8Array;
}

const EVEN = 32768;
const RAREST = 256;
/** Each takes a kilobyte. */
const MOST_CONTEXTS = 50_000;
/** From here on a node learns no slower: what holds may change. */
const MOST_SEEN = 30;
const RELAXED = 4;
/** A bit seen for the first time moves its node by the inverse of this. All numbers here were tried on generated blocks. */
const FIRST = 1.3;
/** Each closer context counts as many times more. */
const CLOSER = 4;

export function createModel(learned: ReadonlyMap<string, Tree> = new Map()): Model {
  const trees = new Map<string, Tree>();
  const treeOf = (context: string): Tree => {
    const known = trees.get(context);
    if (known) return known;
    if (trees.size >= MOST_CONTEXTS) throw linkError('a scenario of a size that fits in a link', 'a larger one');
    const before = learned.get(context);
    const tree = before
      ? { one: before.one.slice(), seen: before.seen.map((times) => Math.min(times, RELAXED)) }
      : { one: new Uint16Array(256).fill(EVEN), seen: new Uint8Array(256) };
    trees.set(context, tree);
    return tree;
  };

  return {
    code(contexts, coder, value) {
      const used = contexts.map(treeOf);
      let node = 1;
      for (let mask = 128; mask > 0; mask >>= 1) {
        const bit = coder((value & mask) !== 0, expect(used, node));
        for (const tree of used) update(tree, node, bit);
        node = 2 * node + (bit ? 1 : 0);
      }
      return node - 256;
    },
    continued: () => createModel(trees),
  };
}

const LEAST = 0.02;

/** The mean of what the contexts expect: a closer one counts more, and one that has seen more, and is surer. */
function expect(trees: readonly Tree[], node: number): number {
  let sum = EVEN * LEAST;
  let weights = LEAST;
  let closeness = 1;
  for (const { one, seen } of trees) {
    const expected = one[node] ?? EVEN;
    const sure = Math.abs(expected - EVEN) / EVEN;
    const weight = (closeness * (seen[node] ?? 0)) / (1 + LEAST - sure);
    sum += weight * expected;
    weights += weight;
    closeness *= CLOSER;
  }
  return Math.min(65536 - RAREST, Math.max(RAREST, Math.round(sum / weights)));
}

function update({ one, seen }: Tree, node: number, bit: boolean): void {
  const times = seen[node] ?? 0;
  const before = one[node] ?? EVEN;
  one[node] = Math.round(before + ((bit ? 65535 : 0) - before) / (times + FIRST));
  if (times < MOST_SEEN) seen[node] = times + 1;
}
