import { afterAll, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, ENGINE_IDS } from '../model/settings.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../workloads/generate/options.ts';
import type { ComparePoint } from './compare.ts';
import { createLocalRunner } from './local-runner.ts';
import { createRunner } from './measured/create-runner.ts';

const runner = createRunner();
afterAll(() => runner.dispose());

const pointsOf = (lanes: readonly number[], log: boolean): readonly ComparePoint[] =>
  ENGINE_IDS.flatMap((engine) =>
    lanes.map((n) => ({ settings: { ...DEFAULT_SETTINGS, engine, lanes: n }, pins: [], drawn: [], log })),
  );

test('the worker gives what this thread gives, logs and all', async () => {
  const { block } = buildBlock(EXAMPLES[0].scenario());
  if (!block) throw new Error('the first example has problems');
  const request = { block, points: pointsOf([1, 4], true) };
  const seen: number[] = [];
  const inWorker = await runner.compare(request, ({ phase, done }) => phase === 'running' && seen.push(done)).outcome;
  expect(inWorker.kind).toBe('done');
  expect(inWorker).toEqual(await createLocalRunner().compare(request).outcome);
  expect(seen.at(-1)).toBe(request.points.length);
});

test('cancelled in its midst it settles, and the runner goes on', async () => {
  const { block } = buildBlock(generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 400, accounts: 400 }));
  if (!block) throw new Error('the generator made a block with problems');
  const job = runner.compare({ block, points: pointsOf([8, 64], false) }, ({ phase }) => {
    if (phase === 'running') job.cancel();
  });
  expect(await job.outcome).toEqual({ kind: 'cancelled' });
  const [first] = pointsOf([2], false);
  const again = await runner.compare({ block, points: first ? [first] : [] }).outcome;
  expect(again).toMatchObject({ kind: 'done', value: [{ kind: 'done', equal: true }] });
});
