import { afterAll, describe, expect, test } from 'vitest';
import { createRandom, randomInt } from '../../lib/random.ts';
import type { Block } from '../../model/block.ts';
import {
  DEFAULT_ENGINE_OPTIONS,
  DEFAULT_SETTINGS,
  ENGINE_IDS,
  type EngineId,
  type RunSettings,
} from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../../workloads/generate/options.ts';
import { randomBlock } from '../../workloads/random-block.ts';
import type { Job, RunProgress, RunRequest } from '../runner.ts';
import type { RunEvent } from '../../model/events.ts';
import type { RunReport } from '../../model/run.ts';
import { createLocalRunner } from '../local-runner.ts';
import { createRunner } from './create-runner.ts';
import { COORDINATOR } from './roles.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

const createCoordinatorWorker = (): Worker =>
  new Worker(new URL('./lanewise.worker.ts', import.meta.url), { type: 'module', name: COORDINATOR });
/** A worker that does the one thing, as soon as it is asked for anything. */
const failing = (how: 'spin' | 'crash'): Worker =>
  new Worker(new URL('./test-workers/stubborn.worker.ts', import.meta.url), { type: 'module', name: how });

const measured = (engine: EngineId, lanes: number): RunSettings => ({
  ...DEFAULT_SETTINGS,
  engine,
  lanes,
  clock: 'measured',
});
const requestOf = (block: Block, settings: RunSettings): RunRequest => ({ block, settings, pins: [], drawn: [] });

async function reportOf(job: Job<RunReport>): Promise<RunReport> {
  const outcome = await job.outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

function exampleBlock(): Block {
  const { block } = buildBlock(EXAMPLES[0].scenario());
  if (!block) throw new Error('the first example has problems');
  return block;
}

function payments(transactions: number): Block {
  const { block } = buildBlock(
    generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions, accounts: 2 * transactions, mix: { payment: 1 } }),
  );
  if (!block) throw new Error('the generator made a block with problems');
  return block;
}

describe('measured runs', () => {
  test.each(ENGINE_IDS)('%s runs the first example on two workers', async (engine) => {
    const report = await reportOf(runner.run(requestOf(exampleBlock(), measured(engine, 2))));
    if (engine !== 'race') expect(report.check.differences).toEqual([]);
    expect(report.metrics.clock).toBe('measured');
    expect(report.metrics.makespan).toBeGreaterThan(0);
    expect(report.measured?.memory).toBe(engine === 'race' ? 'replica' : 'shared');
    for (const { startUp, evm, transfer, waiting } of report.measured?.timeApart.lanes ?? []) {
      expect(startUp + evm + transfer + waiting).toBeCloseTo(report.metrics.makespan, 6);
      expect(Math.min(startUp, evm, transfer, waiting)).toBeGreaterThanOrEqual(0);
    }
    expect(report.metrics.speedup).toBeLessThanOrEqual(report.metrics.bound);
    expect(report.finalLanes.every((lane) => lane < 2)).toBe(true);
  });

  test('of the runs that only make the coordinator ready nothing is heard', async () => {
    const fresh = createRunner();
    const block = exampleBlock();
    for (const engine of ['block-stm', 'dag'] as const) {
      const events: RunEvent[] = [];
      const request = requestOf(block, measured(engine, 2));
      const report = await reportOf(
        fresh.run(request, (progress) => {
          if (progress.phase === 'running') events.push(...(progress.events ?? []));
        }),
      );
      expect(events).toEqual(report.events);
      expect(events.filter(({ kind }) => kind === 'committed')).toHaveLength(block.transactions.length);
    }
    fresh.dispose();
  });

  const blocks = import.meta.env.LONG ? 500 : 200;
  test(`every engine but race gives the serial result on ${blocks} random blocks`, { timeout: 600_000 }, async () => {
    const seed = 20_240_313;
    const random = createRandom(seed);
    let aborts = 0;
    for (let n = 0; n < blocks; n++) {
      const size = 2 + randomInt(random, 14);
      const block = randomBlock(seed + n, size);
      for (const engine of ENGINE_IDS) {
        if (engine === 'race') continue;
        const lanes = 1 + randomInt(random, 3);
        const pins = Array.from({ length: size }, (_, tx) => [tx, randomInt(random, lanes)] as const).filter(
          () => random() < 0.2,
        );
        const settings: RunSettings = {
          ...measured(engine, lanes),
          fees: random() < 0.2 ? 'naive' : 'delta',
          credits: random() < 0.3 ? 'commutative' : 'strict',
          options: {
            ...DEFAULT_ENGINE_OPTIONS,
            lanesPolicy: random() < 0.5 ? 'wait' : 'free',
            dagPolicy:
              (['block-order', 'critical-path', 'longest-first'] as const)[randomInt(random, 3)] ?? 'block-order',
            estimates: random() < 0.8,
            senderLinks: random() < 0.3,
            rollingCommit: random() < 0.5,
            lockGranularity: random() < 0.5 ? 'account' : 'slot',
            overDeclare: random() < 0.3,
            listOrder: random() < 0.5 ? 'block-order' : 'longest-first',
          },
        };
        const drawn = Array.from({ length: lanes }, (_, lane) =>
          Array.from({ length: size }, (_, tx) => tx).filter(
            (tx) => (pins.find(([pinned]) => pinned === tx)?.[1] ?? tx % lanes) === lane,
          ),
        );
        const outcome = await runner.run({ block, settings, pins, drawn }).outcome;
        const label = `block ${seed + n} of ${size}, ${JSON.stringify({ settings, pins, drawn })}`;
        if (outcome.kind !== 'done') throw new Error(`${label}: ${JSON.stringify(outcome)}`);
        const { check, metrics } = outcome.value;
        expect(check.differences, label).toEqual([]);
        expect(metrics.speedup, label).toBeLessThanOrEqual(metrics.bound + 1e-9);
        aborts += metrics.aborts;
      }
    }
    expect(aborts).toBeGreaterThan(0);
  });

  test('a block access list that lies is caught, whichever worker reads it', async () => {
    const block = payments(20);
    const location = `n:${block.transactions[3]?.from}`;
    const settings = measured('block-access-list', 2);
    const options = { ...settings.options, tamper: { location, index: 4, value: '9' } };
    const report = await reportOf(runner.run(requestOf(block, { ...settings, options })));
    expect(report.check.differences).toContainEqual({ kind: 'list', location, index: 4, given: 9n, produced: 1n });
    expect(report.accessList?.items).toBeGreaterThan(20);
  });

  test('with declared locks, what is left out of a declaration fails who touches it, and nobody sees what it wrote', async () => {
    const block = exampleBlock();
    const analysed = await runner.analyse(block, DEFAULT_SETTINGS).outcome;
    if (analysed.kind !== 'done') throw new Error(JSON.stringify(analysed));
    const location = analysed.value.serial.executions[2]?.recording.writes[0]?.location ?? '';
    const settings = measured('account-locks', 2);
    const report = await reportOf(
      runner.run(requestOf(block, { ...settings, options: { ...settings.options, underDeclare: [[2, location]] } })),
    );
    expect(report.events.filter((event) => event.kind === 'rejected')).toMatchObject([
      { version: { tx: 2, incarnation: 0 }, reason: { code: 'undeclared' }, location },
    ]);
    expect(report.check.differences).toContainEqual(
      expect.objectContaining({ kind: 'receipt', tx: 2, field: 'validity', serial: 'valid' }),
    );
    expect(report.metrics.speedup).toBeLessThanOrEqual(report.metrics.bound + 1e-9);
    const virtual = await reportOf(
      runner.run(
        requestOf(block, {
          ...DEFAULT_SETTINGS,
          engine: 'account-locks',
          lanes: 2,
          options: { ...settings.options, underDeclare: [[2, location]] },
        }),
      ),
    );
    expect(virtual.check.postStateRoot).toBe(report.check.postStateRoot);
  });

  test('events come in batches while it runs, and are those of the report', async () => {
    const progress: RunProgress[] = [];
    const job = runner.run(requestOf(payments(400), measured('block-stm', 2)), (p) => progress.push(p));
    const report = await reportOf(job);
    expect(progress.flatMap((p) => p.events ?? [])).toEqual(report.events);
    expect(new Set(progress.map((p) => p.phase))).toEqual(new Set(['serial', 'conflicts', 'running', 'checking']));
    expect(progress.length).toBeLessThan(30);
  });
});

describe('the runner', () => {
  test('virtual time gives the same report as in-process', async () => {
    const request = requestOf(exampleBlock(), { ...DEFAULT_SETTINGS, lanes: 3 });
    const local = await reportOf(createLocalRunner().run(request));
    expect(await reportOf(runner.run(request))).toEqual(local);
  });

  test('an analysis and several runs asked for at once are all answered', async () => {
    const block = exampleBlock();
    const analysis = runner.analyse(block, DEFAULT_SETTINGS);
    const runs = [1, 2, 3].map((lanes) => runner.run(requestOf(block, measured('block-stm', lanes))));
    expect(await analysis.outcome).toMatchObject({
      kind: 'done',
      value: { graph: { transactions: block.transactions.length } },
    });
    for (const run of runs) expect((await reportOf(run)).check.equal).toBe(true);
  });

  test.each(['virtual', 'measured'] as const)(
    'cancelling a run (%s) settles at once, and the next run is right',
    async (clock) => {
      const settings = { ...measured('block-stm', 2), clock };
      let seen: () => void = () => {};
      const running = new Promise<void>((resolve) => {
        seen = resolve;
      });
      const job = runner.run(requestOf(payments(3000), settings), (progress) => progress.phase === 'running' && seen());
      await running;
      job.cancel();
      const nextTurn = new Promise((resolve) => setTimeout(resolve, 0, 'not yet settled'));
      expect(await Promise.race([job.outcome, nextTurn])).toEqual({ kind: 'cancelled' });
      expect((await reportOf(runner.run(requestOf(exampleBlock(), settings)))).check.equal).toBe(true);
    },
  );

  test('cancelling a measured run costs neither the coordinator nor its workers, which are warm', async () => {
    let spawned = 0;
    const counted = createRunner(() => {
      spawned++;
      return createCoordinatorWorker();
    });
    const settings = measured('block-stm', 2);
    for (let round = 0; round < 4; round++) {
      let seen: () => void = () => {};
      const running = new Promise<void>((resolve) => {
        seen = resolve;
      });
      const job = counted.run(
        requestOf(payments(3000), settings),
        (progress) => progress.phase === 'running' && seen(),
      );
      await running;
      job.cancel();
      // The coordinator takes up the next job when it has done with this one.
      expect(await counted.analyse(exampleBlock(), settings).outcome).toMatchObject({ kind: 'done' });
    }
    expect(spawned).toBe(1);
    counted.dispose();
  });

  test('a job waiting behind another is cancelled without harm to either', async () => {
    const first = runner.run(requestOf(payments(500), measured('dag', 2)));
    const second = runner.run(requestOf(exampleBlock(), measured('dag', 2)));
    second.cancel();
    expect(await second.outcome).toEqual({ kind: 'cancelled' });
    expect((await reportOf(first)).check.equal).toBe(true);
  });

  test('a coordinator that doesn’t answer a cancellation is replaced, and other jobs start again there', async () => {
    let spawned = 0;
    const stubborn = createRunner(() => {
      spawned++;
      return spawned === 1 ? failing('spin') : createCoordinatorWorker();
    });
    const first = stubborn.run(requestOf(exampleBlock(), measured('dag', 1)));
    const second = stubborn.analyse(exampleBlock(), DEFAULT_SETTINGS);
    first.cancel();
    expect(await first.outcome).toEqual({ kind: 'cancelled' });
    expect(await second.outcome).toMatchObject({ kind: 'done' });
    expect(spawned).toBe(2);
    stubborn.dispose();
  });

  test('a coordinator that crashes fails its jobs, and the next job gets a fresh one', async () => {
    let spawned = 0;
    const unlucky = createRunner(() => {
      spawned++;
      return spawned === 1 ? failing('crash') : createCoordinatorWorker();
    });
    const outcome = await unlucky.run(requestOf(exampleBlock(), measured('dag', 1))).outcome;
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringMatching(/worker failed.*crashed/) });
    expect(await unlucky.analyse(exampleBlock(), DEFAULT_SETTINGS).outcome).toMatchObject({ kind: 'done' });
    unlucky.dispose();
  });

  test('a block that can’t be executed fails with the reason', async () => {
    const broken = { ...exampleBlock(), hardfork: 'nonsense' as Block['hardfork'] };
    const outcome = await runner.analyse(broken, DEFAULT_SETTINGS).outcome;
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringMatching(/nonsense/) });
  });

  test('disposing settles what is under way', async () => {
    const closing = createRunner();
    const job = closing.run(requestOf(payments(3000), measured('dag', 2)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    closing.dispose();
    expect(await job.outcome).toMatchObject({ kind: 'failed' });
  });

  test('the page’s own thread stays free during a measured run', async () => {
    let turns = 0;
    let during = 0;
    const timer = setInterval(() => turns++, 5);
    const onProgress = ({ phase }: RunProgress): void => {
      if (phase === 'running') during = turns;
    };
    await reportOf(runner.run(requestOf(payments(1000), measured('block-stm', 2)), onProgress));
    clearInterval(timer);
    expect(during).toBeGreaterThan(10);
  });
});
