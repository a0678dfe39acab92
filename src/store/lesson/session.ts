import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer } from '../../lessons/answer.ts';
import { holds } from '../../lessons/evaluate.ts';
import { type Grade, grade } from '../../lessons/grade.ts';
import { hiddenIn } from '../../lessons/hidden.ts';
import {
  type ChangeStep,
  comparedSteps,
  CONTROLS,
  type Control,
  type Lesson,
  type Step,
} from '../../lessons/lesson.ts';
import {
  goBack,
  goOn,
  goTo,
  isDone,
  lockAnswer,
  type Progress,
  recordAttempt,
  recordDone,
  recordGrade,
  startProgress,
  takeHint,
} from '../../lessons/progress.ts';
import { type Evidence, indexOfRef, locationNamed, type Scene } from '../../lessons/scene.ts';
import { startScenario, type FindExample } from '../../lessons/start.ts';
import type { Paragraph } from '../../lessons/text.ts';
import { txIndex } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import { type App, GUIDE_KEY } from '../app.ts';
import type { Clock } from '../clock.ts';
import { NO_MARKS } from '../marks.ts';
import { applyAction } from './apply-action.ts';
import { controlsBetween } from './controls.ts';
import { answerFromMarks, marksOf, type Prediction, sameMarks } from './lesson-marks.ts';
import { playWithPauses } from './play-with-pauses.ts';
import { isSettled, sceneNow } from './scene-now.ts';
import { enterStep, scenarioAt } from './step-scenario.ts';
import { createWhatIfs } from './what-ifs.ts';

export interface SessionState {
  readonly progress: Progress;
  /** The prediction being made; null: nothing said yet. */
  readonly draft: Answer | null;
  /** The step's own task is done, or it has none. */
  readonly done: boolean;
  /** Of a change step: which goals are reached. */
  readonly goals: readonly boolean[];
  /** Of a change step: what to say to what was tried. */
  readonly feedback: Paragraph | null;
  /** Of a compare step, as soon as the run is there. */
  readonly predictions: readonly Prediction[];
  /** Another document is on screen than the lesson's: nothing is locked in it. */
  readonly away: boolean;
  /** Actions of the solution played back so far; null: none is being played. */
  readonly replayed: number | null;
  /** The control that was last refused, and how often anything was. */
  readonly refused: { readonly control: Control; readonly times: number } | null;
  /** Rises with everything that texts with figures depend on. */
  readonly version: number;
}

/** A lesson in progress on the page: keeps document, locks and marks as each step wants them, and sees what the user does. */
export interface LessonSession {
  readonly lesson: Lesson;
  readonly store: StoreApi<SessionState>;
  /** What the step's texts and conditions are about. */
  evidence(): Evidence;
  say(answer: Answer | null): void;
  /** Locks in what was said. */
  lock(): void;
  hint(): void;
  run(): void;
  /** Plays the solution back, from the step's beginning. */
  showSolution(): void;
  /** The step's beginning again. */
  resetStep(): void;
  next(): void;
  back(): void;
  goTo(step: number): void;
  restart(): void;
  /** To the lesson's block, from another document. */
  comeBack(): void;
  /** Tells that a locked control was tried. */
  refuse(control: Control): void;
  /** Ends it: back to the document that was open before, or on with the block as a document of one's own. */
  leave(to: 'before' | 'block'): void;
  dispose(): void;
  /** It has been left, or something else guides now. */
  ended(): boolean;
}

export interface SessionDeps {
  readonly app: App;
  readonly lesson: Lesson;
  /** As the guide calls it; own lessons have another than in their file. */
  readonly id: string;
  /** Where somebody was; null: at the beginning. */
  readonly progress: Progress | null;
  readonly onProgress: (progress: Progress) => void;
  readonly findExample: FindExample;
  readonly clock: Clock;
  /** Motion is unwelcome. */
  readonly calm: () => boolean;
}

/** Milliseconds between two actions of a solution. */
const REPLAY_MS = 900;

/** The document to go back to, while lessons follow one another. */
const homes = new WeakMap<App, { readonly key: string; readonly scenario: Scenario }>();

export function createLessonSession(deps: SessionDeps): LessonSession {
  const { app, lesson, findExample, clock } = deps;
  const home = app.document.getState();
  if (!home.key.startsWith(GUIDE_KEY)) homes.set(app, { key: home.key, scenario: home.scenario });

  const store = createStore<SessionState>(() => ({
    progress: deps.progress ?? startProgress(lesson),
    draft: null,
    done: false,
    goals: [],
    feedback: null,
    predictions: [],
    away: false,
    replayed: null,
    refused: null,
    version: 0,
  }));
  /** The document as each step was left, to come back to. */
  const left = new Map<number, Scenario>();
  let begun: Scenario = home.scenario;
  /** The lesson's document as it was last on screen. */
  let latest: Scenario = home.scenario;
  let start: Scene | null = null;
  /** What was judged last: the same isn't an attempt twice. */
  let judged: Scenario | null = null;
  let reportAtEntry = app.run.getState().report;
  /** The lesson itself is at work on the document. */
  let own = false;
  let stopReplay: () => void = () => {};
  let stopPlayback: () => void = () => {};
  const whatIfs = createWhatIfs(app.compare, () => look());

  const step = (): Step => lesson.steps[store.getState().progress.step] as Step;
  const blockOf = (index: number): number =>
    Math.max(
      0,
      lesson.steps.slice(0, index + 1).findLastIndex((s) => s.scenario),
    );
  const keyOf = (index: number): string => `${GUIDE_KEY}lesson/${deps.id}/${blockOf(index)}`;
  const isAway = (): boolean => app.document.getState().key !== keyOf(store.getState().progress.step);
  const unlocked = (): ReadonlySet<Control> => {
    const { progress, away } = store.getState();
    if (progress.finished || away) return new Set(CONTROLS);
    const { kind, unlock = [] } = step();
    const needed: Record<Step['kind'], readonly Control[]> = {
      explain: [],
      predict: [],
      run: ['run', 'playback'],
      compare: ['playback'],
      change: ['run', 'playback'],
    };
    return new Set([...unlock, ...needed[kind]]);
  };

  const byItself = (work: () => void): void => {
    own = true;
    try {
      work();
    } finally {
      own = false;
    }
  };
  const setProgress = (progress: Progress): void => {
    if (progress === store.getState().progress) return;
    store.setState({ progress });
    deps.onProgress(progress);
    tell();
  };
  const tell = (): void => {
    const { progress } = store.getState();
    app.tellProgress({
      kind: 'lesson',
      id: deps.id,
      title: lesson.title,
      step: progress.step + 1,
      steps: lesson.steps.length,
      answers: progress.answers,
      graded: progress.graded,
    });
  };

  const asking = (): unknown => {
    const now = step();
    return now.kind === 'compare' ? comparedSteps(lesson, now) : now;
  };
  const evidence = (): Evidence => {
    const now = sceneNow(app);
    return { now, start, whatIf: whatIfs.of(now, asking()) };
  };

  /** The predictions that the step shows: those it compares, or those that the next compare step will. */
  const predictionsNow = (seen: Evidence): readonly Prediction[] => {
    const { progress } = store.getState();
    const now = step();
    const next = lesson.steps.slice(progress.step).find((later) => later.kind === 'compare');
    if (next?.kind !== 'compare') return [];
    return comparedSteps(lesson, next).flatMap((asked): Prediction[] => {
      const answer = progress.answers[asked.id] ?? null;
      if (!answer) return [];
      const verdict: Grade | null = now === next ? grade(asked, answer, seen) : null;
      return [{ step: asked, answer, grade: verdict }];
    });
  };

  function drawMarks(seen: Evidence, predictions: readonly Prediction[]): void {
    const { draft } = store.getState();
    const now = step();
    const open = now.kind === 'predict' && !isDone(now, store.getState().progress);
    const shown = open ? [{ step: now, answer: draft, grade: null }] : predictions;
    const marks = marksOf(now, shown, seen.now, open);
    if (!sameMarks(marks, app.view.getState().marks)) byItself(() => app.setMarks(marks));
  }

  /** Looks at what is on screen and draws its conclusions. */
  function look(): void {
    // While a document is being opened the run before is gone and the next hasn't begun: that isn't to be taken for rest.
    if (own) return;
    const away = isAway();
    if (away !== store.getState().away) {
      store.setState({ away });
      setLocks();
    }
    if (away) {
      app.setMarks(NO_MARKS);
      return;
    }
    latest = app.document.getState().scenario;
    if (!start && isSettled(app) && app.document.getState().scenario === begun) begin();
    const seen = evidence();
    const now = step();
    let { progress } = store.getState();
    if (now.kind === 'run' && !isDone(now, progress)) {
      const { report } = seen.now;
      if ((report && report !== reportAtEntry) || (seen.now.refused && isSettled(app))) {
        setProgress(recordDone(progress, now.id, 'self'));
        app.hold('nothing');
        if (report) playBack(now);
      }
    }
    const predictions = predictionsNow(seen);
    for (const { step: asked, grade: verdict } of predictions) {
      if (verdict) setProgress(recordGrade(store.getState().progress, asked.id, verdict.right));
    }
    if (now.kind === 'change') judge(now, seen);
    progress = store.getState().progress;
    drawMarks(seen, predictions);
    store.setState(({ version }) => ({ predictions, done: isDone(now, progress), version: version + 1 }));
  }

  /** The step's first run, or what there is without one, is there. */
  function begin(): void {
    start = sceneNow(app);
    const { moment, select } = step();
    const end = start.report?.events.at(-1)?.at ?? 0;
    if (moment) app.seek(moment.at * end);
    if (select && 'tx' in select) {
      const tx = indexOfRef(start.scenario, select.tx);
      if (tx >= 0) app.select([txIndex(tx)]);
    }
    const location = select && 'location' in select ? locationNamed(start, select.location) : undefined;
    if (location !== undefined) app.selectLocation(location);
  }

  function judge(change: ChangeStep, seen: Evidence): void {
    if (!isSettled(app)) return;
    const goals = change.goals.map(({ when }) => holds(seen, when) === true);
    const { scenario } = seen.now;
    const { progress, replayed } = store.getState();
    const tried = scenario !== begun && scenario !== judged;
    const wrong = change.wrongPaths.find(({ when }) => scenario !== begun && holds(seen, when) === true);
    const reached = goals.every(Boolean);
    store.setState({ goals, feedback: reached ? null : (wrong?.text ?? null) });
    if (reached) setProgress(recordDone(progress, change.id, replayed === null ? 'self' : 'shown'));
    else if (tried && replayed === null) setProgress(recordAttempt(progress, change.id));
    judged = scenario;
  }

  function playBack(now: Extract<Step, { kind: 'run' }>): void {
    stopPlayback();
    if (!now.playback || deps.calm()) return;
    stopPlayback = playWithPauses(app, now.playback);
  }

  function setLocks(): void {
    const free = unlocked();
    app.setLocked(new Set(CONTROLS.filter((control) => !free.has(control))));
  }

  /** Makes the page what the step wants. `scenario`: the document to begin it with. */
  function enter(scenario: Scenario): void {
    stopReplay();
    stopPlayback();
    const { progress } = store.getState();
    const now = step();
    begun = scenario;
    start = null;
    judged = scenario;
    store.setState({ draft: null, goals: [], feedback: null, replayed: null, refused: null, away: false });
    const hidden = hiddenIn(lesson, progress.step);
    const run = lesson.steps.slice(progress.step).find(({ kind }) => kind === 'run');
    const hold = run && isDone(run, progress) ? 'nothing' : hidden;
    if (hold !== 'nothing') app.hold(hold);
    reportAtEntry = isDone(now, progress) ? null : app.run.getState().report;
    const { key, scenario: open } = app.document.getState();
    byItself(() => {
      if (key !== keyOf(progress.step)) app.open(scenario, keyOf(progress.step));
      else if (scenario !== open) app.edit(now.title, () => scenario);
    });
    if (hold === 'nothing') app.hold(hold);
    const lanesView = now.views?.find((view) => view === 'board' || view === 'timeline');
    if (lanesView) app.setLanesView(lanesView);
    const panel = now.views?.find((view) => view === 'block' || view === 'inspector');
    if (panel) app.bring(panel);
    setLocks();
    look();
  }

  /** After the step has changed. `forward`: on from the document as it is. */
  function arrive(from: number, forward: boolean): void {
    const { progress } = store.getState();
    const to = progress.step;
    left.set(from, latest);
    const on = forward && to === from + 1 && !isAway();
    const kept = left.get(to);
    if (kept && !(on && to > from)) enter(kept);
    else if (on || (forward && to === from + 1)) enter(enterStep(left.get(from) ?? begun, step(), findExample));
    else enter(scenarioAt(lesson, to, findExample));
  }

  const move = (progress: Progress, forward: boolean): void => {
    const from = store.getState().progress.step;
    if (progress === store.getState().progress) return;
    const away = isAway();
    setProgress(progress);
    if (progress.step === from) {
      // Finished: all is open.
      setLocks();
      app.hold('nothing');
      look();
      return;
    }
    arrive(from, forward && !away);
  };

  function replay(): void {
    const now = step();
    if (now.kind !== 'change') return;
    stopReplay();
    store.setState({ replayed: 0, feedback: null });
    byItself(() => app.edit(now.title, () => begun));
    look();
    const pause = deps.calm() ? 0 : REPLAY_MS;
    const play = (done: number): void => {
      const action = now.solution[done];
      if (!action || store.getState().replayed === null) return;
      byItself(() => app.edit(now.title, (scenario) => applyAction(scenario, action, sceneNow(app).analysis?.graph)));
      if (action.do === 'run') byItself(app.startRun);
      store.setState({ replayed: done + 1 });
      look();
      stopReplay = clock.after(pause, () => play(done + 1));
    };
    stopReplay = clock.after(pause, () => play(0));
  }

  const refuse = (control: Control): void => {
    store.setState(({ refused }) => ({ refused: { control, times: (refused?.times ?? 0) + 1 } }));
  };

  app.setGuard({
    mayChange(before, after) {
      if (own || store.getState().away || isAway()) return true;
      const free = unlocked();
      const locked = [...controlsBetween(before, after)].find((control) => !free.has(control));
      if (locked === undefined) return true;
      refuse(locked);
      return false;
    },
    mayRun() {
      if (own || isAway() || unlocked().has('run')) return true;
      refuse('run');
      return false;
    },
  });
  const stops = [
    app.run.subscribe(look),
    app.document.subscribe(({ scenario, key }, before) => {
      if (!key.startsWith(GUIDE_KEY)) homes.set(app, { key, scenario });
      if (scenario !== before.scenario || key !== before.key) look();
    }),
    app.view.subscribe(({ marks, guide }, before) => {
      if (guide !== before.guide && (guide?.kind !== 'lesson' || guide.id !== deps.id)) {
        dispose();
        return;
      }
      if (marks === before.marks || marks.asks === null || own) return;
      const draft = answerFromMarks(marks);
      if (JSON.stringify(draft) !== JSON.stringify(store.getState().draft)) store.setState({ draft });
    }),
  ];
  let disposed = false;
  function dispose(): void {
    if (disposed) return;
    disposed = true;
    stopReplay();
    stopPlayback();
    for (const stop of stops) stop();
    app.setGuard(null);
    app.setMarks(NO_MARKS);
    app.setLocked(new Set());
    app.hold('nothing');
  }

  const session: LessonSession = {
    lesson,
    store,
    evidence,
    say(answer) {
      store.setState({ draft: answer });
      drawMarks(evidence(), store.getState().predictions);
    },
    lock() {
      const { draft, progress } = store.getState();
      if (!draft) return;
      setProgress(lockAnswer(progress, step(), draft));
      look();
    },
    hint: () => setProgress(takeHint(store.getState().progress, step())),
    run: () => byItself(app.startRun),
    showSolution: replay,
    resetStep: () => enter(begun),
    next: () => move(goOn(lesson, store.getState().progress), true),
    back: () => move(goBack(store.getState().progress), false),
    goTo: (index) => move(goTo(store.getState().progress, index), false),
    restart() {
      left.clear();
      setProgress(startProgress(lesson));
      enter(scenarioAt(lesson, 0, findExample));
    },
    comeBack() {
      byItself(() => app.open(latest, keyOf(store.getState().progress.step)));
      look();
    },
    refuse,
    leave(to) {
      const { scenario } = app.document.getState();
      const before = homes.get(app);
      const away = isAway();
      dispose();
      app.setGuide(null);
      if (away) return;
      if (to === 'before' && before) app.open(before.scenario, before.key);
      else app.open(scenario);
    },
    dispose,
    ended: () => disposed,
  };

  const at = store.getState().progress.step;
  enter(
    at === 0
      ? enterStep(startScenario(lesson.scenario, findExample), step(), findExample)
      : scenarioAt(lesson, at, findExample),
  );
  tell();
  return session;
}
