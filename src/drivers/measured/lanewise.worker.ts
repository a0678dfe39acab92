import { expose } from 'comlink';
import { createMemoryFor } from '../../engines/create-memory.ts';
import { createExecutor } from '../../evm/executor.ts';
import { effectivePrestate } from '../../evm/system-calls.ts';
import { createPrestateReader } from '../../model/prestate.ts';
import { createCoordinator } from './coordinator-service.ts';
import { createCoordinatorWork } from './coordinator-work.ts';
import { createExecutorPool } from './executor-pool.ts';
import { createExecutorService } from './executor-service.ts';
import type { ExecutorService } from './protocol.ts';
import { EXECUTOR } from './roles.ts';
import { createWorkerLink } from './worker-link.ts';

/*
 * One script for both kinds of worker: the coordinator runs virtual time and serial execution itself, so it needs the EVM
 * as much as the executors do, and one script is fetched and compiled once. The worker is only the pipe.
 */
if (self.name === EXECUTOR) {
  expose(
    createExecutorService({
      createExecutor,
      createMemory: createMemoryFor,
      prestateOf: (block) => createPrestateReader(effectivePrestate(block)),
    }),
  );
} else {
  const spawn = () =>
    createWorkerLink<ExecutorService>(new Worker(self.location.href, { type: 'module', name: EXECUTOR }));
  expose(createCoordinator(createCoordinatorWork(createExecutorPool(spawn))));
}
