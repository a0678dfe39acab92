import type { Location } from '../../../model/location.ts';
import type { Heap } from './heap.ts';

/** A location's number: the same for all threads, and for all runs of the block. */
export type LocationId = number;

/** Words of an entry before its characters: the next entry of its bucket, hash, length. */
const HEADER = 3;
/** Entries begin at multiples of this, and are numbered by it, so that numbers are small enough to index an array. */
const UNIT = 8;
/** Buckets begin here, in the heap's first words. */
const BUCKETS = UNIT;

/** Words that a table of so many buckets needs at the beginning of its heap. */
export const bucketWords = (buckets: number): number => BUCKETS + buckets;

/**
 * Numbers locations: a hash table whose entries are only ever added. Each bucket is a list with the newest entry in front. A
 * thread that doesn't find a location writes its entry and puts it in front by compare-and-swap; if another was faster, it looks at
 * what has come in front and tries again. Nobody waits for anybody, so a worker killed at any point leaves nothing locked. More
 * locations than foreseen make the lists longer, and nothing else.
 */
export class LocationTable {
  readonly #heap: Heap;
  /** A power of two. */
  readonly #buckets: number;
  readonly #known = new Map<Location, LocationId>();
  readonly #names = new Map<LocationId, Location>();

  /** `heap` is this table's alone. */
  constructor(heap: Heap, buckets: number) {
    this.#heap = heap;
    this.#buckets = buckets;
  }

  idOf(location: Location): LocationId {
    const known = this.#known.get(location);
    if (known !== undefined) return known;
    const id = this.#findOrAdd(location);
    this.#known.set(location, id);
    this.#names.set(id, location);
    return id;
  }

  nameOf(id: LocationId): Location {
    const known = this.#names.get(id);
    if (known !== undefined) return known;
    const name = this.#read(id);
    this.#names.set(id, name);
    this.#known.set(name, id);
    return name;
  }

  #findOrAdd(location: Location): LocationId {
    const heap = this.#heap;
    const hash = hashOf(location);
    const bucket = BUCKETS + (hash & (this.#buckets - 1));
    let searched = 0;
    let entry = 0;
    for (;;) {
      const first = Atomics.load(heap.i32, bucket);
      for (let at = first; at !== searched; at = heap.i32[at] as number) {
        if (this.#is(at, hash, location)) return at / UNIT;
      }
      entry ||= this.#write(hash, location);
      heap.i32[entry] = first;
      if (Atomics.compareExchange(heap.i32, bucket, first, entry) === first) return entry / UNIT;
      searched = first;
    }
  }

  #is(entry: number, hash: number, location: Location): boolean {
    const heap = this.#heap;
    const { length } = location;
    if (!heap.reaches(entry + HEADER) || heap.i32[entry + 1] !== hash || heap.i32[entry + 2] !== length) return false;
    heap.reaches(entry + HEADER + ((length + 3) >> 2));
    const from = (entry + HEADER) << 2;
    for (let i = 0; i < length; i++) if (heap.u8[from + i] !== location.charCodeAt(i)) return false;
    return true;
  }

  #write(hash: number, location: Location): number {
    const heap = this.#heap;
    const { length } = location;
    const words = HEADER + ((length + 3) >> 2);
    const entry = heap.alloc(Math.ceil(words / UNIT) * UNIT);
    heap.i32[entry + 1] = hash;
    heap.i32[entry + 2] = length;
    const from = (entry + HEADER) << 2;
    for (let i = 0; i < length; i++) heap.u8[from + i] = location.charCodeAt(i);
    return entry;
  }

  #read(id: LocationId): Location {
    const heap = this.#heap;
    const entry = id * UNIT;
    heap.reaches(entry + HEADER);
    const length = heap.i32[entry + 2] as number;
    heap.reaches(entry + HEADER + ((length + 3) >> 2));
    const from = (entry + HEADER) << 2;
    return String.fromCharCode(...heap.u8.subarray(from, from + length)) as Location;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}
