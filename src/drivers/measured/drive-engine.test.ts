import { describe, expect, test } from 'vitest';
import { blockAccessList } from '../../engines/block-access-list.ts';
import { createMemoryFor } from '../../engines/create-memory.ts';
import { dag } from '../../engines/dag.ts';
import type { EngineInfo } from '../../engines/engine.ts';
import { race } from '../../engines/race.ts';
import { sequential } from '../../engines/sequential.ts';
import type { BlockAccessList } from '../../model/block-access-list.ts';
import type { Block } from '../../model/block.ts';
import { gas, laneIndex, toAddress, txIndex } from '../../model/ids.ts';
import { type Location, parseLocation, slotOf } from '../../model/location.ts';
import { DEFAULT_ENGINE_OPTIONS } from '../../model/settings.ts';
import { driveEngine, type MeasuredRun } from './drive-engine.ts';
import { createExecutorPool, type ExecutorPool } from './executor-pool.ts';
import { createExecutorService } from './executor-service.ts';
import { createReplicaTransport } from './memory-transport.ts';
import type { ExecutorService } from './protocol.ts';
import { createScriptedExecutor, type ScriptedTx } from './scripted-executor.ts';
import { WorkerLost, type WorkerLink } from './worker-link.ts';

const coinbase = toAddress(`0x${'cc'.repeat(20)}`);
const contract = toAddress(`0x${'aa'.repeat(20)}`);
const slot = (n: number): Location => slotOf(contract, `0x${n.toString(16)}`);
const prestate = () => 0n;
const block: Block = {
  hardfork: 'cancun',
  chainId: 1n,
  env: { number: 1n, timestamp: 1n, coinbase, gasLimit: 30_000_000n },
  prestate: {},
  transactions: [],
};

/** Adds one to each of some counters. */
const increment = (...counters: number[]): ScriptedTx => ({
  reads: counters.map(slot),
  writes: (seen) => counters.map((counter, i) => [slot(counter), (seen[i] as bigint) + 1n]),
});

interface LocalWorkers {
  readonly pool: ExecutorPool;
  /** Lane → how many workers it has had. */
  readonly spawned: () => number;
}

/** Executors on this thread behind the same interface as workers; `dies(n)` lets the n-th message to any worker kill it. */
function localWorkers(
  script: (tx: number) => ScriptedTx,
  dies: (message: number) => boolean = () => false,
): LocalWorkers {
  let workers = 0;
  let messages = 0;
  const spawn = (): WorkerLink<ExecutorService> => {
    workers++;
    const service = createExecutorService({
      createExecutor: async () => createScriptedExecutor(script),
      createMemory: createMemoryFor,
      prestateOf: () => prestate,
    });
    let alive = true;
    let inTurn: Promise<unknown> = Promise.resolve();
    const watched: ExecutorService = {
      ...service,
      async run(batch) {
        if (dies(messages++)) alive = false;
        if (!alive) throw new WorkerLost('killed by the test', false);
        return service.run(batch);
      },
    };
    return {
      call(ask) {
        const answer = inTurn.then(async () => {
          await new Promise((resolve) => setTimeout(resolve, 0));
          if (!alive) throw new WorkerLost('killed by the test', false);
          return ask(watched);
        });
        inTurn = answer.catch(() => {});
        return answer;
      },
      terminate: () => {
        alive = false;
      },
      get alive() {
        return alive;
      },
    };
  };
  return { pool: createExecutorPool(spawn), spawned: () => workers };
}

interface Setup {
  readonly engine: EngineInfo;
  readonly lanes: number;
  readonly script: readonly ScriptedTx[];
  readonly dependencies?: readonly (readonly number[])[];
  readonly dies?: (message: number) => boolean;
  readonly signal?: AbortSignal;
  readonly list?: BlockAccessList;
}

async function drive(setup: Setup): Promise<MeasuredRun & { spawned: number; value: (counter: number) => unknown }> {
  const { engine, lanes, script } = setup;
  const { pool, spawned } = localWorkers((tx) => script[tx] as ScriptedTx, setup.dies);
  const policy = engine.readPolicy(DEFAULT_ENGINE_OPTIONS);
  const list = setup.list && { list: setup.list };
  const transport = createReplicaTransport(
    createMemoryFor(policy, { prestate, coinbase, ...list }),
    lanes,
    policy,
    prestate,
  );
  await pool.prepare(lanes, 1, block);
  for (let lane = 0; lane < lanes; lane++) {
    await pool.begin(lane, { policy, fees: 'delta', credits: 'strict', workersPublish: true, ...list });
  }
  const driven = await driveEngine({
    engine,
    request: {
      transactions: script.length,
      lanes,
      options: DEFAULT_ENGINE_OPTIONS,
      pins: new Map(),
      drawn: [],
      dependencies: (setup.dependencies ?? script.map(() => [])).map((list) => list.map((on) => ({ on: txIndex(on) }))),
      accesses: script.map(() => ({ reads: [], writes: [], adds: [] })),
      exact: true,
      gas: script.map(() => gas(21_000)),
      ...list,
      senders: [],
      coinbase,
    },
    transport,
    pool,
    expected: script.map(() => 400),
    patienceMs: 5000,
    onEvents: () => {},
    signal: setup.signal ?? new AbortController().signal,
  });
  const read = (counter: number): unknown => {
    const found = transport.memory.read(slot(counter), txIndex(script.length));
    return found.kind === 'value' ? found.value : found;
  };
  return { ...driven, spawned: spawned(), value: read };
}

describe('an engine on executors by the wall clock', () => {
  test('one lane, block order: each transaction sees what the one before it wrote', async () => {
    const run = await drive({ engine: sequential, lanes: 1, script: Array.from({ length: 20 }, () => increment(0)) });
    expect(run.value(0)).toBe(20n);
    expect(run.finals.map((final) => final.version.tx)).toEqual([...run.finals.keys()]);
  });

  test('a chain under the DAG engine: the replica of another lane has the predecessor’s write', async () => {
    const script = Array.from({ length: 12 }, () => increment(0));
    const run = await drive({ engine: dag, lanes: 3, script, dependencies: script.map((_, i) => (i ? [i - 1] : [])) });
    expect(run.value(0)).toBe(12n);
    const origins = run.events.filter((event) => event.kind === 'read').map((event) => event.origin);
    expect(origins).toEqual([
      { kind: 'prestate' },
      ...script.slice(1).map((_, i) => ({ kind: 'version', version: { tx: i, incarnation: 0 } })),
    ]);
  });

  test('a block access list: a chain side by side, every worker reading from the list it was given', async () => {
    const script = Array.from({ length: 12 }, () => increment(0));
    const { address, slot: counter = '0x0' } = parseLocation(slot(0));
    const changes = script.map((_, tx) => ({ index: tx + 1, value: BigInt(tx + 1) }));
    const none = { storageReads: [], balanceChanges: [], nonceChanges: [], codeChanges: [] };
    const list = [{ address, storageChanges: [{ slot: counter, changes }], ...none }];
    const run = await drive({ engine: blockAccessList, lanes: 3, script, list, dies: (message) => message === 1 });
    expect(run.value(0)).toBe(12n);
    expect(run.finals.map(({ execution }) => execution.recording.writes.map(({ value }) => value))).toEqual(
      script.map((_, tx) => [BigInt(tx + 1)]),
    );
    expect(run.writeOrder).toEqual([...script.keys()]);
  });

  test('the log is in order of time, and every task is started once and finished once', async () => {
    const script = Array.from({ length: 40 }, (_, i) => increment(i));
    const { events } = await drive({ engine: dag, lanes: 4, script });
    expect(events.map((event) => event.at)).toEqual(events.map((event) => event.at).sort((a, b) => a - b));
    for (const kind of ['started', 'finished', 'committed']) {
      expect(events.filter((event) => event.kind === kind)).toHaveLength(40);
    }
    const lanes = new Set(events.map((event) => (event.kind === 'started' ? event.lane : laneIndex(0))));
    expect(lanes.size).toBe(4);
  });

  test('neighbours in the block run side by side, not a stretch of the block on each lane', async () => {
    const script = Array.from({ length: 60 }, (_, i) => increment(i));
    const { events } = await drive({ engine: dag, lanes: 3, script });
    const lanes = events.flatMap((event) => (event.kind === 'started' && event.version.tx < 9 ? [event] : []));
    const byTx = lanes.sort((a, b) => a.version.tx - b.version.tx).map(({ lane }) => lane);
    expect(byTx).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2]);
  });

  test('what no engine protects shows: two lanes may lose updates', async () => {
    const script = Array.from({ length: 20 }, () => increment(0));
    const run = await drive({ engine: race, lanes: 4, script });
    expect(run.value(0)).toBeLessThan(20n);
  });

  test('a worker that dies is replaced and its tasks are run again', async () => {
    const script = Array.from({ length: 40 }, (_, i) => increment(i % 8));
    const dependencies = script.map((_, i) => (i >= 8 ? [i - 8] : []));
    const run = await drive({
      engine: dag,
      lanes: 2,
      script,
      dependencies,
      dies: (message) => message === 3 || message === 6,
    });
    expect(run.spawned).toBe(4);
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(run.value)).toEqual([5n, 5n, 5n, 5n, 5n, 5n, 5n, 5n]);
    expect(run.events.filter((event) => event.kind === 'finished')).toHaveLength(40);
  });

  test('a task that kills every worker ends the run with its name', async () => {
    const script = [increment(0), increment(1)];
    await expect(drive({ engine: sequential, lanes: 1, script, dies: () => true })).rejects.toThrow(
      /transaction 0 .*3 attempts.*killed by the test/,
    );
  });

  test('an executor that throws ends the run with the transaction and the reason', async () => {
    const broken: ScriptedTx = { ...increment(0), before: () => Promise.reject(new Error('no such opcode table')) };
    await expect(drive({ engine: dag, lanes: 2, script: [increment(0), broken] })).rejects.toThrow(
      'transaction 1: no such opcode table',
    );
  });

  test('cancelling settles at once, also while an executor hangs', async () => {
    const controller = new AbortController();
    const hangs: ScriptedTx = { ...increment(0), before: () => new Promise<void>(() => {}) };
    const run = drive({ engine: sequential, lanes: 1, script: [hangs], signal: controller.signal });
    setTimeout(() => controller.abort(new Error('cancelled')), 20);
    await expect(run).rejects.toThrow('cancelled');
  });
});
