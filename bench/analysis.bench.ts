import { buildConflictGraph } from '../src/analysis/conflict-graph.ts';
import { arrangeDag } from '../src/chart/dag/arrange-dag.ts';
import { layoutDag } from '../src/chart/dag/layout-dag.ts';
import { runSerial } from '../src/drivers/serial.ts';
import { createExecutor } from '../src/evm/executor.ts';
import type { FinalExecution } from '../src/model/execution.ts';
import { buildBlock } from '../src/workloads/build-block.ts';
import { generateScenario } from '../src/workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../src/workloads/generate/options.ts';
import type { Bench } from './bench.ts';
import { medianTimesMs } from './bench.ts';

const ROUNDS = 9;
/** The centre of a 1440 × 900 page. */
const ROOM = { width: 900, height: 380 };

const recorded = new Map<number, Promise<readonly FinalExecution[]>>();

/** Recordings of a generated block; serial execution is not part of what is measured. */
function executionsOf(transactions: number): Promise<readonly FinalExecution[]> {
  const known = recorded.get(transactions);
  if (known) return known;
  const fresh = record(transactions);
  recorded.set(transactions, fresh);
  return fresh;
}

async function record(transactions: number): Promise<readonly FinalExecution[]> {
  const options = { ...DEFAULT_GENERATOR_OPTIONS, transactions, accounts: Math.ceil(transactions / 2) };
  const { block, problems } = buildBlock(generateScenario(options));
  if (!block) throw new Error(problems.map(({ message }) => message).join('; '));
  const serial = await runSerial(block, await createExecutor(block), { fees: 'delta', credits: 'strict' });
  return serial?.executions ?? [];
}

function analyse(executions: readonly FinalExecution[]): number {
  return buildConflictGraph(executions, { credits: 'strict' }).edges.length;
}

function analyseAndLayOut(executions: readonly FinalExecution[]): number {
  const graph = buildConflictGraph(executions, { credits: 'strict' });
  return layoutDag(
    arrangeDag(
      graph,
      graph.gas.map((_, i) => i % 8),
    ),
    ROOM,
  ).nodes.length;
}

/** Growth of the cost per transaction from 1,000 transactions to 10,000: 1 is linear. */
async function growth(work: (executions: readonly FinalExecution[]) => number): Promise<number> {
  const [few, many] = [await executionsOf(1_000), await executionsOf(10_000)];
  const [small = Number.NaN, large = Number.NaN] = await medianTimesMs(
    ROUNDS,
    () => work(few),
    () => work(many),
  );
  return large / small / 10;
}

async function milliseconds(work: (executions: readonly FinalExecution[]) => number): Promise<number> {
  const many = await executionsOf(10_000);
  const [time = Number.NaN] = await medianTimesMs(ROUNDS, () => work(many));
  return time;
}

export const benches: readonly Bench[] = [
  {
    name: 'Conflict analysis and wave layout of 10,000 generated transactions',
    unit: 'ms',
    goal: { op: '<=', value: 1000 },
    run: () => milliseconds(analyseAndLayOut),
  },
  {
    name: 'of which the analysis',
    unit: 'ms',
    goal: null,
    run: () => milliseconds(analyse),
  },
  {
    name: 'Cost per transaction of analysis and layout, 10,000 against 1,000 transactions',
    unit: '×',
    goal: { op: '<=', value: 1.5 },
    run: () => growth(analyseAndLayOut),
  },
  {
    name: 'Cost per transaction of the analysis, 10,000 against 1,000 transactions',
    unit: '×',
    goal: { op: '<=', value: 1.5 },
    run: () => growth(analyse),
  },
];
