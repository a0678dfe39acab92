import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, ENGINE_IDS, type EngineId, type RunSettings } from '../model/settings.ts';
import type { Block } from '../model/block.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../workloads/generate/options.ts';
import type { ComparedRun, ComparePoint } from './compare.ts';
import { createLocalRunner } from './local-runner.ts';
import { payments } from './test-blocks.ts';

function generated(transactions: number): Block {
  const { block } = buildBlock(generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions, contention: 1.2 }));
  if (!block) throw new Error('the generator made a block with problems');
  return block;
}

const point = (engine: EngineId, lanes: number, more: Partial<RunSettings> = {}): ComparePoint => ({
  settings: { ...DEFAULT_SETTINGS, engine, lanes, ...more },
  pins: [],
  drawn: [],
  log: true,
});

async function compare(block: Block, points: readonly ComparePoint[]): Promise<readonly ComparedRun[]> {
  const outcome = await createLocalRunner().compare({ block, points }).outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

test('every point is the run that it would be alone', async () => {
  const block = generated(40);
  const points = ENGINE_IDS.flatMap((engine) => [1, 3, 8].map((lanes) => point(engine, lanes)));
  const report = await compare(block, points);
  for (const [i, { settings, pins, drawn }] of points.entries()) {
    const alone = await createLocalRunner().run({ block, settings, pins, drawn }).outcome;
    const compared = report[i];
    if (alone.kind === 'refused') {
      expect(compared).toEqual({ kind: 'refused', settings, refusal: alone.refusal });
      continue;
    }
    if (alone.kind !== 'done' || compared?.kind !== 'done') throw new Error(`${settings.engine}: ${alone.kind}`);
    const { metrics, check, events } = alone.value;
    expect(compared.metrics).toEqual(metrics);
    expect(compared.equal).toBe(check.equal);
    expect(compared.eventCount).toBe(events.length);
    expect(compared.events).toEqual(events.filter(({ kind }) => kind !== 'read' && kind !== 'locked'));
  }
});

test('a point that is refused says why, and the others run', async () => {
  const report = await compare(payments([1, 2], [1, 3]), [
    { ...point('dag', 2), pins: [[0, 5]] },
    { ...point('dag', 2), log: false },
  ]);
  expect(report[0]).toMatchObject({ kind: 'refused', refusal: { message: expect.stringContaining('lane 6') } });
  expect(report[1]).toMatchObject({ kind: 'done', equal: true, events: null });
});

test('lanes in free order are checked against their own order; commutative credits against their own terms', async () => {
  const options = { ...DEFAULT_SETTINGS.options, lanesPolicy: 'free' } as const;
  const report = await compare(generated(30), [
    point('lanes', 4, { options }),
    point('block-stm', 4, { credits: 'commutative' }),
    point('dag', 4, { credits: 'commutative' }),
  ]);
  expect(report.map((run) => run.kind === 'done' && [run.equal, run.ownOrder])).toEqual([
    [true, true],
    [true, false],
    [true, false],
  ]);
});

test('progress counts points; cancelling ends it', async () => {
  const points = [1, 2, 4].map((lanes) => point('block-stm', lanes));
  const seen: number[] = [];
  const job = createLocalRunner().compare({ block: generated(30), points }, ({ phase, done, total }) => {
    if (phase !== 'running') return;
    expect(total).toBe(3);
    seen.push(done);
    if (done === 2) job.cancel();
  });
  expect(await job.outcome).toEqual({ kind: 'cancelled' });
  expect(seen).toEqual([1, 2]);
});
