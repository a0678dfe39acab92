import { createMemoryFor } from '../../engines/create-memory.ts';
import type { ReadPolicy } from '../../engines/engine.ts';
import type { MemoryInput } from '../../engines/memory.ts';
import { createReplicaTransport, type MemoryTransport } from './memory-transport.ts';
import type { RunTerms } from './protocol.ts';
import {
  type ArenaHandle,
  canShareMemory,
  clearArena,
  createArena,
  createLocationNumbers,
  type NumbersHandle,
  openNumbers,
} from './shared-memory/arena.ts';
import { SharedMemoryFull } from './shared-memory/growable-words.ts';
import { createPlaces, type Places } from './shared-memory/places.ts';
import { createSharedTransport } from './shared-memory/coordinator-side.ts';

/** Locations expected for each transaction; more only cost time. */
const LOCATIONS = 8;

export interface RunMemoryInput extends MemoryInput {
  readonly policy: ReadPolicy;
  /** Under the policy `committed`: commits follow block order. */
  readonly commitsInBlockOrder?: boolean;
  readonly transactions: number;
  readonly lanes: number;
  readonly workersPublish: boolean;
}

/** A memory that grew larger than this isn't kept for the next run. */
const MOST_KEPT_BYTES = 1 << 26;

/** Names the numbers of each block. */
let numbered = 0;

/** The memory of one run, with what its workers must be told of it. */
export interface RunMemory {
  readonly transport: MemoryTransport;
  readonly terms: Pick<RunTerms, 'policy' | 'arena' | 'workersPublish' | 'list'>;
  /** The run has ended in good order: no worker is at work on it any more. Not to be called otherwise. */
  release(): void;
}

/** Whether an error, from whichever thread, says that shared memory is full. */
export function isMemoryFull(error: unknown): boolean {
  return error instanceof Error && error.name === SharedMemoryFull.name;
}

/** Makes the memories of the runs of one block. */
export interface RunMemories {
  create(input: RunMemoryInput): RunMemory;
  /** From now on there are replicas only: shared memory has proved too small for the block. */
  stopSharing(): void;
}

/**
 * Shared memory where workers can have it, and where a read sees the newest lower version or a list; else replicas. Where it sees
 * what was committed or written last, in an order that isn't that of the block, there are replicas everywhere: versions are
 * found by their place in the block.
 */
export function createRunMemories(canShare: boolean = canShareMemory(), mostBytes?: number): RunMemories {
  let share = canShare;
  let known: { readonly numbers: NumbersHandle; readonly places: Places } | null | undefined;
  /** Of runs that have ended. Taken anew each time, some hundred runs might fill the address space before they are collected. */
  const free: { readonly transactions: number; readonly handle: ArenaHandle }[] = [];

  function takeArena(numbers: NumbersHandle, transactions: number): ArenaHandle | null {
    const at = free.findIndex((arena) => arena.transactions === transactions);
    const [arena] = at < 0 ? [] : free.splice(at, 1);
    if (!arena) return createArena(numbers, transactions, mostBytes);
    clearArena(arena.handle, transactions);
    return arena.handle;
  }

  function knownPlaces({ transactions, prestate }: RunMemoryInput): typeof known {
    if (known === undefined) {
      const numbers = createLocationNumbers(`${++numbered}`, LOCATIONS * transactions);
      known = numbers && { numbers, places: createPlaces(openNumbers(numbers), prestate) };
    }
    return known;
  }

  function createShared(input: RunMemoryInput): RunMemory | null {
    const { policy, transactions, list, coinbase } = input;
    const commits = policy === 'committed' && input.commitsInBlockOrder === true;
    if (!share || !(commits || policy === 'newest-lower' || policy === 'given-list')) return null;
    const found = knownPlaces(input);
    const arena = found && takeArena(found.numbers, transactions);
    if (!found || !arena) return null;
    const { places } = found;
    const shared = createSharedTransport(arena, places, transactions, coinbase);
    let disturbed = false;
    const transport: MemoryTransport = {
      ...shared,
      reclaim(lane, versions) {
        // A lost worker may go on for a moment: nobody else gets this memory.
        disturbed = true;
        return shared.reclaim(lane, versions);
      },
    };
    return {
      transport,
      // What is only executed isn't committed yet.
      terms: { policy, arena, workersPublish: input.workersPublish && !commits, ...(list && { list }) },
      release() {
        if (!disturbed && arena.heap.byteLength <= MOST_KEPT_BYTES) free.push({ transactions, handle: arena });
      },
    };
  }

  function createReplicas(input: RunMemoryInput): RunMemory {
    const { policy, lanes, workersPublish, list, prestate } = input;
    const transport = createReplicaTransport(createMemoryFor(policy, input), lanes, policy, prestate);
    return { transport, terms: { policy, workersPublish, ...(list && { list }) }, release() {} };
  }

  return {
    create: (input) => createShared(input) ?? createReplicas(input),
    stopSharing() {
      share = false;
      known = null;
      free.length = 0;
    },
  };
}
