import type { MemoryTransport } from './memory-transport.ts';

/** How much work a lane is sent at a time, µs of what it is expected to take on one worker. */
export interface BatchSize {
  readonly us: number;
  /** All of a batch has ended. */
  ended(): void;
  /** An incarnation was thrown away. */
  wasted(): void;
}

const BOUNDS_US = {
  /** In messages: enough that sending costs little beside it, and little enough that a lane isn't held up by it. */
  replica: { first: 1000, least: 1000, most: 1000, step: 0 },
  /** Through queues in shared memory, where less can be sent at a time if need be. */
  shared: { first: 1000, least: 100, most: 4000, step: 25 },
} as const;

/**
 * Where it can be small, it follows what happens. Lanes that execute long stretches of the block side by side run far ahead of each
 * other, and whoever reads what another is yet to write has to start over, behind all that its lane was sent meanwhile. So it is
 * small once something has been thrown away, and grows by a step with each batch of which nothing is. Where nothing ever is, there
 * is no reason to begin small: a lane with little to do soon waits for the coordinator.
 */
export function createBatchSize(memory: MemoryTransport['kind']): BatchSize {
  const { first, least, most, step } = BOUNDS_US[memory];
  let us: number = first;
  return {
    get us() {
      return us;
    },
    ended() {
      us = Math.min(us + step, most);
    },
    wasted() {
      us = least;
    },
  };
}
