import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ComparedRun } from '../../drivers/compare.ts';
import type { Job } from '../../drivers/runner.ts';
import type { Block } from '../../model/block.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { EngineId } from '../../model/settings.ts';
import type { App } from '../app.ts';
import { toPoint, type Way, wayKey } from './points.ts';

/** What is known of the document's block when it is run in several ways. */
export interface ComparisonState {
  readonly status: 'idle' | 'working' | 'cancelled' | 'failed';
  /** Ways done of those wanted. */
  readonly done: number;
  readonly total: number;
  /** By `wayKey`. */
  readonly runs: ReadonlyMap<string, ComparedRun>;
  readonly message: string | null;
}

export interface Comparison {
  readonly store: StoreApi<ComparisonState>;
  /** Runs what isn't known yet of these ways, engine by engine, so that the picture fills. Earlier wishes are dropped. */
  want(ways: readonly Way[], logs: boolean): void;
  cancel(): void;
  dispose(): void;
}

const NOTHING: ComparisonState = { status: 'idle', done: 0, total: 0, runs: new Map(), message: null };

/**
 * Compares the document with itself. What is found stays until the block or a setting that counts changes; the engine and
 * number of lanes chosen in the document don't.
 */
export function createComparison({ document, compare }: Pick<App, 'document' | 'compare'>): Comparison {
  const store = createStore<ComparisonState>(() => NOTHING);
  let subject = subjectOf(document.getState());
  let wish: { readonly ways: readonly Way[]; readonly logs: boolean } = { ways: [], logs: false };
  let job: Job<unknown> | null = null;
  /** Rises with every wish; who has awaited sees that it isn't wanted any more. */
  let intention = 0;

  function stop(): void {
    intention++;
    job?.cancel();
    job = null;
  }

  async function pursue(): Promise<void> {
    stop();
    const mine = intention;
    const { scenario, block } = document.getState();
    const { ways, logs } = wish;
    const isMissing = (way: Way): boolean => {
      const known = store.getState().runs.get(wayKey(way));
      return !known || (logs && known.kind === 'done' && known.events === null);
    };
    const missing = ways.filter(isMissing);
    const before = ways.length - missing.length;
    store.setState({ status: 'idle', done: before, total: ways.length, message: null });
    if (!block || missing.length === 0) return;
    store.setState({ status: 'working' });
    for (const some of byEngine(missing)) {
      const points = some.map((way) => toPoint(scenario, way, logs));
      const { done: base } = store.getState();
      const started = compare({ block, points }, ({ phase, done }) => {
        if (mine === intention && phase === 'running') store.setState({ done: base + done });
      });
      job = started;
      const outcome = await started.outcome;
      if (mine !== intention) return;
      if (outcome.kind !== 'done') {
        const message = outcome.kind === 'failed' ? outcome.message : null;
        store.setState({ status: outcome.kind === 'cancelled' ? 'cancelled' : 'failed', message });
        return;
      }
      const runs = new Map(store.getState().runs);
      for (const [i, run] of outcome.value.entries()) runs.set(wayKey(some[i] as Way), run);
      store.setState({ runs, done: base + some.length });
    }
    store.setState({ status: 'idle' });
  }

  const unsubscribe = document.subscribe((state) => {
    const now = subjectOf(state);
    if (isSame(now, subject)) return;
    subject = now;
    store.setState(NOTHING);
    void pursue();
  });

  return {
    store,
    want(ways, logs) {
      wish = { ways, logs };
      void pursue();
    },
    cancel() {
      stop();
      store.setState({ status: 'cancelled' });
    },
    dispose() {
      unsubscribe();
      stop();
    },
  };
}

function byEngine(ways: readonly Way[]): readonly (readonly Way[])[] {
  const groups = new Map<EngineId, Way[]>();
  for (const way of ways) groups.set(way.engine, [...(groups.get(way.engine) ?? []), way]);
  return [...groups.values()];
}

/** All that the figures depend on but engine, lanes and clock. Pins and drawn order count as objects. */
function subjectOf({ scenario, block }: { readonly scenario: Scenario; readonly block: Block | null }) {
  const { options, costs, fees, credits } = scenario.settings;
  return { block, options, costs, fees, credits, pins: scenario.pins, laneOrder: scenario.laneOrder };
}

type Subject = ReturnType<typeof subjectOf>;

function isSame(a: Subject, b: Subject): boolean {
  return (Object.keys(a) as (keyof Subject)[]).every((key) => a[key] === b[key]);
}
