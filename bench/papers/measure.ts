import { compareRuns } from '../../src/drivers/compare.ts';
import { termsOf } from '../../src/drivers/prepare-run.ts';
import { analyseBlock } from '../../src/drivers/run-block.ts';
import type { BlockAnalysis } from '../../src/drivers/runner.ts';
import { createMemo } from '../../src/evm/memo.ts';
import type { Block } from '../../src/model/block.ts';
import type { RunMetrics } from '../../src/model/run.ts';
import { DEFAULT_SETTINGS, type RunSettings } from '../../src/model/settings.ts';

export type Point = Partial<RunSettings>;

/** One block to be run in several ways, in virtual time, on the EVM. What can be shared between runs is. */
export interface Bed {
  readonly analysis: BlockAnalysis;
  /** Throws when a run is refused, or when its result isn't the serial one (except `race`, which protects nothing). */
  run(points: readonly Point[]): Promise<readonly RunMetrics[]>;
}

export async function createBed(block: Block): Promise<Bed> {
  const memo = createMemo();
  const first = await analyse(DEFAULT_SETTINGS);
  async function analyse(settings: RunSettings): Promise<BlockAnalysis> {
    const outcome = await analyseBlock(block, termsOf(settings), { memo });
    if (outcome.kind !== 'done') throw new Error(`the serial execution ended as ${outcome.kind}`);
    return outcome.value;
  }
  return {
    analysis: first,
    async run(points) {
      const wanted = points.map((point) => ({
        settings: { ...DEFAULT_SETTINGS, ...point },
        pins: [],
        drawn: [],
        log: false,
      }));
      const outcome = await compareRuns(
        { block, points: wanted },
        {
          memo,
          analyse: async (settings) => {
            const known = termsOf(settings).credits === termsOf(DEFAULT_SETTINGS).credits;
            return { kind: 'done', value: known ? first : await analyse(settings) };
          },
        },
      );
      if (outcome.kind !== 'done') throw new Error(`a run ended as ${outcome.kind}`);
      return outcome.value.map((run) => {
        const { engine, lanes } = run.settings;
        if (run.kind === 'refused') throw new Error(`${engine} refused: ${run.refusal.message}`);
        if (!run.equal && engine !== 'race') throw new Error(`${engine} at ${lanes} lanes: not the serial result`);
        return run.metrics;
      });
    },
  };
}
