import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createMemo } from '../src/evm/memo.ts';
import type { EngineId } from '../src/model/settings.ts';
import { type Bench, medianTimesMs } from './bench.ts';
import { createWorkbench, TRANSFERS, type Workload } from './virtual/workbench.ts';

/** The first rounds are thrown away with the warm-up: by then both sides run as compiled code. */
const ROUNDS = 25;

/** Each run starts with nothing known, and learns on its way. */
async function ratio(workload: Workload, rounds: number): Promise<number> {
  const bench = await createWorkbench(workload);
  const [virtual = Number.NaN, serial = Number.NaN] = await medianTimesMs(rounds, () => bench.run(), bench.replay);
  return virtual / serial;
}

/** Each run knows all: what is left is the driver, the engine and the memory. */
async function ratioWithoutEvm(workload: Workload, rounds: number): Promise<number> {
  const memo = createMemo();
  const bench = await createWorkbench({ ...workload, memo });
  const [virtual = Number.NaN, serial = Number.NaN] = await medianTimesMs(rounds, () => bench.run(memo), bench.replay);
  return virtual / serial;
}

/** Each run knows what the analysis of its block has found out, as on the page, where there is one before any run. */
async function ratioAfterAnalysis(workload: Workload, rounds: number): Promise<number> {
  const bench = await createWorkbench(workload);
  let memo = createMemo();
  const analyse = async (): Promise<void> => {
    memo = await bench.analyse();
  };
  const times = await medianTimesMs(rounds, analyse, () => bench.run(memo), bench.replay);
  const [, virtual = Number.NaN, serial = Number.NaN] = times;
  return virtual / serial;
}

const mixed = (engine: EngineId): Workload => ({ engine, lanes: 16, block: { transactions: 400, accounts: 400 } });
const transfers: Workload = { engine: 'block-stm', lanes: 32, block: TRANSFERS(10_000) };

export const benches: readonly Bench[] = [
  {
    name: 'Virtual time at 16 lanes against the same incarnations serially, Dependency DAG',
    unit: '×',
    goal: { op: '<=', value: 1.25 },
    run: () => ratio(mixed('dag'), ROUNDS),
  },
  {
    name: 'the same, Block-STM (its scheduling and its validations are in it)',
    unit: '×',
    goal: { op: '<=', value: 1.25 },
    run: () => ratio(mixed('block-stm'), ROUNDS),
  },
  {
    name: 'Block-STM, 10,000 transfers of a token, 32 lanes',
    unit: '×',
    goal: { op: '<=', value: 1.5 },
    run: () => ratio(transfers, 9),
  },
  {
    name: 'the same after the analysis of the block, as on the page',
    unit: '×',
    goal: null,
    run: () => ratioAfterAnalysis(transfers, 9),
  },
  {
    name: 'the same where all executions are known: the driver without the EVM',
    unit: '×',
    goal: null,
    run: () => ratioWithoutEvm(transfers, 9),
  },
  {
    name: 'the most memory of a process that builds, analyses and runs those 10,000 transfers',
    unit: 'MB',
    goal: { op: '<=', value: 1_500 },
    run: async () => {
      const script = new URL('./virtual/peak-memory.ts', import.meta.url).pathname;
      const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
      return Number(stdout) / 1e6;
    },
  },
];
