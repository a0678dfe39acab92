import { assertNever } from '../lib/assert-never.ts';
import type { Memory, ReadPolicy } from './engine.ts';
import { createListMemory } from './list-memory.ts';
import { createLatestMemory } from './latest-memory.ts';
import { createMemory, type MemoryInput } from './memory.ts';

/** Memory on this thread that serves reads by `policy`. */
export function createMemoryFor(policy: ReadPolicy, input: MemoryInput): Memory {
  switch (policy) {
    case 'newest-lower':
      return createMemory(input);
    // They differ in when an engine publishes, not in what a read sees.
    case 'committed':
    case 'latest-write':
      return createLatestMemory(input);
    case 'given-list':
      return createListMemory(input.list ?? [], input.prestate);
    default:
      return assertNever(policy);
  }
}
