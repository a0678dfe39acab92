import { buildConflictGraph } from '../../analysis/conflict-graph.ts';
import { createExecutor } from '../../evm/executor.ts';
import { createMemo, type Memo } from '../../evm/memo.ts';
import type { Cancellation } from '../../lib/cancellation.ts';
import { txIndex } from '../../model/ids.ts';
import type { RunReport } from '../../model/run.ts';
import { compareRuns } from '../compare.ts';
import { memoryInputOf, prepareRun, type Terms, termsOf } from '../prepare-run.ts';
import { waitsForNobody } from '../../model/waits-for-nobody.ts';
import { createReport, lanesUsed } from '../report.ts';
import { analyseBlock, runBlock } from '../run-block.ts';
import type { BlockAnalysis, Outcome, RunRequest } from '../runner.ts';
import { runSerial } from '../serial.ts';
import { traceOne } from '../trace.ts';
import { CALM_MS } from './coordinator-protocol.ts';
import type { CoordinatorWork, JobContext, KnownBlock } from './coordinator-service.ts';
import type { ExecutorPool } from './executor-pool.ts';
import { measureSerial, warmUp } from './measure-serial.ts';
import { toMeasuredFigures } from './measured-figures.ts';
import { createRunMemories, isMemoryFull, type RunMemories } from './run-memory.ts';
import { createRehearsal } from './rehearsal.ts';
import { type PoolRunInput, runOnPool } from './run-on-pool.ts';
import { ATTEMPTS, WorkerLost } from './worker-link.ts';

/** How long a worker may be silent, beyond what its work is expected to take, ms. */
const PATIENCE_MS = 5000;
/** A worker just started may take this many times as long for some of the block as the coordinator took for all of it. */
const SLOWER = 50;
/** One message may be heavy, but not that heavy, ms. */
const MOST_PATIENCE_MS = 120_000;

/** What the coordinator does with a block: analysis and virtual time on its own thread, measured runs on the pool. */
export function createCoordinatorWork(
  pool: ExecutorPool,
  patienceMs = PATIENCE_MS,
  createMemories: () => RunMemories = createRunMemories,
): CoordinatorWork {
  const rehearse = createRehearsal();

  async function analyse(known: KnownBlock, terms: Terms, context: JobContext): Promise<Outcome<BlockAnalysis>> {
    const key = `analysis ${terms.fees} ${terms.credits}`;
    const found = known.found.get(key) as BlockAnalysis | undefined;
    if (found) return { kind: 'done', value: found };
    const outcome = await analyseBlock(known.block, terms, {
      cancellation: cancellationOf(context.signal),
      onProgress: context.onProgress,
      memo: memoOf(known),
    });
    if (outcome.kind === 'done') known.found.set(key, outcome.value);
    return outcome;
  }

  /** What its transactions have been seen to do: whatever is run next needn't execute that again. */
  function memoOf(known: KnownBlock): Memo {
    const memo = (known.found.get('memo') as Memo | undefined) ?? createMemo();
    known.found.set('memo', memo);
    return memo;
  }

  /** Those of the block. */
  function memoriesOf(known: KnownBlock): RunMemories {
    const memories = (known.found.get('memories') as RunMemories | undefined) ?? createMemories();
    known.found.set('memories', memories);
    return memories;
  }

  /** Makes everybody ready who will take part in `run`. µs by transaction, on one worker alone. */
  async function timesAlone(
    known: KnownBlock,
    run: PoolRunInput,
    serialMs: number,
    context: JobContext,
  ): Promise<readonly number[]> {
    const { terms } = run;
    const { lanes, transactions } = run.request;
    const onProgress = (done: number): void => context.onProgress({ phase: 'serial', done, total: transactions });
    const input = {
      ...run,
      ...terms,
      lanes,
      transactions,
      limitMs: Math.min(patienceMs + SLOWER * serialMs, MOST_PATIENCE_MS),
      onProgress,
    };
    const roughly = new Array<number>(transactions).fill((1000 * serialMs) / Math.max(transactions, 1));
    const key = `alone ${terms.fees} ${terms.credits}`;
    for (let attempt = 1; ; attempt++) {
      try {
        await pool.prepare(lanes, known.id, known.block);
        await warmUp(input);
        await rehearse(run, roughly);
        const times = (known.found.get(key) as readonly number[] | undefined) ?? (await measureSerial(input));
        known.found.set(key, times);
        return times;
      } catch (error) {
        if (!(error instanceof WorkerLost) || attempt === ATTEMPTS) throw error;
      }
    }
  }

  async function runMeasured(
    known: KnownBlock,
    request: RunRequest,
    analysis: BlockAnalysis,
    context: JobContext,
  ): Promise<Outcome<RunReport>> {
    const { block, settings } = request;
    const { signal, onProgress } = context;
    const prepared = prepareRun(request, analysis.serial.executions);
    if (prepared.kind === 'refused') return prepared;

    const { engine } = prepared;
    const terms = termsOf(settings);
    const { list } = prepared.request;
    const total = block.transactions.length;
    const input: PoolRunInput = {
      pool,
      memories: memoriesOf(known),
      memoryInput: memoryInputOf(block, prepared.request),
      engine,
      request: { ...prepared.request, lanes: lanesUsed(request) },
      terms,
      patienceMs,
      signal,
    };
    const alone = await timesAlone(known, input, analysis.serialMs, context);

    let done = 0;
    const run = await runOnPool(input, alone, (events) => {
      for (const { kind } of events) if (kind === 'committed') done++;
      onProgress({ phase: 'running', done, total, events });
    });

    onProgress({ phase: 'checking', done: 0, total });
    const { serialOrder } = run;
    const serialInOrder =
      serialOrder &&
      (await runSerial(block, await createExecutor(block), {
        ...terms,
        order: serialOrder,
        cancellation: cancellationOf(signal),
      }));
    if (serialInOrder === null) return { kind: 'cancelled' };
    const order = serialOrder ?? block.transactions.map((_, tx) => txIndex(tx));
    // What was rejected has made the others' course, and so their dependencies, another one.
    const ownCourse = serialOrder !== undefined || run.events.some(({ kind }) => kind === 'rejected');
    const edges = ownCourse
      ? buildConflictGraph(
          order.flatMap((tx) => run.finals[tx]?.execution ?? []),
          terms,
        ).edges
      : analysis.graph.edges;
    const report = createReport({
      request,
      run,
      serial: analysis.serial,
      ...(serialInOrder && { serialInOrder }),
      ...(list && { list }),
      criticalPathGas: analysis.graph.figures.criticalPathGas,
      preimages: analysis.preimages as RunReport['preimages'],
      measured: toMeasuredFigures({
        alone,
        inRun: run.durations,
        edges: waitsForNobody(engine.id) ? null : edges,
        order,
      }),
    });
    return { kind: 'done', value: { ...report, measured: run.details } };
  }

  return {
    analyse: (known, settings, context) => analyse(known, termsOf(settings), context),
    async run(known, rest, context) {
      const request = { ...rest, block: known.block };
      const analysed = await analyse(known, termsOf(request.settings), context);
      if (analysed.kind !== 'done') return analysed;
      if (request.settings.clock === 'virtual') {
        return runBlock(request, {
          cancellation: cancellationOf(context.signal),
          onProgress: context.onProgress,
          analysis: analysed.value,
          memo: memoOf(known),
        });
      }
      try {
        return await runMeasured(known, request, analysed.value, context).catch((error: unknown) => {
          if (!isMemoryFull(error)) throw error;
          memoriesOf(known).stopSharing();
          return runMeasured(known, request, analysed.value, context);
        });
      } finally {
        await pool.calm(CALM_MS);
      }
    },
    compare(known, points, context) {
      return compareRuns(
        { block: known.block, points },
        {
          analyse: (settings) => analyse(known, termsOf(settings), context),
          memo: memoOf(known),
          cancellation: cancellationOf(context.signal),
          onProgress: (done) => context.onProgress({ phase: 'running', done, total: points.length }),
        },
      );
    },
    trace: async (known, request) => ({
      kind: 'done',
      value: await traceOne({ ...request, block: known.block }),
    }),
  };
}

function cancellationOf(signal: AbortSignal): Cancellation {
  return {
    get cancelled() {
      return signal.aborted;
    },
  };
}
