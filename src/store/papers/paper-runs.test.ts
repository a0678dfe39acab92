import { expect, test } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { EXPERIMENT_IDS, EXPERIMENTS } from './experiments.ts';
import { createPaperRuns, type PaperSpec, type PaperState } from './paper-runs.ts';

const document = buildBlock(EXAMPLES[0].scenario()).block;

async function finish(spec: PaperSpec): Promise<PaperState> {
  const runs = createPaperRuns(createLocalRunner());
  runs.start(spec, document);
  return new Promise((resolve) => {
    runs.store.subscribe((state) => {
      if (state.status !== 'working') resolve(state);
    });
  });
}

test.each(EXPERIMENT_IDS)(
  '%s: every curve is run at every count of lanes, right and within its bound',
  async (id) => {
    const experiment = EXPERIMENTS[id];
    for (const variant of experiment.variants) {
      const { status, message, samples, done, total } = await finish({ experiment: id, variant, transactions: 40 });
      expect([status, message]).toEqual(['done', null]);
      expect(done).toBe(total);
      const blocks = experiment.blocks(variant);
      expect(samples).toHaveLength(blocks.reduce((sum, { curves, lanes }) => sum + curves.length * lanes.length, 0));
      for (const { equal, metrics } of samples) {
        expect(equal).toBe(true);
        expect(metrics.speedup).toBeLessThanOrEqual(metrics.bound + 1e-9);
      }
      const curves = new Set(samples.map(({ curve }) => curve));
      for (const published of experiment.published(variant)) expect(curves).toContain(published.against);
    }
  },
  60_000,
);

test('overheads are in proportion to what a transaction takes there', async () => {
  const { samples } = await finish({ experiment: 'block-stm', variant: 'diem', transactions: 40 });
  for (const { gas, settings } of samples) {
    // 0.5 µs a task of 182 µs a transaction.
    expect(settings.costs.dispatch / gas).toBeCloseTo(0.5 / (20 / 0.11), 4);
  }
});

test('cancelled at once, it keeps what it has and tells', async () => {
  const runs = createPaperRuns(createLocalRunner());
  runs.start({ experiment: 'locks', variant: 'only', transactions: 100 }, document);
  runs.cancel();
  expect(runs.store.getState().status).toBe('cancelled');
});
