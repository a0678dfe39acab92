import type { TxIndex } from '../../../model/ids.ts';
import type { Value } from '../../../model/location.ts';
import { GrowableWords } from './growable-words.ts';
import type { Heap, Pointer } from './heap.ts';
import type { LocationId } from './locations.ts';
import { type Packer, Unpacker } from './packing.ts';
import { publicationIn } from './publications.ts';

/** A node: transaction, next node, newest record. */
const TX = 0;
const NEXT = 1;
const RECORD = 2;
const NODE_WORDS = 4;

/** A record: publication, the record before it, then the value. */
const PREVIOUS = 1;
const VALUE = 2;

/** What a location has been given: full writes, and additions that nobody looked at (commutative credits). */
export type Chain = 0 | 1;
export const WRITES: Chain = 0;
export const CREDITS: Chain = 1;
const CHAINS = 2;

/**
 * For each location the versions written: a list with one *node* per transaction that ever wrote it, highest first. A node has
 * *records*, newest first, one for each publication of its transaction that writes the location; the one that counts
 * belongs to what the transaction has published now (`publications.ts`), and often none does.
 *
 * Nodes and records are put in by compare-and-swap and never taken out, so a reader goes through the list while others add
 * to it, without a lock. It looks at what a transaction has published *before* it looks for the record: that one has been in
 * place since before it was published.
 */
export class Versions {
  readonly #heap: Heap;
  /** By location, the first node of each chain. */
  readonly #heads: GrowableWords;
  readonly #unpacker: Unpacker;

  constructor(heap: Heap, heads: SharedArrayBuffer) {
    this.#heap = heap;
    this.#heads = new GrowableWords(heads);
    this.#unpacker = new Unpacker(heap);
  }

  /** The node of the highest transaction below `reader`, whether it counts or not; 0 for none. */
  below(location: LocationId, chain: Chain, reader: number): Pointer {
    const head = location * CHAINS + chain;
    if (!this.#heads.reaches(head + 1)) return 0;
    let node = Atomics.load(this.#heads.i32, head);
    while (node !== 0 && this.txOf(node) >= reader) node = this.next(node);
    return node;
  }

  next(node: Pointer): Pointer {
    return Atomics.load(this.#heap.i32, node + NEXT);
  }

  txOf(node: Pointer): TxIndex {
    this.#heap.reaches(node + NODE_WORDS);
    return this.#heap.i32[node + TX] as TxIndex;
  }

  /** The record of `node` that belongs to `state`, what its transaction had published when last looked at; 0 for none. */
  recordIn(node: Pointer, state: number): Pointer {
    const publication = publicationIn(state);
    if (publication === 0) return 0;
    let record = Atomics.load(this.#heap.i32, node + RECORD);
    while (record !== 0) {
      this.#heap.reaches(record + VALUE);
      if (this.#heap.i32[record] === publication) return record;
      record = this.#heap.i32[record + PREVIOUS] as number;
    }
    return 0;
  }

  publicationOf(record: Pointer): Pointer {
    this.#heap.reaches(record + VALUE);
    return this.#heap.i32[record] as number;
  }

  valueOf(record: Pointer): Value {
    this.#unpacker.at = record + VALUE;
    return this.#unpacker.value();
  }

  /** Puts a value in place for when `publication` becomes that of `tx`. */
  add(location: LocationId, chain: Chain, tx: TxIndex, publication: Pointer, value: Value, packer: Packer): Pointer {
    packer.begin();
    packer.word(publication);
    packer.word(0);
    packer.value(value);
    const record = packer.copyTo(this.#heap);
    const node = this.#nodeOf(location, chain, tx);
    const { i32 } = this.#heap;
    for (let previous = Atomics.load(i32, node + RECORD); ; ) {
      i32[record + PREVIOUS] = previous;
      const found = Atomics.compareExchange(i32, node + RECORD, previous, record);
      if (found === previous) return record;
      previous = found;
    }
  }

  /** Whether `tx` writes the location in what it has published by `state`. */
  isIn(location: LocationId, chain: Chain, tx: TxIndex, state: number): boolean {
    const node = this.below(location, chain, tx + 1);
    return node !== 0 && this.txOf(node) === tx && this.recordIn(node, state) !== 0;
  }

  #nodeOf(location: LocationId, chain: Chain, tx: TxIndex): Pointer {
    const head = location * CHAINS + chain;
    this.#heads.ensure(head + 1);
    const made = { node: 0 };
    let node = this.#linkAt(this.#heads, head, tx, made);
    while (node < 0) node = this.#linkAt(this.#heap, -node + NEXT, tx, made);
    return node;
  }

  /**
   * Looks at one link of the list, and puts in a node for `tx` if it belongs there. Gives the node of `tx`; negative, the node to
   * go on from.
   */
  #linkAt(words: GrowableWords, link: number, tx: TxIndex, made: { node: Pointer }): number {
    for (;;) {
      const node = Atomics.load(words.i32, link);
      const found = node === 0 ? -1 : this.txOf(node);
      if (found === tx) return node;
      if (found > tx) return -node;
      made.node ||= this.#heap.alloc(NODE_WORDS);
      const { i32 } = this.#heap;
      i32[made.node + TX] = tx;
      i32[made.node + NEXT] = node;
      i32[made.node + RECORD] = 0;
      if (Atomics.compareExchange(words.i32, link, node, made.node) === node) return made.node;
    }
  }
}
