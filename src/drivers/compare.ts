import { createExecutor } from '../evm/executor.ts';
import type { Memo } from '../evm/memo.ts';
import type { Cancellation } from '../lib/cancellation.ts';
import type { Block } from '../model/block.ts';
import type { RunEvent } from '../model/events.ts';
import type { RunMetrics } from '../model/run.ts';
import type { RunSettings } from '../model/settings.ts';
import { driveVirtual, runInClaimedOrder, type VirtualDeps } from './drive-virtual.ts';
import { oneLaneTime } from './one-lane.ts';
import { termsOf } from './prepare-run.ts';
import { judgeRun } from './report.ts';
import type { BlockAnalysis, Outcome, Refusal, RunRequest } from './runner.ts';

/** One way of running the block, in virtual time. */
export interface ComparePoint extends Omit<RunRequest, 'block'> {
  /** Whether the log is wanted, for a picture; else only the figures. */
  readonly log: boolean;
}

export interface CompareRequest {
  readonly block: Block;
  readonly points: readonly ComparePoint[];
}

/** What came of one point. */
export type ComparedRun =
  | {
      readonly kind: 'done';
      readonly settings: RunSettings;
      readonly metrics: RunMetrics;
      /** Whether receipts and state are those of the serial order the run claims. */
      readonly equal: boolean;
      /** It claims an order of its own (`lanes`, free order), and was checked against that. */
      readonly ownOrder: boolean;
      readonly eventCount: number;
      /** Without reads and locks, which a small picture doesn't show; null where no log was asked for. */
      readonly events: readonly RunEvent[] | null;
    }
  | { readonly kind: 'refused'; readonly settings: RunSettings; readonly refusal: Refusal };

/** By point, in the order asked for. */
export type CompareReport = readonly ComparedRun[];

export interface CompareDeps {
  /** Serial execution of the block on the terms of these settings. Asked once for each terms. */
  readonly analyse: (settings: RunSettings) => Promise<Outcome<BlockAnalysis>>;
  /** Of this block. All points share it: an incarnation that reads what another has read costs no execution. */
  readonly memo: Memo;
  readonly cancellation?: Cancellation;
  /** Called after each point with the number of points done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Runs one block in many ways, one after the other, in this thread. What can be shared is: the serial analysis, the
 * executions, the EVMs. A point that its engine refuses says why and doesn't keep the others from running.
 */
export async function compareRuns(
  { block, points }: CompareRequest,
  deps: CompareDeps,
): Promise<Outcome<CompareReport>> {
  const executor = await createExecutor(block);
  const analyses = new Map<string, BlockAnalysis>();
  /** What one lane takes, by terms and costs. */
  const oneLane = new Map<string, number | undefined>();
  const report: ComparedRun[] = [];
  for (const point of points) {
    const { fees, credits } = termsOf(point.settings);
    const terms = `${fees} ${credits}`;
    let analysis = analyses.get(terms);
    if (!analysis) {
      const analysed = await deps.analyse(point.settings);
      if (analysed.kind !== 'done') return analysed;
      analysis = analysed.value;
      analyses.set(terms, analysis);
    }
    const run = { ...point, block };
    const { memo, cancellation } = deps;
    const known: VirtualDeps = { executions: analysis.serial.executions, executor, memo, cancellation };
    const paid = `${terms} ${JSON.stringify(point.settings.costs)}`;
    if (!oneLane.has(paid)) oneLane.set(paid, await oneLaneTime(run, known));
    const compared = await comparePoint(run, analysis, oneLane.get(paid), known);
    if (!compared) return { kind: 'cancelled' };
    report.push(compared);
    deps.onProgress?.(report.length);
  }
  return { kind: 'done', value: report };
}

/** Null when it was cancelled. */
async function comparePoint(
  { log, ...request }: ComparePoint & RunRequest,
  { serial, graph }: BlockAnalysis,
  oneLane: number | undefined,
  known: VirtualDeps,
): Promise<ComparedRun | null> {
  const { settings } = request;
  const driven = await driveVirtual(request, known);
  if (driven.kind === 'refused') return { kind: 'refused', settings, refusal: driven.refusal };
  if (driven.kind === 'cancelled') return null;
  const { run, list } = driven.value;
  const serialInOrder = await runInClaimedOrder(request, run, known);
  if (serialInOrder === null) return null;
  const { metrics, differences } = judgeRun({
    request,
    run,
    serial,
    ...(oneLane !== undefined && { oneLane }),
    ...(serialInOrder && { serialInOrder }),
    ...(list && { list }),
    criticalPathGas: graph.figures.criticalPathGas,
  });
  return {
    kind: 'done',
    settings,
    metrics,
    equal: differences.length === 0,
    ownOrder: run.serialOrder !== undefined,
    eventCount: run.events.length,
    events: log ? run.events.filter(({ kind }) => kind !== 'read' && kind !== 'locked') : null,
  };
}
