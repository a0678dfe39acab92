import { createStore, type StoreApi } from 'zustand/vanilla';
import { puzzles as texts } from '#texts/puzzles.ts';
import { grade, type Stars } from '../../puzzles/grade.ts';
import type { Puzzle } from '../../puzzles/puzzle.ts';
import type { PuzzleRecord } from '../../puzzles/puzzle-records.ts';
import { type SolvedPuzzle, withPlacement } from '../../puzzles/solved-puzzle.ts';
import type { RunReport } from '../../model/run.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Control } from '../../lessons/lesson.ts';
import { type App, GUIDE_KEY } from '../app.ts';
import { clearPins } from '../edits.ts';
import { CONTROLS } from '../../lessons/lesson.ts';
import type { OpenDocument } from '../document.ts';

/** What a run of the cards as they lie gave. */
export interface Attempt {
  readonly makespan: number;
  readonly stars: Stars;
  /** Whether the result was that of serial execution; only then are there stars. */
  readonly equal: boolean;
}

export interface PuzzlePlayState {
  /** The puzzle's document is the one on screen. */
  readonly onScreen: boolean;
  /** Cards that are on no lane yet. */
  readonly unplaced: number;
  /** Placements of all cards that were run. */
  readonly attempts: number;
  /** Of the cards as they lie now; null while some are on no lane, or until they have been run. */
  readonly attempt: Attempt | null;
  /** The cards lie as the solution has them, by request. */
  readonly showsSolution: boolean;
  readonly best: PuzzleRecord | null;
  /** Hints asked for. */
  readonly hints: number;
}

/**
 * A puzzle being played: its document, what may be done to it, and what the runs are worth. It lasts as long as it is what
 * guides (`ViewState.guide`); when nothing guides any more, the document that was open before comes back.
 */
export interface PuzzlePlay {
  readonly store: StoreApi<PuzzlePlayState>;
  /** Something else guides by now. */
  readonly over: () => boolean;
  askHint(): void;
  /** Takes all cards off the lanes. */
  reset(): void;
  /** Puts the cards where the stored optimum has them, which counts for no stars. */
  showSolution(): void;
  /** Puts them back to where they were before. */
  takeBack(): void;
  /** Opens the puzzle's document again when another one was opened. */
  comeBack(): void;
}

/** The document that was open before the first of several guides, to be brought back. */
const before = new WeakMap<App, OpenDocument>();

const UNLOCKED: ReadonlySet<Control> = new Set(['run', 'place', 'playback']);
const LOCKED: ReadonlySet<Control> = new Set(CONTROLS.filter((control) => !UNLOCKED.has(control)));
const NOTHING: ReadonlySet<Control> = new Set();

export function playPuzzle(
  app: App,
  puzzle: Puzzle,
  solved: SolvedPuzzle,
  records: { readonly best: PuzzleRecord | null; readonly onBest: (record: PuzzleRecord) => void },
): PuzzlePlay {
  const key = `${GUIDE_KEY}puzzle/${puzzle.id}`;
  const scenario = puzzle.scenario();
  const solution = withPlacement(scenario, solved.solution.placement);
  /** Where the cards lay when the solution was asked for. */
  let mine: Pick<Scenario, 'pins' | 'laneOrder'> | null = null;
  let counted: RunReport | null = null;
  const store = createStore<PuzzlePlayState>(() => ({
    onScreen: false,
    unplaced: scenario.transactions.length,
    attempts: 0,
    attempt: null,
    showsSolution: false,
    best: records.best,
    hints: 0,
  }));
  let over = false;

  const put = (label: string, { pins, laneOrder }: Pick<Scenario, 'pins' | 'laneOrder'>): void =>
    app.edit(label, (now) => ({ ...now, pins, laneOrder }));

  const tell = (): void => {
    const { best } = store.getState();
    const { id, title } = puzzle;
    app.tellProgress({
      kind: 'puzzle',
      id,
      title,
      best: best && { ...best, optimum: solved.solution.makespan },
    });
  };

  const followDocument = (): void => {
    const document = app.document.getState();
    const onScreen = document.key === key;
    if (onScreen !== store.getState().onScreen) app.setLocked(onScreen ? LOCKED : NOTHING);
    if (!onScreen) {
      store.setState({ onScreen });
      return;
    }
    const { pins, transactions } = document.scenario;
    const unplaced = transactions.filter(({ id }) => pins[id] === undefined).length;
    const showsSolution = mine !== null && samePlacement(document.scenario, solution);
    if (mine !== null && !showsSolution) mine = null;
    store.setState({ onScreen, unplaced, showsSolution, attempt: null });
  };

  const followRun = (): void => {
    const { status, stale, report, subject } = app.run.getState();
    const { scenario: now, key: open } = app.document.getState();
    if (open !== key || status !== 'done' || stale || !report || report === counted || subject?.scenario !== now)
      return;
    const { unplaced, attempts, showsSolution, best } = store.getState();
    if (unplaced > 0) return;
    counted = report;
    const { makespan } = report.metrics;
    const stars = report.check.equal && !showsSolution ? grade(solved, makespan) : 0;
    store.setState({
      attempt: { makespan, stars, equal: report.check.equal },
      attempts: attempts + (showsSolution ? 0 : 1),
    });
    if (stars === 0 || (best && best.makespan <= makespan)) return;
    const record = { stars, makespan };
    store.setState({ best: record });
    records.onBest(record);
    tell();
  };

  const opened = app.document.getState();
  if (!opened.key.startsWith(GUIDE_KEY)) before.set(app, { key: opened.key, scenario: opened.scenario });
  app.setGuard({
    mayChange(from, to) {
      if (app.document.getState().key !== key || onlyPlaces(from, to)) return true;
      app.notify({ kind: 'info', title: texts.onlyPlacing, message: texts.onlyPlacingText });
      return false;
    },
    mayRun: () => true,
  });
  const leave = (): void => {
    over = true;
    for (const stop of unsubscribe) stop();
    app.setGuard(null);
    app.setLocked(NOTHING);
    const earlier = before.get(app);
    if (app.view.getState().guide !== null || app.document.getState().key !== key || !earlier) return;
    before.delete(app);
    app.open(earlier.scenario, earlier.key);
    app.setLanesView('timeline');
  };
  const guides = (): boolean => {
    const { guide } = app.view.getState();
    return guide?.kind === 'puzzle' && guide.id === puzzle.id;
  };
  const unsubscribe = [
    app.document.subscribe(followDocument),
    app.run.subscribe(followRun),
    app.view.subscribe(() => {
      if (!guides()) leave();
    }),
  ];
  const open = (): void => {
    if (app.document.getState().key !== key) app.open(scenario, key);
    app.setLanesView('board');
    followDocument();
  };
  open();
  tell();

  return {
    store,
    over: () => over,
    askHint: () => store.setState(({ hints }) => ({ hints: hints + 1 })),
    reset: () => app.edit(texts.edits.reset, clearPins),
    showSolution() {
      const { pins, laneOrder } = app.document.getState().scenario;
      mine ??= { pins, laneOrder };
      put(texts.edits.solution, solution);
    },
    takeBack() {
      const back = mine;
      mine = null;
      if (back) put(texts.edits.back, back);
    },
    comeBack: open,
  };
}

function samePlacement(a: Scenario, b: Scenario): boolean {
  const text = ({ laneOrder }: Scenario): string => JSON.stringify(laneOrder);
  return text(a) === text(b);
}

/** Nothing but where the cards lie is another. */
function onlyPlaces(from: Scenario, to: Scenario): boolean {
  return [...new Set([...Object.keys(from), ...Object.keys(to)])].every(
    (field) =>
      field === 'pins' || field === 'laneOrder' || from[field as keyof Scenario] === to[field as keyof Scenario],
  );
}
