import { compareRuns } from '../src/drivers/compare.ts';
import { analyseBlock } from '../src/drivers/run-block.ts';
import { termsOf } from '../src/drivers/prepare-run.ts';
import { runSerial } from '../src/drivers/serial.ts';
import { createExecutor } from '../src/evm/executor.ts';
import { createMemo } from '../src/evm/memo.ts';
import { DEFAULT_SETTINGS, ENGINE_IDS } from '../src/model/settings.ts';
import { buildBlock } from '../src/workloads/build-block.ts';
import { generateScenario } from '../src/workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../src/workloads/generate/options.ts';
import { type Bench, medianTimesMs } from './bench.ts';

const LANES = [1, 2, 4, 8, 16, 32, 64];
const ROUNDS = 5;

/** A scaling curve of 200 transactions, all engines, against one plain serial execution of the block. */
async function curve(contention: number): Promise<number> {
  const options = { ...DEFAULT_GENERATOR_OPTIONS, transactions: 200, accounts: 100, contention };
  const { block } = buildBlock(generateScenario(options));
  if (!block) throw new Error("the benchmark's block could not be built");
  const points = ENGINE_IDS.flatMap((engine) =>
    LANES.map((lanes) => ({ settings: { ...DEFAULT_SETTINGS, engine, lanes }, pins: [], drawn: [], log: false })),
  );
  const executor = await createExecutor(block);
  const [compared = Number.NaN, serial = Number.NaN] = await medianTimesMs(
    ROUNDS,
    async () => {
      const memo = createMemo();
      const outcome = await compareRuns(
        { block, points },
        { memo, analyse: (settings) => analyseBlock(block, termsOf(settings), { memo }) },
      );
      if (outcome.kind !== 'done') throw new Error(outcome.kind);
    },
    () => runSerial(block, executor, termsOf(DEFAULT_SETTINGS)),
  );
  return compared / serial;
}

export const benches: readonly Bench[] = [
  {
    name: `Scaling curve of 200 transactions (${ENGINE_IDS.length} engines × ${LANES.length} lane counts) against one serial execution`,
    unit: '×',
    goal: { op: '<=', value: 40 },
    run: () => curve(0.8),
  },
  {
    name: 'the same with high contention (exponent 1.6)',
    unit: '×',
    goal: null,
    run: () => curve(1.6),
  },
];
