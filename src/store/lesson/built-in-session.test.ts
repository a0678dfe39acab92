import { describe, expect, it, vi } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import type { Answer } from '../../lessons/answer.ts';
import { BUILT_IN_LESSONS, loadBuiltIn } from '../../lessons/built-in.ts';
import type { PredictStep } from '../../lessons/lesson.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { createTestApp } from '../test-support/test-app.ts';
import { sceneNow } from './scene-now.ts';
import { createLessonSession } from './session.ts';

/** Some answer of the right kind: whether it is right doesn't matter here. */
function anAnswer({ answer }: PredictStep): Answer {
  switch (answer.kind) {
    case 'choice':
      return { kind: 'choice', option: answer.options[0]?.id ?? '' };
    case 'number':
      return { kind: 'number', number: 1 };
    case 'transactions':
      return { kind: 'transactions', transactions: [0] };
    case 'locations':
      return { kind: 'locations', locations: [] };
    case 'lanes':
      return { kind: 'lanes', lanes: [0] };
  }
}

/** Blocks of hundreds of transactions take their time on a machine that has other work. */
const waitFor = (reached: () => void) => vi.waitFor(reached, { timeout: 20_000 });

describe('the lessons that come with the page, as the page plays them', () => {
  it.each(BUILT_IN_LESSONS)(
    '$id: no run is done before it is asked for, every step can be done, the solutions get past the locks',
    async (builtIn) => {
      const lesson = await loadBuiltIn(builtIn);
      const { app, clock } = createTestApp({ runner: createLocalRunner() });
      app.setGuide({ kind: 'lesson', id: lesson.id });
      const session = createLessonSession({
        app,
        lesson,
        id: lesson.id,
        progress: null,
        onProgress: () => {},
        findExample: (id) => EXAMPLES.find((example) => example.id === id),
        clock,
        calm: () => true,
      });
      const { store } = session;
      const shown = (): string => JSON.stringify([store.getState().progress.step, store.getState().goals]);
      for (const [index, step] of lesson.steps.entries()) {
        expect(store.getState().progress.step).toBe(index);
        // Measured runs need workers.
        if (app.document.getState().scenario.settings.clock === 'measured') return app.dispose();
        await waitFor(() => expect(sceneNow(app).analysis !== null || step.hide === 'analysis').toBe(true));
        if (step.kind === 'predict') {
          session.say(anAnswer(step));
          session.lock();
        }
        if (step.kind === 'run') {
          expect(store.getState().done, `${step.id} is done before it is run`).toBe(false);
          app.startRun();
        }
        if (step.kind === 'change') {
          await waitFor(() => expect(sceneNow(app).report !== null || sceneNow(app).refused).toBe(true));
          expect(store.getState().done, `${step.id} is done before anything is changed`).toBe(false);
          session.showSolution();
          clock.advance(step.solution.length + 2);
        }
        await waitFor(() => expect(store.getState().done, `${step.id} can’t be done: ${shown()}`).toBe(true));
        if (step.kind === 'compare') {
          await waitFor(() => expect(store.getState().predictions.every(({ grade }) => grade !== null)).toBe(true));
        }
        session.next();
      }
      expect(store.getState().progress.finished).toBe(true);
      app.dispose();
    },
    60_000,
  );
});
