import { buildConflictGraph } from '../analysis/conflict-graph.ts';
import { createExecutor } from '../evm/executor.ts';
import { createMemo, type Memo } from '../evm/memo.ts';
import { createMemoExecutor } from '../evm/memo-executor.ts';
import { breathe } from '../lib/breathe.ts';
import type { Cancellation } from '../lib/cancellation.ts';
import type { Block } from '../model/block.ts';
import type { Hex } from '../model/ids.ts';
import type { RunReport } from '../model/run.ts';
import { type Terms, termsOf } from './prepare-run.ts';
import { driveVirtual, runInClaimedOrder } from './drive-virtual.ts';
import { oneLaneTime } from './one-lane.ts';
import { createReport } from './report.ts';
import type { BlockAnalysis, Outcome, RunProgress, RunRequest } from './runner.ts';
import { runSerial } from './serial.ts';

export interface RunDeps {
  readonly cancellation?: Cancellation;
  readonly onProgress?: (progress: RunProgress) => void;
  /** Serial execution and conflict graph of the same block object on the same terms, when they are known already. */
  readonly analysis?: BlockAnalysis;
  /** Executions of this block object known already, so that a run after an analysis or another run costs little. */
  readonly memo?: Memo;
}

/** Executes a block serially and finds its conflicts. */
export async function analyseBlock(block: Block, terms: Terms, deps: RunDeps = {}): Promise<Outcome<BlockAnalysis>> {
  const total = block.transactions.length;
  const start = performance.now();
  const executor = createMemoExecutor(await createExecutor(block), deps.memo);
  const serial = await runSerial(block, executor, {
    ...terms,
    ...(deps.cancellation && { cancellation: deps.cancellation }),
    onProgress: (done) => deps.onProgress?.({ phase: 'serial', done, total }),
  });
  if (!serial) return { kind: 'cancelled' };
  const serialMs = performance.now() - start;
  deps.onProgress?.({ phase: 'conflicts', done: 0, total: 0 });
  // Seconds for a long block, in one go: what phase it is must be told before.
  await breathe();
  if (deps.cancellation?.cancelled) return { kind: 'cancelled' };
  const graph = buildConflictGraph(serial.executions, { credits: terms.credits });
  return { kind: 'done', value: { serial, graph, preimages: executor.preimages, serialMs } };
}

/** Runs a block in virtual time, in this thread: block and settings in, report out. */
export async function runBlock(run: RunRequest, deps: RunDeps = {}): Promise<Outcome<RunReport>> {
  const { block, settings } = run;
  const terms = termsOf(settings);
  const memo = deps.memo ?? createMemo();
  const analysed: Outcome<BlockAnalysis> = deps.analysis
    ? { kind: 'done', value: deps.analysis }
    : await analyseBlock(block, terms, { ...deps, memo });
  if (analysed.kind !== 'done') return analysed;
  const { serial, graph } = analysed.value;

  const executor = await createExecutor(block);
  const total = block.transactions.length;
  const known = { executions: serial.executions, executor, memo, cancellation: deps.cancellation };
  const driven = await driveVirtual(run, {
    ...known,
    onProgress: (done) => deps.onProgress?.({ phase: 'running', done, total }),
  });
  if (driven.kind !== 'done') return driven;
  const { run: completed, list } = driven.value;

  deps.onProgress?.({ phase: 'checking', done: 0, total });
  const serialInOrder = await runInClaimedOrder(run, completed, known);
  if (serialInOrder === null) return { kind: 'cancelled' };
  const oneLane = await oneLaneTime(run, known);
  if (deps.cancellation?.cancelled) return { kind: 'cancelled' };
  const report = createReport({
    request: run,
    run: completed,
    serial,
    ...(oneLane !== undefined && { oneLane }),
    ...(serialInOrder && { serialInOrder }),
    ...(list && { list }),
    criticalPathGas: graph.figures.criticalPathGas,
    preimages: new Map([...analysed.value.preimages, ...executor.preimages] as [Hex, Hex][]),
  });
  return { kind: 'done', value: report };
}
