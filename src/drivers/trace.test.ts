import { expect, test } from 'vitest';
import { txIndex } from '../model/ids.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { createLocalRunner } from './local-runner.ts';

test('a trace gives the execution that it is of, and names every slot that it wrote', async () => {
  const scenario = EXAMPLES[0].scenario();
  const { block } = buildBlock(scenario);
  if (!block) throw new Error('the first example has problems');
  const runner = createLocalRunner();
  const { settings } = scenario;
  const run = await runner.run({ block, settings, pins: [], drawn: [] }).outcome;
  if (run.kind !== 'done') throw new Error(run.kind);
  for (const [i, execution] of run.value.result.executions.entries()) {
    const { reads, writes } = execution.recording;
    const traced = await runner.trace({ block, tx: txIndex(i), settings, reads }).outcome;
    if (traced.kind !== 'done') throw new Error(traced.kind);
    expect(traced.value.execution).toEqual(execution);
    const touched = new Set(traced.value.steps.map(({ location }) => location));
    for (const { location } of writes) if (location.startsWith('s:')) expect(touched).toContain(location);
  }
});
