import type { EngineId } from '../../model/settings.ts';
import type { DriveInput } from './drive-engine.ts';
import { instantNow } from './protocol.ts';
import { type PoolRunInput, runOnPool } from './run-on-pool.ts';

/** How long the coordinator drives an engine before its runs count, ms: the first dozen transactions take ten times as long as later ones. */
const WARM_MS = 40;
/** So many runs at most: those of a few transactions are too short to become fast by them. */
const MOST_RUNS = 8;
/** A block that takes one lane so long, µs, has its coordinator fast after the first tenth of it: to run it twice would be waiting for little. */
const LONG_US = 10_000 * WARM_MS;

/**
 * Makes the coordinator itself ready, as `warmUp` does the workers: runs of which nobody hears, before the first run of each engine.
 */
export function createRehearsal(): (input: PoolRunInput, expected: DriveInput['expected']) => Promise<void> {
  const rehearsed = new Set<EngineId>();
  return async (input, expected) => {
    const { id } = input.engine;
    if (rehearsed.has(id) || expected.reduce((sum, cost) => sum + cost, 0) > LONG_US) return;
    const begun = instantNow();
    for (let runs = 0; runs < MOST_RUNS && instantNow() - begun < WARM_MS; runs++) {
      await runOnPool(input, expected, () => {});
    }
    rehearsed.add(id);
  };
}
