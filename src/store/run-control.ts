import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BlockAnalysis, Job, Outcome, Runner, RunProgress, RunRequest } from '../drivers/runner.ts';
import type { RunEvent } from '../model/events.ts';
import type { RunReport } from '../model/run.ts';
import type { RunSettings } from '../model/settings.ts';
import { drawnLanes } from '../workloads/drawn-lanes.ts';
import type { DocumentState, Hold, RunState, RunSubject } from './app.ts';
import type { Clock } from './clock.ts';
import { createRunEstimate } from './run-estimate.ts';

export interface RunControl {
  readonly store: StoreApi<RunState>;
  /** Runs the document as it is now, whatever the length. */
  start(): void;
  cancel(): void;
  /** Let go, what was put off is done at once. */
  hold(what: Hold): void;
  dispose(): void;
}

/** A document just opened runs without being asked if it is expected to take no longer than this (milliseconds). */
const OPENING_LIMIT = 5000;
/** A change re-runs at once up to this (milliseconds). */
const CHANGE_LIMIT = 300;

const IDLE: RunState = {
  status: 'idle',
  stale: false,
  progress: null,
  analysis: null,
  report: null,
  events: [],
  message: null,
  refusal: null,
  analysed: null,
  subject: null,
};

/**
 * Keeps analysis and run up with the document: a change of the block is analysed at once; a run follows at once when it is
 * short, else the run is `stale` until asked for. The latest wins: a change calls off whatever was under way, and what
 * comes of it later is dropped.
 *
 *   change ──▶ analysing ──▶ running ──▶ done
 *                  │   └─ long ─▶ idle (stale) ──start──▶ running
 *                  └─▶ failed · cancelled        running ─▶ refused · failed · cancelled
 */
export function createRunControl(runner: Runner, document: StoreApi<DocumentState>, clock: Clock): RunControl {
  const store = createStore<RunState>(() => IDLE);
  const estimate = createRunEstimate();
  let job: Job<unknown> | null = null;
  let held: Hold = 'nothing';
  /** Rises with every new intention; whoever awaited meanwhile sees that it isn't wanted any more. */
  let intention = 0;

  const begin = (): number => {
    job?.cancel();
    job = null;
    return ++intention;
  };

  const settle = async <T>(begin: () => Job<T>, mine: number): Promise<Outcome<T> | null> => {
    let outcome: Outcome<T>;
    try {
      const started = begin();
      job = started;
      outcome = await started.outcome;
    } catch (error) {
      outcome = { kind: 'failed', message: messageOf(error) };
    }
    if (mine !== intention) return null;
    job = null;
    return outcome;
  };

  const fail = (outcome: Exclude<Outcome<never>, { kind: 'done' }>): void => {
    store.setState({
      status: outcome.kind,
      progress: null,
      stale: isStale(),
      message: outcome.kind === 'failed' ? outcome.message : null,
      refusal: outcome.kind === 'refused' ? outcome.refusal : null,
    });
  };

  const isStale = (): boolean => {
    const { report, subject } = store.getState();
    return report !== null && !(subject && sameRun(subject, document.getState()));
  };

  const analyse = async (subject: RunSubject, mine: number): Promise<BlockAnalysis | null> => {
    const { analysis, analysed } = store.getState();
    if (analysis && analysed && sameAnalysis(analysed, subject)) return analysis;
    store.setState({ status: 'analysing', stale: isStale(), progress: null, message: null, refusal: null });
    const onProgress = (progress: RunProgress): void => {
      if (mine === intention) store.setState({ progress });
    };
    const outcome = await settle(() => runner.analyse(subject.block, subject.scenario.settings, onProgress), mine);
    if (!outcome) return null;
    if (outcome.kind !== 'done') {
      fail(outcome);
      return null;
    }
    store.setState({ analysis: outcome.value, analysed: subject, progress: null });
    return outcome.value;
  };

  const run = async (subject: RunSubject, mine: number): Promise<void> => {
    const measured = subject.scenario.settings.clock === 'measured';
    store.setState({ status: 'running', stale: isStale(), progress: null, message: null, refusal: null });
    // A measured run fills the picture as it goes, so that nothing of the run before may stay in it.
    if (measured) store.setState({ report: null, events: [], subject, stale: false });
    const started = clock.now();
    const live = createLiveLog(clock, (progress, events) => {
      if (mine !== intention) return;
      store.setState((state) => ({
        progress,
        events: measured && events.length > 0 ? [...state.events, ...events] : state.events,
      }));
    });
    const outcome = await settle(() => runner.run(toRequest(subject), live.push), mine);
    live.stop();
    if (!outcome) return;
    if (outcome.kind !== 'done') return fail(outcome);
    if (!measured) estimate.learn(clock.now() - started, subject.block);
    store.setState(finished(outcome.value, subject));
  };

  const rest = (): void => {
    store.setState({ status: 'idle', stale: isStale(), progress: null, message: null, refusal: null });
  };

  const pursue = async (longest: number): Promise<void> => {
    const mine = begin();
    const { scenario, block } = document.getState();
    if (!block) return rest();
    const subject = { scenario, block };
    const asked = longest === Infinity;
    if (held === 'analysis' && !asked) return rest();
    const analysis = await analyse(subject, mine);
    if (!analysis || mine !== intention) return;
    if (held !== 'nothing' && !asked) return rest();
    const expected = scenario.settings.clock === 'measured' ? Infinity : estimate.of(block, analysis.serialMs);
    if (expected <= longest) await run(subject, mine);
    else rest();
  };

  const unsubscribe = document.subscribe((state, before) => {
    if (state.key !== before.key) {
      // Another document: nothing of the one before may stay in the picture.
      begin();
      store.setState(IDLE);
      void pursue(OPENING_LIMIT);
    } else if (!sameRun(state, before)) void pursue(CHANGE_LIMIT);
  });
  void pursue(OPENING_LIMIT);

  return {
    store,
    start() {
      void pursue(Infinity);
    },
    cancel() {
      if (!job) return;
      begin();
      fail({ kind: 'cancelled' });
    },
    hold(what) {
      if (what === held) return;
      held = what;
      const { status, stale } = store.getState();
      if (what === 'nothing' && (stale || status === 'idle')) void pursue(OPENING_LIMIT);
      // Hidden before the run, it was analysed with it.
      else if (what === 'run' && status === 'idle') void pursue(OPENING_LIMIT);
    },
    dispose() {
      unsubscribe();
      begin();
    },
  };
}

/** Gathers the progress of a run and passes it on once a frame: workers may report far more often than that. */
function createLiveLog(clock: Clock, flush: (progress: RunProgress, events: readonly RunEvent[]) => void) {
  let gathered: RunEvent[] = [];
  let latest: RunProgress | null = null;
  let cancel: (() => void) | null = null;
  return {
    push(progress: RunProgress): void {
      if (progress.events) gathered.push(...progress.events);
      latest = progress;
      cancel ??= clock.onFrame(() => {
        cancel = null;
        const events = gathered;
        gathered = [];
        if (latest) flush(latest, events);
      });
    },
    stop(): void {
      cancel?.();
    },
  };
}

function finished(report: RunReport, subject: RunSubject): Partial<RunState> {
  return { status: 'done', stale: false, progress: null, report, events: report.events, subject };
}

function toRequest({ scenario, block }: RunSubject): RunRequest {
  return { block, settings: scenario.settings, ...drawnLanes(scenario) };
}

interface Runnable {
  readonly scenario: RunSubject['scenario'];
  readonly block: RunSubject['block'] | null;
}

/** Neither the title nor the note changes what a run gives. */
function sameRun(a: Runnable, b: Runnable): boolean {
  const [x, y] = [a.scenario, b.scenario];
  return a.block === b.block && x.settings === y.settings && x.pins === y.pins && x.laneOrder === y.laneOrder;
}

/** The analysis depends on how fees and credits are counted, on nothing else of the settings. */
function sameAnalysis(a: RunSubject, b: RunSubject): boolean {
  const key = ({ fees, credits }: RunSettings): string => `${fees} ${credits}`;
  return a.block === b.block && key(a.scenario.settings) === key(b.scenario.settings);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
