import { afterEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type RunSettings } from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import type { Block } from '../../model/block.ts';
import type { RunReport } from '../../model/run.ts';
import type { CoordinatorWork, KnownBlock } from './coordinator-service.ts';
import { createCoordinatorWork } from './coordinator-work.ts';
import { createExecutorPool, type ExecutorPool } from './executor-pool.ts';
import type { ExecutorService } from './protocol.ts';
import { EXECUTOR } from './roles.ts';
import { createWorkerLink } from './worker-link.ts';

/** The coordinator's work on this thread, with real executor workers that the test can take away. */
let workers: Worker[] = [];
let pool: ExecutorPool | undefined;
function setUp(patienceMs: number, onWork: (lane: number) => void = () => {}): CoordinatorWork {
  workers = [];
  const created = createExecutorPool(() => {
    const url = new URL('./lanewise.worker.ts', import.meta.url);
    const worker = new Worker(url, { type: 'module', name: EXECUTOR });
    workers.push(worker);
    return createWorkerLink<ExecutorService>(worker);
  });
  pool = {
    ...created,
    work(lane, ...rest) {
      onWork(lane);
      return created.work(lane, ...rest);
    },
  };
  return createCoordinatorWork(pool, patienceMs);
}
afterEach(() => pool?.dispose());

function mixedBlock(transactions: number): KnownBlock {
  const scenario = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions, accounts: 50, contention: 1 });
  const { block } = buildBlock(scenario);
  return { id: 1, block: block as Block, found: new Map() };
}

const settings: RunSettings = { ...DEFAULT_SETTINGS, engine: 'block-stm', lanes: 2, clock: 'measured' };

/** Kills the first worker of lane 1 before it takes its first task: Chromium lets one that is busy go on for up to two seconds. */
function killAtOnce(): { readonly work: CoordinatorWork; readonly killed: () => boolean } {
  let killed = false;
  const work = setUp(200, (lane) => {
    if (lane !== 1 || killed) return;
    killed = true;
    workers[1]?.terminate();
  });
  return { work, killed: () => killed };
}

const undisturbed = () => ({ signal: new AbortController().signal, onProgress: () => {} });

/** Nothing is told twice: each incarnation has one start and one end. */
function expectToldOnce({ events }: RunReport): void {
  const starts = events.flatMap((e) =>
    e.kind === 'started' && e.task === 'execute' ? [`${e.version.tx}.${e.version.incarnation}`] : [],
  );
  expect(new Set(starts).size).toBe(starts.length);
}

test('a worker that vanishes as the run begins is replaced, its tasks run again, and the result is the serial one', async () => {
  const { work, killed } = killAtOnce();
  // With a pin each lane does what it was given: nobody else can do it.
  const request = { settings, pins: [[0, 0]] as const, drawn: [] };
  const outcome = await work.run(mixedBlock(600), request, undisturbed());
  expect(killed()).toBe(true);
  expect(workers).toHaveLength(3);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  const { check, finalLanes } = outcome.value;
  expect(check.differences).toEqual([]);
  expect(finalLanes.filter((lane) => lane === 1).length).toBeGreaterThan(0);
  expectToldOnce(outcome.value);
});

test('where all lanes are alike the others do its share meanwhile, and the next run has all its lanes', async () => {
  const { work, killed } = killAtOnce();
  const block = mixedBlock(600);
  const request = { settings, pins: [], drawn: [] };
  const outcome = await work.run(block, request, undisturbed());
  expect(killed()).toBe(true);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  expect(outcome.value.check.differences).toEqual([]);
  expectToldOnce(outcome.value);
  const next = await work.run(block, request, undisturbed());
  if (next.kind !== 'done') throw new Error(JSON.stringify(next));
  expect(next.value.check.differences).toEqual([]);
  expect(workers).toHaveLength(3);
  expect(new Set(next.value.finalLanes)).toEqual(new Set([0, 1]));
});

test('cancelling leaves the workers fit for the next run', async () => {
  const work = setUp(5000);
  const controller = new AbortController();
  const block = mixedBlock(600);
  const run = work.run(
    block,
    { settings, pins: [], drawn: [] },
    {
      signal: controller.signal,
      onProgress: ({ phase }) => phase === 'running' && controller.abort(new Error('called off')),
    },
  );
  await expect(run).rejects.toThrow('called off');
  const context = { signal: new AbortController().signal, onProgress: () => {} };
  const outcome = await work.run(block, { settings, pins: [], drawn: [] }, context);
  expect(outcome).toMatchObject({ kind: 'done', value: { check: { equal: true } } });
  expect(workers).toHaveLength(2);
});
