import { Bell } from './bell.ts';
import { createGrowable, GrowableWords } from './growable-words.ts';
import { Heap } from './heap.ts';
import { bucketWords, LocationTable } from './locations.ts';
import { publicationWords, Publications } from './publications.ts';
import { Versions } from './versions.ts';

/*
 * Memory that the threads of a run share. To be read in this order, by whoever knows Block-STM but not Atomics:
 *
 *   growable-words   words that all see, how they grow, and when one thread sees what another has written
 *   heap             handing them out, never taking them back
 *   packing          numbers, texts and values as words
 *   locations        a number for each state location
 *   publications     what makes a transaction's writes visible, all at once; tickets, against workers that are lost
 *   versions         for each location the versions written
 *   shared-memory    what a reader sees: the multi-version memory itself
 *   result-…         what came of an incarnation, left in place until somebody needs it
 *   task-queue, bell how workers get their tasks, and the coordinator word of their ends
 *   worker-side, coordinator-side, queue-dispatcher   the two sides at work
 */

/** Numbers of locations: the block's, kept from run to run. */
export interface NumbersHandle {
  /** Tells them from those of another block. */
  readonly name: string;
  readonly locations: SharedArrayBuffer;
  readonly buckets: number;
}

/** What crosses to a worker so that it sees the memory of a run. */
export interface ArenaHandle {
  readonly numbers: NumbersHandle;
  /** For each location its versions: the run's. */
  readonly heads: SharedArrayBuffer;
  /** All the rest of the run: its words below, then whatever is written in it. */
  readonly heap: SharedArrayBuffer;
}

/** The heap's first words. Word 0 is its own. */
const COUNT = 1;
/** Not 0 once somebody has wiped an account's storage: until then no reader of a slot need look for it. */
const WIPED = 2;
const BELL = 3;
const HUNGRY = 4;
const TRANSACTIONS = 8;

/** Reserved, not taken. */
const MOST_BYTES = [1 << 30, 1 << 28, 1 << 26];

/** One thread's view of the shared memory of a run. */
export interface Arena {
  readonly handle: ArenaHandle;
  readonly heap: Heap;
  readonly publications: Publications;
  readonly versions: Versions;
  readonly bell: Bell;
  wiped: boolean;
}

/**
 * Whether threads can share memory here: not in a page that isn't cross-origin isolated, nor where shared memory can't grow or
 * can't be waited on without blocking.
 */
export function canShareMemory(): boolean {
  const { crossOriginIsolated } = globalThis as { readonly crossOriginIsolated?: boolean };
  return (
    crossOriginIsolated !== false &&
    typeof SharedArrayBuffer === 'function' &&
    'grow' in SharedArrayBuffer.prototype &&
    'waitAsync' in Atomics
  );
}

/** Numbers of locations for a block that touches about so many; null when the machine has no room for it. */
export function createLocationNumbers(name: string, expected: number): NumbersHandle | null {
  const buckets = 1 << Math.max(10, Math.ceil(Math.log2(2 * expected)));
  const locations = createAsLargeAsPossible(4 * bucketWords(buckets));
  if (!locations) return null;
  new Heap(locations).reset(bucketWords(buckets));
  return { name, locations, buckets };
}

/** Memory for a run of so many transactions, with nothing in it; null when the machine has no room for it. */
export function createArena(numbers: NumbersHandle, transactions: number, mostBytes?: number): ArenaHandle | null {
  const heads = createAsLargeAsPossible(0, mostBytes);
  const heap = createAsLargeAsPossible(4 * (TRANSACTIONS + publicationWords(transactions)), mostBytes);
  if (!heads || !heap) return null;
  new Heap(heap).reset(TRANSACTIONS + publicationWords(transactions));
  return { numbers, heads, heap };
}

/** Makes a memory as it was when it was new. Nobody must be using it. */
export function clearArena({ heads, heap }: ArenaHandle, transactions: number): void {
  new GrowableWords(heads).i32.fill(0);
  const words = new Heap(heap);
  words.i32.fill(0, 0, TRANSACTIONS + publicationWords(transactions));
  words.reset(TRANSACTIONS + publicationWords(transactions));
}

/** One thread's view of the numbers, to be kept from run to run: it learns them one by one. */
export function openNumbers({ locations, buckets }: NumbersHandle): LocationTable {
  return new LocationTable(new Heap(locations), buckets);
}

export function openArena(handle: ArenaHandle): Arena {
  const heap = new Heap(handle.heap);
  return {
    handle,
    heap,
    publications: new Publications(heap, TRANSACTIONS, COUNT),
    versions: new Versions(heap, handle.heads),
    bell: new Bell(heap, BELL, HUNGRY),
    get wiped() {
      return Atomics.load(heap.i32, WIPED) !== 0;
    },
    set wiped(value: boolean) {
      Atomics.store(heap.i32, WIPED, value ? 1 : 0);
    },
  };
}

function createAsLargeAsPossible(bytes: number, mostBytes?: number): SharedArrayBuffer | null {
  for (const most of mostBytes === undefined ? MOST_BYTES : [mostBytes]) {
    try {
      return createGrowable(bytes, most);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}
