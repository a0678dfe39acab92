import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ComparePoint, CompareReport } from '../../drivers/compare.ts';
import type { Job, Outcome } from '../../drivers/runner.ts';
import type { Block } from '../../model/block.ts';
import type { RunMetrics } from '../../model/run.ts';
import { DEFAULT_SETTINGS, type RunSettings } from '../../model/settings.ts';
import type { App } from '../app.ts';
import { EXPERIMENTS, type ExperimentId, type PaperBlock, settingsOf, type Variant } from './experiments.ts';

export interface PaperSpec {
  readonly experiment: ExperimentId;
  readonly variant: Variant;
  readonly transactions: number;
}

/** One run: a point of a curve. */
export interface PaperSample {
  readonly curve: string;
  readonly lanes: number;
  readonly settings: RunSettings;
  readonly metrics: RunMetrics;
  /** Of the block. */
  readonly transactions: number;
  /** Gas of an average transaction. */
  readonly gas: number;
  readonly equal: boolean;
}

export interface PaperState {
  readonly status: 'idle' | 'working' | 'done' | 'cancelled' | 'failed';
  /** Runs done of those wanted. */
  readonly done: number;
  readonly total: number;
  /** What `samples` are of. */
  readonly spec: PaperSpec | null;
  readonly samples: readonly PaperSample[];
  readonly message: string | null;
}

export interface PaperRuns {
  readonly store: StoreApi<PaperState>;
  /** Drops what was found before. `document`: the open block, for experiments on that. */
  start(spec: PaperSpec, document: Block | null): void;
  cancel(): void;
}

const NOTHING: PaperState = { status: 'idle', done: 0, total: 0, spec: null, samples: [], message: null };

/** Runs an experiment block by block in the runner; what has been found is there at once, and stays when it is cancelled. */
export function createPaperRuns({ compare }: Pick<App, 'compare'>): PaperRuns {
  const store = createStore<PaperState>(() => NOTHING);
  let job: Job<CompareReport> | null = null;
  let intention = 0;

  function stop(): void {
    intention++;
    job?.cancel();
    job = null;
  }

  /** Null when something came in between, and that has been told. */
  async function ask(block: Block, points: readonly ComparePoint[], mine: number): Promise<CompareReport | null> {
    const before = store.getState().done;
    job = compare({ block, points }, ({ done }) => {
      if (mine === intention) store.setState({ done: before + done });
    });
    const outcome = await job.outcome;
    if (mine !== intention) return null;
    if (outcome.kind !== 'done') {
      store.setState(endedAs(outcome));
      return null;
    }
    store.setState({ done: before + points.length });
    return outcome.value;
  }

  async function run(spec: PaperSpec, document: Block | null): Promise<void> {
    stop();
    const mine = intention;
    const blocks = EXPERIMENTS[spec.experiment].blocks(spec.variant);
    // One run more for each block, on one lane: what a transaction costs there decides what the overheads are in gas.
    const total = blocks.reduce((sum, { lanes, curves }) => sum + 1 + lanes.length * curves.length, 0);
    store.setState({ ...NOTHING, status: 'working', total, spec });
    for (const wanted of blocks) {
      const block = wanted.create?.(spec.transactions) ?? document;
      if (!block) throw new Error('there is no block to run');
      const [alone] = (await ask(block, [pointOf(DEFAULT_ALONE)], mine)) ?? [];
      if (!alone) return;
      if (alone.kind === 'refused') throw new Error(alone.refusal.message);
      const gas = alone.metrics.work / Math.max(1, block.transactions.length);
      const points = pointsOf(wanted, gas);
      const report = await ask(
        block,
        points.map(({ settings }) => pointOf(settings)),
        mine,
      );
      if (!report) return;
      const found = points.flatMap(({ curve, settings }, i): PaperSample[] => {
        const ran = report[i];
        if (ran?.kind !== 'done') return [];
        const { metrics, equal } = ran;
        const transactions = block.transactions.length;
        return [{ curve, lanes: settings.lanes, settings, metrics, transactions, gas, equal }];
      });
      store.setState(({ samples }) => ({ samples: [...samples, ...found] }));
    }
    store.setState({ status: 'done' });
  }

  return {
    store,
    start(spec, document) {
      run(spec, document).catch((error: unknown) => {
        store.setState({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
      });
    },
    cancel() {
      stop();
      if (store.getState().status === 'working') store.setState({ status: 'cancelled' });
    },
  };
}

const DEFAULT_ALONE: RunSettings = { ...DEFAULT_SETTINGS, engine: 'sequential', lanes: 1 };

const pointOf = (settings: RunSettings): ComparePoint => ({ settings, pins: [], drawn: [], log: false });

function pointsOf({ curves, lanes }: PaperBlock, gas: number) {
  return curves.flatMap((curve) =>
    lanes.map((count) => ({ curve: curve.id, settings: settingsOf(curve, count, gas) })),
  );
}

function endedAs(outcome: Exclude<Outcome<CompareReport>, { kind: 'done' }>): Partial<PaperState> {
  switch (outcome.kind) {
    case 'cancelled':
      return { status: 'cancelled' };
    case 'refused':
      return { status: 'failed', message: outcome.refusal.message };
    case 'failed':
      return { status: 'failed', message: outcome.message };
  }
}
