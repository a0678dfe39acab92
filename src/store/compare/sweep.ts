import { createStore, type StoreApi } from 'zustand/vanilla';
import { timesOneLane } from '../../analysis/metrics.ts';
import type { CompareReport } from '../../drivers/compare.ts';
import type { Job } from '../../drivers/runner.ts';
import type { Block } from '../../model/block.ts';
import type { EngineId } from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import type { App } from '../app.ts';
import { toPoint } from './points.ts';
import { generatorOptionsAt, scenarioAt, SWEEP_VALUES, type SweepSpec } from './sweep-spec.ts';

/** One run of a sweep. */
export interface SweepSample {
  readonly value: number;
  readonly seed: number;
  readonly engine: EngineId;
  readonly speedup: number;
  readonly bound: number;
  /** How many times as fast as one lane that pays the same costs. */
  readonly timesOneLane: number;
  /** Aborts for each transaction of the block. */
  readonly abortRate: number;
  readonly equal: boolean;
}

export interface SweepState {
  readonly status: 'idle' | 'working' | 'done' | 'cancelled' | 'failed';
  /** Blocks done of those to be tried. */
  readonly done: number;
  readonly total: number;
  /** What `samples` are of. */
  readonly spec: SweepSpec | null;
  readonly samples: readonly SweepSample[];
  readonly message: string | null;
}

export interface Sweep {
  readonly store: StoreApi<SweepState>;
  /** Drops what was found before. */
  start(spec: SweepSpec): void;
  cancel(): void;
}

const NOTHING: SweepState = { status: 'idle', done: 0, total: 0, spec: null, samples: [], message: null };

/** Tries value after value on each seed's block; what has been found is there at once, and stays when it is cancelled. */
export function createSweep({ compare }: Pick<App, 'compare'>): Sweep {
  const store = createStore<SweepState>(() => NOTHING);
  let job: Job<CompareReport> | null = null;
  let intention = 0;

  function stop(): void {
    intention++;
    job?.cancel();
    job = null;
  }

  async function run(spec: SweepSpec): Promise<void> {
    stop();
    const mine = intention;
    const values = SWEEP_VALUES[spec.parameter];
    const seeds = Array.from({ length: spec.seeds }, (_, i) => i + 1);
    store.setState({ ...NOTHING, status: 'working', total: values.length * seeds.length, spec });
    const blockOf = createBlockSource(spec);
    for (const seed of seeds) {
      for (const value of values) {
        const block = blockOf(value, seed);
        job = compare({ block, points: pointsAt(spec, value, seed) });
        const outcome = await job.outcome;
        if (mine !== intention) return;
        if (outcome.kind !== 'done') {
          const message = outcome.kind === 'failed' ? outcome.message : null;
          store.setState({ status: outcome.kind === 'cancelled' ? 'cancelled' : 'failed', message });
          return;
        }
        const found = samplesOf(outcome.value, block, value, seed);
        store.setState(({ samples, done }) => ({ samples: [...samples, ...found], done: done + 1 }));
      }
    }
    store.setState({ status: 'done' });
  }

  return {
    store,
    start(spec) {
      run(spec).catch((error: unknown) => {
        store.setState({ status: 'failed', message: error instanceof Error ? error.message : String(error) });
      });
    },
    cancel() {
      stop();
      if (store.getState().status === 'working') store.setState({ status: 'cancelled' });
    },
  };
}

/** Where only costs are swept, all values of a seed have the same block, and the runner its executions. */
function createBlockSource(spec: SweepSpec): (value: number, seed: number) => Block {
  const known = new Map<string, Block>();
  return (value, seed) => {
    const options = generatorOptionsAt(spec, value, seed);
    const key = JSON.stringify(options);
    let block = known.get(key);
    if (!block) {
      const built = buildBlock(generateScenario(options, spec.settings));
      if (!built.block) throw new Error(`the generated block (seed ${seed}) could not be built`);
      block = built.block;
      known.clear();
      known.set(key, block);
    }
    return block;
  };
}

function pointsAt(spec: SweepSpec, value: number, seed: number) {
  const { engines, lanes } = spec;
  return engines.map((engine) => {
    const way = { engine, lanes };
    return toPoint(scenarioAt(spec, value, seed, way), way, false);
  });
}

function samplesOf(report: CompareReport, block: Block, value: number, seed: number): readonly SweepSample[] {
  return report.flatMap((run): SweepSample[] => {
    if (run.kind === 'refused') return [];
    const { engine, speedup, bound, aborts } = run.metrics;
    const abortRate = aborts / Math.max(1, block.transactions.length);
    return [
      { value, seed, engine, speedup, bound, timesOneLane: timesOneLane(run.metrics), abortRate, equal: run.equal },
    ];
  });
}
