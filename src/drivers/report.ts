import { buildConflictGraph } from '../analysis/conflict-graph.ts';
import { findCriticalPath } from '../analysis/critical-path.ts';
import { toDependencies } from '../analysis/dependencies.ts';
import { toRunMetrics } from '../analysis/metrics.ts';
import { createSerialState } from '../evm/serial-state.ts';
import { stateRoot } from '../evm/state-root.ts';
import { effectivePrestate } from '../evm/system-calls.ts';
import { type BlockAccessList, compareLists } from '../model/block-access-list.ts';
import type { FinalExecution } from '../model/execution.ts';
import type { Prestate } from '../model/block.ts';
import { type Hex, type TxIndex, txIndex } from '../model/ids.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { BlockResult, Difference, RunMetrics, RunReport } from '../model/run.ts';
import { accessListOf, describeAccessList } from './access-list.ts';
import { toBlockResult } from './block-result.ts';
import { checkHeader, findDifferences } from './check.ts';
import type { CompletedRun } from './completed-run.ts';
import { termsOf } from './prepare-run.ts';
import { waitsForNobody } from '../model/waits-for-nobody.ts';
import type { RunRequest } from './runner.ts';
import { timeOf } from './virtual/pace.ts';

export interface ReportInput {
  readonly request: RunRequest;
  readonly run: CompletedRun;
  /** The block in block order, on the terms of the run. */
  readonly serial: BlockResult;
  /** The block in the run's own serial order, when it has one. */
  readonly serialInOrder?: BlockResult;
  /** Heaviest chain of dependencies of the serial execution, in gas. */
  readonly criticalPathGas: number;
  readonly preimages: RunReport['preimages'];
  /** Virtual time: what one lane takes at the same costs, in gas, where that is more than the serial work. */
  readonly oneLane?: number;
  /** `block-access-list`: the list that the block came with. */
  readonly list?: BlockAccessList;
  /** Measured runs: work and critical path by the clock, in µs. Absent in virtual time, where both are gas. */
  readonly measured?: { readonly work: number; readonly criticalPath: number };
}

type JudgeInput = Omit<ReportInput, 'preimages'>;

/** Whether a run is right, and what it cost; without what only a full report needs. */
export interface Judgement {
  readonly produced: Pick<BlockResult, 'executions' | 'postState'>;
  readonly differences: readonly Difference[];
  readonly metrics: RunMetrics;
}

/** Compares a completed run with its oracle, and takes its figures. */
export function judgeRun(input: JudgeInput): Judgement {
  const { request, run, serial } = input;
  const { block, settings } = request;
  const produced = toProduced(input);
  const differences = [
    ...listDifferences(input, produced.executions),
    ...findDifferences({
      serial: input.serialInOrder ?? serial,
      serialOrder: run.serialOrder ?? block.transactions.map((_, tx) => txIndex(tx)),
      result: produced,
      run,
      block,
      prestate: createPrestateReader(effectivePrestate(block)),
    }),
  ];
  const { executions } = produced;
  const workOf = (of: readonly FinalExecution[]): number =>
    of.reduce((sum, execution) => sum + timeOf(execution, settings.costs.work), 0);
  const work = workOf(executions);
  const criticalPath = (): number => criticalPathOf(input, executions, differences.length === 0);
  const metrics = toRunMetrics({
    engine: settings.engine,
    lanes: lanesUsed(request),
    clock: settings.clock,
    events: run.events,
    ...(input.measured ?? { work, oneLane: input.oneLane ?? workOf(serial.executions), criticalPath: criticalPath() }),
  });
  return { produced, differences, metrics };
}

/** Takes a completed run apart: what it produced, whether that is right, and what it cost. */
export function createReport(input: ReportInput): RunReport {
  const { request, run, serial } = input;
  const { block, settings } = request;
  const prestate = effectivePrestate(block);
  const { produced, differences, metrics } = judgeRun(input);

  const oracle = input.serialInOrder ?? serial;
  const equal = differences.length === 0;
  // Where nothing differs the oracle's roots are the run's: hashing a thousand receipts and accounts again takes longer
  // than many a run.
  const result = equal ? oracle : toBlockResult(produced.executions, produced.postState);
  const serialPostStateRoot = rootAfter(oracle, prestate);
  return {
    settings,
    events: run.events,
    serial,
    result,
    metrics,
    check: {
      equal,
      differences,
      ...(run.serialOrder && { order: run.serialOrder }),
      postStateRoot: equal ? serialPostStateRoot : stateRoot(prestate, result.postState),
      serialPostStateRoot,
    },
    header: checkHeader(result, block.header),
    ...(input.list && { accessList: describeAccessList(input.list, block.env.gasLimit) }),
    finalLanes: run.finals.map(({ lane }) => lane),
    preimages: input.preimages,
  };
}

/** Where the list that the block came with isn't the one that follows from what its transactions did. */
function listDifferences({ request, list }: JudgeInput, executions: readonly FinalExecution[]): readonly Difference[] {
  if (!list) return [];
  const produced = accessListOf(request.block, executions);
  return compareLists(list, produced).map((difference) => ({ kind: 'list', ...difference }));
}

const roots = new WeakMap<BlockResult, Hex>();

/** The state root after an oracle, which serves many runs of its block. */
function rootAfter(oracle: BlockResult, prestate: Prestate): Hex {
  const root = roots.get(oracle) ?? stateRoot(prestate, oracle.postState);
  roots.set(oracle, root);
  return root;
}

/** Receipts, and the writes of all transactions in the order in which they took effect. */
function toProduced({ request, run }: JudgeInput): Pick<BlockResult, 'executions' | 'postState'> {
  const { block } = request;
  const state = createSerialState(effectivePrestate(block), block.env.coinbase);
  for (const tx of run.writeOrder) {
    const final = run.finals[tx];
    if (final) state.apply(final.execution.recording);
  }
  return { executions: run.finals.map(({ execution }) => execution), postState: state.postState() };
}

/** `sequential` has one lane, and those that something is pinned to, whatever the settings say. */
export function lanesUsed({ settings, pins }: Pick<RunRequest, 'settings' | 'pins'>): number {
  if (settings.engine !== 'sequential') return settings.lanes;
  return 1 + pins.reduce((highest, [, lane]) => Math.max(highest, lane), 0);
}

/**
 * The chain that no schedule of this engine can shorten. Where nobody waits for anybody that is the longest transaction; an
 * engine with a serial order of its own has the dependencies of that order. What came out otherwise than serially has other
 * dependencies than the serial execution: its own.
 */
function criticalPathOf(
  { request, run, criticalPathGas }: JudgeInput,
  executions: readonly FinalExecution[],
  equal: boolean,
): number {
  const { settings } = request;
  const { work } = settings.costs;
  if (waitsForNobody(settings.engine)) return executions.reduce((most, e) => Math.max(most, timeOf(e, work)), 0);
  if (!run.serialOrder && equal && !work) return criticalPathGas;
  const inOrder = run.serialOrder?.flatMap((tx: TxIndex) => executions[tx] ?? []) ?? executions;
  const { edges, figures } = buildConflictGraph(inOrder, { credits: termsOf(settings).credits });
  if (!work) return figures.criticalPathGas;
  const times = inOrder.map((execution) => timeOf(execution, work));
  return findCriticalPath(toDependencies(edges, times.length), times).gas;
}
