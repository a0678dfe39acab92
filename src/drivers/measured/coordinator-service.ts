import type { Packed } from '../../lib/packing.ts';
import type { Block } from '../../model/block.ts';
import type { RunEvent } from '../../model/events.ts';
import type { RunReport } from '../../model/run.ts';
import type { RunSettings } from '../../model/settings.ts';
import type { CompareReport, ComparePoint } from '../compare.ts';
import type { Trace } from '../../evm/trace.ts';
import type { BlockAnalysis, Outcome, RunProgress, RunRequest, TraceRequest } from '../runner.ts';
import { createCrossing } from './crossing.ts';
import type { BlockReference, CoordinatorService, JobId } from './coordinator-protocol.ts';
import { instantNow, type BlockId } from './protocol.ts';

/** A block that was named, with a place for what is found out about it, so that a run needn't repeat the analysis. */
export interface KnownBlock {
  readonly id: BlockId;
  readonly block: Block;
  readonly found: Map<string, unknown>;
}

/** What a job may do while it works. */
export interface JobContext {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: RunProgress) => void;
}

/** The work itself; knows nothing of jobs. */
export interface CoordinatorWork {
  analyse(known: KnownBlock, settings: RunSettings, context: JobContext): Promise<Outcome<BlockAnalysis>>;
  run(known: KnownBlock, request: Omit<RunRequest, 'block'>, context: JobContext): Promise<Outcome<RunReport>>;
  compare(known: KnownBlock, points: readonly ComparePoint[], context: JobContext): Promise<Outcome<CompareReport>>;
  trace(known: KnownBlock, request: Omit<TraceRequest, 'block'>): Promise<Outcome<Trace>>;
}

interface QueuedJob {
  readonly controller: AbortController;
  /** Null until its turn comes. */
  atWork: Promise<unknown> | null;
}

/** Progress is passed on at most every so many ms: ten times a second is as good as always. */
const PROGRESS_MS = 100;

/**
 * Does one job after the other. Two at a time would only slow each other down, and a measured run wants the machine to
 * itself.
 */
export function createCoordinator(work: CoordinatorWork): CoordinatorService {
  const blocks = new Map<BlockId, KnownBlock>();
  const jobs = new Map<JobId, QueuedJob>();
  let report: (job: JobId, progress: Packed<RunProgress>) => void = () => {};
  let last: Promise<unknown> = Promise.resolve();

  function remember({ id, keep, block }: BlockReference): KnownBlock {
    if (block) blocks.set(id, { id, block, found: new Map() });
    for (const other of [...blocks.keys()]) if (!keep.includes(other)) blocks.delete(other);
    const known = blocks.get(id);
    if (!known) throw new Error(`block ${id} was never given`);
    return known;
  }

  function enqueue<T>(
    job: JobId,
    reference: BlockReference,
    act: (known: KnownBlock, context: JobContext) => Promise<Outcome<T>>,
  ): Promise<Outcome<Packed<T>>> {
    const known = remember(reference);
    const crossing = createCrossing(known.block);
    const controller = new AbortController();
    const { signal } = controller;
    const progress = throttle((value: RunProgress) => report(job, crossing.pack(value)));
    const queued: QueuedJob = { controller, atWork: null };
    const attempt = async (): Promise<Outcome<Packed<T>>> => {
      if (signal.aborted) return { kind: 'cancelled' };
      try {
        const outcome = await act(known, { signal, onProgress: progress.push });
        return outcome.kind === 'done' ? { kind: 'done', value: crossing.pack(outcome.value) } : outcome;
      } catch (error) {
        if (signal.aborted) return { kind: 'cancelled' };
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      } finally {
        progress.flush();
        jobs.delete(job);
      }
    };
    const outcome = last.then(() => {
      const attempted = attempt();
      queued.atWork = attempted;
      return attempted;
    });
    last = outcome;
    jobs.set(job, queued);
    return outcome;
  }

  return {
    async connect(onProgress) {
      report = onProgress;
    },
    analyse: async (job, reference, settings) =>
      enqueue(job, reference, (known, context) => work.analyse(known, settings, context)),
    run: async (job, reference, request) =>
      enqueue(job, reference, (known, context) => work.run(known, request, context)),
    compare: async (job, reference, points) =>
      enqueue(job, reference, (known, context) => work.compare(known, points, context)),
    trace: async (job, reference, request) => enqueue(job, reference, (known) => work.trace(known, request)),
    async cancel(job) {
      const found = jobs.get(job);
      found?.controller.abort(new Error('cancelled'));
      await found?.atWork;
    },
  };
}

/** Gathers events and passes on the latest figures, now and then; a new phase at once, as it may be long before there is more. */
function throttle(send: (progress: RunProgress) => void) {
  let events: RunEvent[] = [];
  let waiting: RunProgress | null = null;
  let sent = Number.NEGATIVE_INFINITY;
  let phase: RunProgress['phase'] | null = null;
  const flush = (): void => {
    if (!waiting) return;
    const { events: _, ...figures } = waiting;
    send(events.length > 0 ? { ...figures, events } : figures);
    events = [];
    waiting = null;
    sent = instantNow();
  };
  return {
    flush,
    push(progress: RunProgress): void {
      const isNewPhase = progress.phase !== phase;
      if (isNewPhase) flush();
      phase = progress.phase;
      if (progress.events) events.push(...progress.events);
      waiting = progress;
      if (isNewPhase || instantNow() - sent >= PROGRESS_MS) flush();
    },
  };
}
