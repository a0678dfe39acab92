import type { BlockAnalysis, Job, Outcome, Runner, RunProgress, RunRequest } from '../../drivers/runner.ts';
import type { Trace } from '../../evm/trace.ts';
import type { CompareReport, CompareRequest } from '../../drivers/compare.ts';
import type { Block } from '../../model/block.ts';
import type { RunEvent } from '../../model/events.ts';
import type { RunReport } from '../../model/run.ts';
import type { RunSettings } from '../../model/settings.ts';
import { createDeferred } from './deferred.ts';

export interface ScriptedJob<T> {
  readonly cancelled: boolean;
  progress(progress: RunProgress): void;
  /** Settles it, and lets whoever awaited go on. */
  settle(outcome: Outcome<T>): Promise<void>;
}

export interface ScriptedRunner extends Runner {
  readonly analyses: readonly (ScriptedJob<BlockAnalysis> & {
    readonly block: Block;
    readonly settings: RunSettings;
  })[];
  readonly runs: readonly (ScriptedJob<RunReport> & { readonly request: RunRequest })[];
  readonly comparisons: readonly (ScriptedJob<CompareReport> & { readonly request: CompareRequest })[];
}

/** A runner whose jobs end when and as the test says. */
export function createScriptedRunner(): ScriptedRunner {
  const analyses: ScriptedRunner['analyses'][number][] = [];
  const runs: ScriptedRunner['runs'][number][] = [];
  const comparisons: ScriptedRunner['comparisons'][number][] = [];
  return {
    analyses,
    runs,
    comparisons,
    analyse(block, settings, onProgress) {
      const { job, script } = createJob<BlockAnalysis>(onProgress);
      analyses.push(Object.assign(script, { block, settings }));
      return job;
    },
    run(request, onProgress) {
      const { job, script } = createJob<RunReport>(onProgress);
      runs.push(Object.assign(script, { request }));
      return job;
    },
    compare(request, onProgress) {
      const { job, script } = createJob<CompareReport>(onProgress);
      comparisons.push(Object.assign(script, { request }));
      return job;
    },
    trace: () => createJob<Trace>(undefined).job,
    dispose() {},
  };
}

function createJob<T>(onProgress: ((progress: RunProgress) => void) | undefined) {
  const { promise, resolve } = createDeferred<Outcome<T>>();
  const script = {
    cancelled: false,
    progress: (progress: RunProgress) => onProgress?.(progress),
    async settle(outcome: Outcome<T>): Promise<void> {
      resolve(outcome);
      await new Promise((done) => setTimeout(done));
    },
  };
  const job: Job<T> = {
    outcome: promise,
    cancel() {
      script.cancelled = true;
      resolve({ kind: 'cancelled' });
    },
  };
  return { job, script };
}

/** An analysis that says only how long it took; nothing else of it is looked at by the store. */
export function analysisOf(serialMs: number): BlockAnalysis {
  const executions: BlockAnalysis['serial']['executions'] = [];
  return {
    serial: { executions, postState: new Map(), gasUsed: 0n, receiptsRoot: '0x', logsBloom: '0x' },
    graph: {
      transactions: 0,
      edges: [],
      gas: [],
      wave: [],
      criticalPath: [],
      figures: NO_FIGURES,
    },
    preimages: new Map(),
    serialMs,
  };
}

const NO_FIGURES = {
  transactions: 0,
  gasUsed: 0 as BlockAnalysis['graph']['figures']['gasUsed'],
  conflictingPairs: 0,
  rawPairs: 0,
  wawPairs: 0,
  warPairs: 0,
  independentTxs: 0,
  longestChainTxs: 0,
  criticalPathGas: 0 as BlockAnalysis['graph']['figures']['gasUsed'],
  waves: 0,
  speedupBound: 1,
  lowestIndexFirst: { '2': 0, '4': 0, '8': 0, '16': 0 } as BlockAnalysis['graph']['figures']['lowestIndexFirst'],
  hottest: [],
};

/** A report with this log, equal to serial. */
export function reportOf(settings: RunSettings, events: readonly RunEvent[]): RunReport {
  const { serial } = analysisOf(0);
  return {
    settings,
    events,
    serial,
    result: serial,
    metrics: {
      engine: settings.engine,
      lanes: settings.lanes,
      clock: settings.clock,
      work: 1,
      oneLane: 1,
      makespan: 1,
      criticalPath: 1,
      bound: 1,
      speedup: 1,
      efficiency: 1,
      incarnations: 1,
      aborts: 0,
      blocked: 0,
      reexecutedGas: 0 as RunReport['metrics']['reexecutedGas'],
      utilisation: [1],
    },
    check: { equal: true, differences: [], postStateRoot: '0x', serialPostStateRoot: '0x' },
    header: { gasUsed: null, receiptsRoot: null, logsBloom: null },
    finalLanes: [],
    preimages: new Map(),
  };
}
