import { buildConflictGraph } from '../analysis/conflict-graph.ts';
import { createExecutor } from '../evm/executor.ts';
import { createMemo, type Memo } from '../evm/memo.ts';
import { createMemoExecutor } from '../evm/memo-executor.ts';
import { breathe } from '../lib/breathe.ts';
import type { Cancellation } from '../lib/cancellation.ts';
import type { Block } from '../model/block.ts';
import type { Hex } from '../model/ids.ts';
import type { RunReport } from '../model/run.ts';
import { memoryInputOf, prepareRun, type Terms, termsOf } from './prepare-run.ts';
import { oneLaneTime } from './one-lane.ts';
import { createReport } from './report.ts';
import type { BlockAnalysis, Outcome, RunProgress, RunRequest } from './runner.ts';
import { runSerial } from './serial.ts';
import { paceOf } from './virtual/pace.ts';
import { runVirtual } from './virtual/run-virtual.ts';

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

  const prepared = prepareRun(run, serial.executions);
  if (prepared.kind === 'refused') return prepared;
  const executor = await createExecutor(block);
  const total = block.transactions.length;
  const virtual = await runVirtual({
    engine: prepared.engine,
    request: prepared.request,
    memory: memoryInputOf(block, prepared.request),
    costs: settings.costs,
    ...paceOf(settings.costs, serial.executions),
    terms,
    createExecutor: async () => executor,
    memo,
    ...(deps.cancellation && { cancellation: deps.cancellation }),
    onProgress: (done) => deps.onProgress?.({ phase: 'running', done, total }),
  });
  if (virtual.kind === 'cancelled') return virtual;

  deps.onProgress?.({ phase: 'checking', done: 0, total });
  const order = virtual.run.serialOrder;
  const serialInOrder = order
    ? await runSerial(block, createMemoExecutor(executor, memo), {
        ...terms,
        order,
        ...(deps.cancellation && { cancellation: deps.cancellation }),
      })
    : undefined;
  if (serialInOrder === null) return { kind: 'cancelled' };
  const oneLane = await oneLaneTime(run, { ...deps, executions: serial.executions, executor, memo });
  const report = createReport({
    request: run,
    run: virtual.run,
    serial,
    ...(oneLane !== undefined && { oneLane }),
    ...(serialInOrder && { serialInOrder }),
    ...(prepared.request.list && { list: prepared.request.list }),
    criticalPathGas: graph.figures.criticalPathGas,
    preimages: new Map([...analysed.value.preimages, ...executor.preimages] as [Hex, Hex][]),
  });
  return { kind: 'done', value: report };
}
