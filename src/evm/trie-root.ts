import { keccak_256 } from '@noble/hashes/sha3.js';
import { encodeBytes, encodeList } from './rlp.ts';

interface Entry {
  /** One nibble a byte. */
  readonly path: Uint8Array;
  readonly value: Uint8Array;
}

/** An empty place in a branch, and the empty trie. */
const NOTHING = encodeBytes(new Uint8Array(0));

/**
 * Root of the Merkle-Patricia trie (yellow paper, appendix D) that holds the entries; keys must differ. The trie is built
 * from the sorted keys in one pass and never stored, as a root is all that is wanted of it.
 */
export function trieRoot(entries: readonly (readonly [key: Uint8Array, value: Uint8Array])[]): Uint8Array {
  const sorted = entries.map(([key, value]): Entry => ({ path: toNibbles(key), value }));
  sorted.sort((a, b) => compare(a.path, b.path));
  return keccak_256(sorted.length === 0 ? NOTHING : encodeNode(sorted, 0, sorted.length, 0));
}

/** The node for the entries from `start` to `end`, which share their path up to `depth`. */
function encodeNode(entries: readonly Entry[], start: number, end: number, depth: number): Uint8Array {
  const first = entries[start] as Entry;
  if (end - start === 1) {
    return encodeList([encodeBytes(compactPath(first.path, depth, first.path.length, true)), encodeBytes(first.value)]);
  }
  const shared = sharedLength(first.path, (entries[end - 1] as Entry).path, depth);
  if (shared > depth) {
    const path = encodeBytes(compactPath(first.path, depth, shared, false));
    return encodeList([path, reference(encodeNode(entries, start, end, shared))]);
  }
  const branch: Uint8Array[] = [];
  let at = start;
  // A key that ends here sorts first; its value lies in the branch itself.
  let own = NOTHING;
  if (first.path.length === depth) {
    own = encodeBytes(first.value);
    at++;
  }
  for (let nibble = 0; nibble < 16; nibble++) {
    const from = at;
    while (at < end && (entries[at] as Entry).path[depth] === nibble) at++;
    branch.push(from === at ? NOTHING : reference(encodeNode(entries, from, at, depth + 1)));
  }
  branch.push(own);
  return encodeList(branch);
}

/** A node of 32 bytes or more is referred to by its hash. */
function reference(node: Uint8Array): Uint8Array {
  return node.length < 32 ? node : encodeBytes(keccak_256(node));
}

/** Sorted order: all between the two share as much as the two do. */
function sharedLength(a: Uint8Array, b: Uint8Array, from: number): number {
  let at = from;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** Hex-prefix encoding (appendix C). */
function compactPath(path: Uint8Array, from: number, to: number, isLeaf: boolean): Uint8Array {
  const odd = (to - from) % 2;
  const bytes = new Uint8Array(((to - from) >> 1) + 1);
  bytes[0] = (isLeaf ? 0x20 : 0) | (odd ? 0x10 | (path[from] as number) : 0);
  for (let at = from + odd, i = 1; at < to; at += 2, i++) {
    bytes[i] = ((path[at] as number) << 4) | (path[at + 1] as number);
  }
  return bytes;
}

function toNibbles(key: Uint8Array): Uint8Array {
  const nibbles = new Uint8Array(key.length * 2);
  for (let i = 0; i < key.length; i++) {
    nibbles[2 * i] = (key[i] as number) >> 4;
    nibbles[2 * i + 1] = (key[i] as number) & 15;
  }
  return nibbles;
}

function compare(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
