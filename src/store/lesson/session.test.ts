import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { progressFrom, type Progress } from '../../lessons/progress.ts';
import { changesLesson, predictionsLesson } from '../../lessons/test-support/index.ts';
import { plainText } from '../../lessons/text.ts';
import { txIndex } from '../../model/ids.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import type { App } from '../app.ts';
import { setLanes } from '../edits.ts';
import { createTestApp } from '../test-support/test-app.ts';
import { applyAction } from './apply-action.ts';
import { sceneNow } from './scene-now.ts';
import { createLessonSession, type LessonSession } from './session.ts';

let open: App | null = null;
afterEach(() => open?.dispose());

function begin(lesson: Lesson, progress: Progress | null = null) {
  const { app, clock } = createTestApp({ runner: createLocalRunner() });
  open = app;
  const kept: { progress: Progress | null } = { progress: null };
  app.setGuide({ kind: 'lesson', id: lesson.id });
  const session = createLessonSession({
    app,
    lesson,
    id: lesson.id,
    progress,
    onProgress: (next) => {
      kept.progress = next;
    },
    findExample: (id) => EXAMPLES.find((example) => example.id === id),
    clock,
    calm: () => true,
  });
  return { app, session, clock, kept };
}

/** However busy the machine is. */
const soon = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 30_000 });
const stepOf = (session: LessonSession) => session.lesson.steps[session.store.getState().progress.step]?.id;
const idle = (app: App) => soon(() => expect(app.run.getState().status).toBe('idle'));
const ran = (app: App) => soon(() => expect(sceneNow(app).report).not.toBeNull());

/** All predictions of the lesson, each as its test says. */
function predict(session: LessonSession, app: App): void {
  session.next();
  session.say({ kind: 'choice', option: 'nobody' });
  session.lock();
  session.next();
  session.say({ kind: 'number', number: 100_000 });
  session.lock();
  session.next();
  for (const tx of [0, 1]) app.mark({ tx: txIndex(tx) });
  session.lock();
  session.next();
  session.say({ kind: 'locations', locations: [] });
  session.lock();
  session.next();
  app.mark({ lane: 2 });
  session.lock();
  session.next();
}

describe('a lesson on the page', () => {
  it('hides the run until it is run by hand, and draws the predictions over it', async () => {
    const { app, session, kept } = begin(predictionsLesson);
    await idle(app);
    expect(app.run.getState()).toMatchObject({ report: null });
    expect(app.run.getState().analysis).not.toBeNull();
    predict(session, app);
    expect(stepOf(session)).toBe('run');
    expect(app.view.getState().marks.transactions).toEqual(
      new Map([
        [0, 'marked'],
        [1, 'marked'],
      ]),
    );
    session.next();
    expect(stepOf(session)).toBe('run');
    app.startRun();
    await ran(app);
    expect(session.store.getState().done).toBe(true);
    session.next();
    expect(session.store.getState().progress.graded).toEqual({
      'which-option': false,
      'how-long': false,
      'mark-cards': false,
      'mark-places': false,
      'mark-lanes': true,
    });
    const { marks } = app.view.getState();
    expect(marks.transactions).toEqual(
      new Map([
        [1, 'right'],
        [2, 'missed'],
        [0, 'wrong'],
      ]),
    );
    expect(marks.lanes).toEqual(new Map([[2, 'right']]));
    expect([...marks.locations.values()]).toEqual(['missed']);
    session.next();
    expect(session.store.getState().progress.finished).toBe(true);
    expect(app.view.getState().locked.size).toBe(0);
    expect(progressFrom(predictionsLesson, JSON.parse(JSON.stringify(kept.progress)))).toEqual(kept.progress);
  });

  it('keeps all else locked, and says what was refused', async () => {
    const { app, session } = begin(predictionsLesson);
    await idle(app);
    const before = app.document.getState().scenario;
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    expect(app.document.getState().scenario).toBe(before);
    expect(session.store.getState().refused).toEqual({ control: 'lanes', times: 1 });
    app.startRun();
    expect(session.store.getState().refused).toEqual({ control: 'run', times: 2 });
    expect(app.view.getState().locked.has('engine')).toBe(true);
    expect(app.run.getState().status).toBe('idle');
  });

  it('judges what is changed: goals, wrong paths, and the solution shown', async () => {
    const { app, session, clock } = begin(changesLesson);
    await ran(app);
    const { store } = session;
    expect(store.getState().goals).toEqual([false, true]);
    app.edit('16 lanes', (scenario) => setLanes(scenario, 16));
    await ran(app);
    expect(plainText(store.getState().feedback ?? [])).toContain('wait for the same slot');
    expect(store.getState().progress.attempts).toEqual({ 'fix-the-contract': 1 });
    session.resetStep();
    await ran(app);
    app.edit('fix', (scenario) =>
      applyAction(scenario, { do: 'replace-contract', name: 'Drop', library: 'drop-ranges', storage: {} }),
    );
    await ran(app);
    expect(store.getState()).toMatchObject({ goals: [true, true], done: true, feedback: null });
    expect(store.getState().progress.done).toEqual({ 'fix-the-contract': 'self' });

    session.next();
    await ran(app);
    expect(app.document.getState().scenario.settings).toMatchObject({ engine: 'lanes', lanes: 3 });
    session.showSolution();
    clock.advance(10);
    await ran(app);
    await soon(() => expect(store.getState().done).toBe(true));
    expect(store.getState().progress.done).toMatchObject({ arrange: 'shown' });
    session.back();
    await ran(app);
    expect(app.document.getState().scenario.contracts[0]?.contract).toEqual({ library: 'drop-ranges' });
  });

  it('goes on where one was, with all before it done', async () => {
    const first = begin(changesLesson);
    await ran(first.app);
    const progress: Progress = { ...first.session.store.getState().progress, step: 1, furthest: 1 };
    first.app.dispose();
    const { app, session } = begin(changesLesson, progress);
    await ran(app);
    expect(stepOf(session)).toBe('arrange');
    expect(app.document.getState().scenario.settings.lanes).toBe(3);
  });

  it('leaves the document that was open as it was', async () => {
    const { app, session } = begin(changesLesson);
    await ran(app);
    app.undo();
    expect(app.document.getState().key).toBe('first');
    expect(session.store.getState().away).toBe(true);
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    expect(app.document.getState().scenario.settings.lanes).toBe(8);
    session.comeBack();
    expect(session.store.getState().away).toBe(false);
    session.leave('before');
    expect(app.document.getState()).toMatchObject({ key: 'first', scenario: { settings: { lanes: 8 } } });
    expect(app.view.getState()).toMatchObject({ guide: null });
    app.edit('2 lanes', (scenario) => setLanes(scenario, 2));
    expect(app.document.getState().scenario.settings.lanes).toBe(2);
  });
});
