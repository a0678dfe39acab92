import type { EngineInfo, EngineRequest } from '../../engines/engine.ts';
import type { MemoryInput } from '../../engines/memory.ts';
import type { Terms } from '../prepare-run.ts';
import { type DriveInput, driveEngine, type MeasuredRun } from './drive-engine.ts';
import type { ExecutorPool } from './executor-pool.ts';
import type { RunMemories } from './run-memory.ts';
import { ATTEMPTS, WorkerLost } from './worker-link.ts';

export interface PoolRunInput extends Pick<DriveInput, 'patienceMs' | 'signal'> {
  readonly pool: ExecutorPool;
  readonly memories: RunMemories;
  readonly memoryInput: MemoryInput;
  readonly engine: EngineInfo;
  /** `lanes` of the pool's workers have the block. */
  readonly request: EngineRequest;
  readonly terms: Terms;
}

/** One run of an engine on the pool's workers, in a memory of its own. Rejects as `driveEngine` does. */
export async function runOnPool(
  input: PoolRunInput,
  expected: DriveInput['expected'],
  onEvents: DriveInput['onEvents'],
): Promise<MeasuredRun> {
  const { pool, memories, memoryInput, engine, request, patienceMs, signal } = input;
  const memory = memories.create({
    ...memoryInput,
    policy: engine.readPolicy(request.options),
    transactions: request.transactions,
    lanes: request.lanes,
    workersPublish: !(engine.mayReject?.(request.options) ?? false),
    commitsInBlockOrder: engine.commitsInBlockOrder ?? false,
  });
  const begin = async (lane: number): Promise<void> => {
    const terms = { ...memory.terms, ...input.terms };
    for (let attempt = 1; ; attempt++) {
      try {
        return await (attempt === 1 ? pool.begin(lane, terms) : pool.replace(lane));
      } catch (error) {
        if (!(error instanceof WorkerLost) || attempt === ATTEMPTS) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: request.lanes }, (_, lane) => begin(lane)));
  const { transport } = memory;
  const run = await driveEngine({ engine, request, transport, pool, expected, patienceMs, onEvents, signal });
  if (run.orderly) memory.release();
  return run;
}
