import { afterAll, describe, expect, test } from 'vitest';
import { createRandom, randomInt } from '../../../lib/random.ts';
import type { RunReport } from '../../../model/run.ts';
import { DEFAULT_SETTINGS, ENGINE_IDS, type EngineId, type RunSettings } from '../../../model/settings.ts';
import { createLocalRunner } from '../../local-runner.ts';
import type { Job, RunRequest } from '../../runner.ts';
import { createRunner } from '../create-runner.ts';
import { mixedBlock } from './faulty-pool.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

const ENGINES = ENGINE_IDS.filter((engine) => engine !== 'race');
const measured = (engine: EngineId, lanes: number): RunSettings => ({
  ...DEFAULT_SETTINGS,
  engine,
  lanes,
  clock: 'measured',
});
const block = mixedBlock(250).block;
const requestOf = (settings: RunSettings): RunRequest => ({ block, settings, pins: [], drawn: [] });

async function reportOf(job: Job<RunReport>): Promise<RunReport> {
  const outcome = await job.outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const cancels = import.meta.env.LONG ? 300 : 24;
test(`${cancels} cancellations at random moments: each settles at once, and what follows is right`, {
  timeout: 600_000,
}, async () => {
  const seed = 4_242;
  const random = createRandom(seed);
  let called = 0;
  for (let round = 0; round < cancels; round++) {
    const engine = ENGINES[randomInt(random, ENGINES.length)] ?? 'dag';
    const settings = measured(engine, 1 + randomInt(random, 3));
    const label = `seed ${seed}, round ${round}: ${engine}`;
    const job = runner.run(requestOf(settings));
    await pause(randomInt(random, 150));
    job.cancel();
    const before = performance.now();
    const outcome = await job.outcome;
    expect(performance.now() - before, label).toBeLessThan(1000);
    expect(['cancelled', 'done'], label).toContain(outcome.kind);
    if (outcome.kind === 'cancelled') called++;
    else if (outcome.kind === 'done') expect(outcome.value.check.differences, label).toEqual([]);
    if (round % 8 === 7) {
      const next = await reportOf(runner.run(requestOf(measured(engine, 2))));
      expect(next.check.differences, label).toEqual([]);
    }
  }
  expect(called).toBeGreaterThan(0);
});

describe('two runs started at once', () => {
  test('on one runner: one after the other, both whole', async () => {
    const jobs = [
      runner.run(requestOf(measured('block-stm', 2))),
      runner.run(requestOf(measured('rounds', 2))),
    ] as const;
    for (const report of await Promise.all(jobs.map(reportOf))) expect(report.check.differences).toEqual([]);
  });

  test('on two runners, as in two tabs: side by side, both whole', async () => {
    const other = createRunner();
    const jobs = [
      runner.run(requestOf(measured('block-stm', 2))),
      other.run(requestOf(measured('block-stm', 2))),
      other.run(requestOf(measured('in-order', 3))),
    ] as const;
    for (const report of await Promise.all(jobs.map(reportOf))) expect(report.check.differences).toEqual([]);
    other.dispose();
  });

  test('one cancelled, the other is none the worse', async () => {
    const first = runner.run(requestOf(measured('dag', 2)));
    const second = runner.run(requestOf(measured('dag', 2)));
    await pause(30);
    first.cancel();
    expect(['cancelled', 'done']).toContain((await first.outcome).kind);
    expect((await reportOf(second)).check.differences).toEqual([]);
  });
});

test.each(ENGINES)(
  '%s keeps pins: each transaction runs on the lane it is pinned to, in every incarnation',
  async (engine) => {
    const random = createRandom(11);
    const lanes = 3;
    const pins = block.transactions.flatMap((_, tx) =>
      random() < 0.3 ? [[tx, randomInt(random, lanes)] as const] : [],
    );
    const laneOf = new Map(pins);
    const drawn = Array.from({ length: lanes }, (_, lane) =>
      block.transactions.flatMap((__, tx) => ((laneOf.get(tx) ?? tx % lanes) === lane ? [tx] : [])),
    );
    const request = { ...requestOf(measured(engine, lanes)), pins, drawn };
    const report = await reportOf(runner.run(request));
    expect(report.check.differences).toEqual([]);
    for (const event of report.events) {
      if (event.kind !== 'started' || event.task !== 'execute') continue;
      expect(event.lane).toBe(laneOf.get(event.version.tx) ?? event.lane);
    }
    for (const [tx, lane] of pins) expect(report.finalLanes[tx]).toBe(lane);
  },
);

test('more lanes than the machine has threads: slower, and right', async () => {
  const report = await reportOf(runner.run(requestOf(measured('block-stm', 8))));
  expect(report.check.differences).toEqual([]);
  expect(report.metrics.speedup).toBeLessThanOrEqual(report.metrics.bound + 1e-9);
  const serial = await reportOf(createLocalRunner().run(requestOf({ ...DEFAULT_SETTINGS, engine: 'sequential' })));
  expect(report.check.postStateRoot).toBe(serial.check.postStateRoot);
});
