import { describe, expect, test } from 'vitest';
import { txIndex } from '../model/ids.ts';
import { GUIDE_KEY } from './app.ts';
import { setLanes } from './edits.ts';
import { NO_MARKS } from './marks.ts';
import { createNewScenario } from './new-scenario.ts';
import { analysisOf } from './test-support/scripted-runner.ts';
import { createTestApp, settled } from './test-support/test-app.ts';

const done = <T>(value: T) => ({ kind: 'done', value }) as const;

describe('what a lesson or puzzle may ask of the app', () => {
  test('a run put off waits until it is wanted; the analysis doesn’t', async () => {
    const { app, runner } = createTestApp();
    app.hold('run');
    app.open(createNewScenario(), `${GUIDE_KEY}a`);
    await runner.analyses.at(-1)?.settle(done(analysisOf(1)));
    expect(runner.runs).toHaveLength(0);
    expect(app.run.getState()).toMatchObject({ status: 'idle', report: null });
    app.startRun();
    await settled();
    expect(runner.runs).toHaveLength(1);
  });

  test('an analysis put off waits too, and comes when let go', async () => {
    const { app, runner } = createTestApp();
    app.hold('analysis');
    app.open(createNewScenario(), `${GUIDE_KEY}a`);
    const asked = runner.analyses.length;
    await settled();
    expect(app.run.getState()).toMatchObject({ status: 'idle', analysis: null });
    app.hold('nothing');
    expect(runner.analyses).toHaveLength(asked + 1);
  });

  test('a guard refuses edits, undo and runs, and never another document', () => {
    const { app } = createTestApp();
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    const asked: number[] = [];
    app.setGuard({
      mayChange(before, after) {
        asked.push(before.settings.lanes, after.settings.lanes);
        return false;
      },
      mayRun: () => false,
    });
    app.edit('2 lanes', (scenario) => setLanes(scenario, 2));
    app.undo();
    expect(asked).toEqual([8, 2, 8, 4]);
    expect(app.document.getState().scenario.settings.lanes).toBe(8);
    app.startRun();
    app.openNew();
    expect(app.document.getState().key).not.toBe('first');
    app.setGuard(null);
    app.edit('2 lanes', (scenario) => setLanes(scenario, 2));
    expect(app.document.getState().scenario.settings.lanes).toBe(2);
  });

  test('its documents aren’t kept in storage, and undo brings back the one before', async () => {
    const { app, storage } = createTestApp();
    app.open(createNewScenario(), `${GUIDE_KEY}a`);
    app.edit('2 lanes', (scenario) => setLanes(scenario, 2));
    await app.saved();
    expect([...storage.values.keys()].filter((key) => key.includes(GUIDE_KEY))).toEqual([]);
    expect(storage.values.get('lanewise/last')).toBeUndefined();
    app.undo();
    app.undo();
    expect(app.document.getState().key).toBe('first');
  });

  test('marks are set and taken away where they are asked for', () => {
    const { app } = createTestApp();
    app.mark({ tx: txIndex(1) });
    expect(app.view.getState().marks).toBe(NO_MARKS);
    app.setMarks({ ...NO_MARKS, asks: 'transactions' });
    app.mark({ tx: txIndex(1) });
    app.mark({ tx: txIndex(2) });
    app.mark({ tx: txIndex(1) });
    app.mark({ lane: 0 });
    expect([...app.view.getState().marks.transactions]).toEqual([[2, 'marked']]);
    expect(app.view.getState().marks.lanes.size).toBe(0);
  });
});
