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
  replica: { least: 1000, most: 1000, step: 0 },
  /** Through queues in shared memory, where sending costs next to nothing. */
  shared: { least: 100, most: 4000, step: 25 },
} as const;

/**
 * Where it can be small, it follows what happens. Lanes that execute long stretches of the block side by side run far ahead of each
 * other, and whoever reads what another is yet to write has to start over, behind all that its lane was sent meanwhile. So it begins
 * small, grows by a step with each batch of which nothing is thrown away, and is small again when something is.
 */
export function createBatchSize(memory: MemoryTransport['kind']): BatchSize {
  const { least, most, step } = BOUNDS_US[memory];
  let us: number = least;
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
