import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../model/events.ts';
import { txIndex } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { pinTransactions } from './edits/pins.ts';
import { analysisOf, reportOf } from './test-support/scripted-runner.ts';
import { createTestApp, settled } from './test-support/test-app.ts';

const done = <T>(value: T) => ({ kind: 'done', value }) as const;
const withPayments =
  (count: number) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    transactions: Array.from({ length: count }, (_, i) => ({
      id: `${i}`,
      kind: 'pay',
      from: 'alice',
      to: 'bob',
      value: 1n,
    })),
  });
const withLanes =
  (lanes: number) =>
  (scenario: Scenario): Scenario => ({
    ...scenario,
    settings: { ...scenario.settings, lanes },
  });
const committed = (at: number): RunEvent => ({ kind: 'committed', at, version: { tx: txIndex(0), incarnation: 0 } });

/** An app whose first document has been analysed and run: 10 ms each. */
async function afterFirstRun() {
  const test = createTestApp();
  await test.runner.analyses[0]?.settle(done(analysisOf(10)));
  test.clock.advance(10);
  await test.runner.runs[0]?.settle(done(reportOf(test.app.document.getState().scenario.settings, [committed(100)])));
  return test;
}

describe('analysis and run keep up with the document', () => {
  test('what is opened is analysed and run without being asked', async () => {
    const { app, runner } = createTestApp();
    expect(app.run.getState().status).toBe('analysing');
    await runner.analyses[0]?.settle(done(analysisOf(10)));
    expect(app.run.getState().status).toBe('running');
    await runner.runs[0]?.settle(done(reportOf(runner.runs[0].request.settings, [committed(100)])));
    expect(app.run.getState()).toMatchObject({ status: 'done', stale: false });
    expect(app.view.getState().time).toBe(100);
  });

  test('an edit of the block is analysed and, being short, run again', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('add 3', withPayments(3));
    expect(app.run.getState()).toMatchObject({ status: 'analysing', stale: true });
    await runner.analyses[1]?.settle(done(analysisOf(10)));
    expect(runner.runs[1]?.request.block.transactions.length).toBe(3);
    await runner.runs[1]?.settle(done(reportOf(runner.runs[1].request.settings, [])));
    expect(app.run.getState().stale).toBe(false);
  });

  test('opening another document takes the picture of the one before away; undo brings it back and runs it again', async () => {
    const { app, runner } = await afterFirstRun();
    app.openNew();
    expect(app.run.getState()).toMatchObject({ report: null, events: [], analysis: null, stale: false });
    expect(app.view.getState().time).toBe(0);
    app.undo();
    await runner.analyses[2]?.settle(done(analysisOf(400)));
    expect(runner.runs.length).toBe(2);
  });

  test('another number of lanes needs no new analysis', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('2 lanes', withLanes(2));
    await settled();
    expect(runner.analyses.length).toBe(1);
    expect(runner.runs[1]?.request.settings.lanes).toBe(2);
  });

  test('paying fees one by one needs one', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('naive', (s) => ({ ...s, settings: { ...s.settings, fees: 'naive' } }));
    expect(runner.analyses.length).toBe(2);
    expect(runner.analyses[1]?.settings.fees).toBe('naive');
  });

  test('a new title runs nothing', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('title', (s) => ({ ...s, title: 'other' }));
    await settled();
    expect([runner.analyses.length, runner.runs.length]).toEqual([1, 1]);
    expect(app.run.getState().stale).toBe(false);
  });

  test('a long run is not started: it is stale until asked for', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('add many', withPayments(500));
    await runner.analyses[1]?.settle(done(analysisOf(2000)));
    expect(app.run.getState()).toMatchObject({ status: 'idle', stale: true });
    expect(runner.runs.length).toBe(1);
    app.startRun();
    await settled();
    expect(runner.runs.length).toBe(2);
    expect(runner.analyses.length).toBe(2);
  });

  test('undoing back to what was run makes it current again', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('add many', withPayments(500));
    await runner.analyses[1]?.settle(done(analysisOf(2000)));
    app.undo();
    await runner.analyses[2]?.settle(done(analysisOf(10)));
    await runner.runs[1]?.settle(done(reportOf(runner.runs[1].request.settings, [])));
    expect(app.run.getState().stale).toBe(false);
  });

  test('a measured run waits to be asked for', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('measured', (s) => ({ ...s, settings: { ...s.settings, clock: 'measured' } }));
    await settled();
    expect(app.run.getState()).toMatchObject({ status: 'idle', stale: true });
    expect(runner.runs.length).toBe(1);
  });
});

describe('the latest wins', () => {
  test('an edit calls off the analysis under way, and what comes of it is dropped', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('1', withPayments(1));
    app.edit('2', withPayments(2));
    expect(runner.analyses[1]?.cancelled).toBe(true);
    await runner.analyses[1]?.settle(done(analysisOf(1)));
    expect(app.run.getState().status).toBe('analysing');
    expect(runner.runs.length).toBe(1);
    await runner.analyses[2]?.settle(done(analysisOf(1)));
    expect(runner.runs[1]?.request.block.transactions.length).toBe(2);
  });

  test('a run under way is called off too', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('2 lanes', withLanes(2));
    await settled();
    app.edit('3 lanes', withLanes(3));
    await settled();
    expect(runner.runs[1]?.cancelled).toBe(true);
    await runner.runs[2]?.settle(done(reportOf(runner.runs[2].request.settings, [])));
    expect(app.run.getState().report?.settings.lanes).toBe(3);
  });

  test('cancel stops, says so, and keeps the picture of before', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('2 lanes', withLanes(2));
    await settled();
    app.cancelRun();
    await settled();
    expect(runner.runs[1]?.cancelled).toBe(true);
    expect(app.run.getState()).toMatchObject({ status: 'cancelled', stale: true });
    expect(app.run.getState().events.length).toBe(1);
  });
});

describe('what can go wrong', () => {
  test('a refusal is kept with its cycle', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('2 lanes', withLanes(2));
    await settled();
    const refusal = { message: '1 and 2 wait for each other', cycle: [txIndex(1), txIndex(2)] };
    await runner.runs[1]?.settle({ kind: 'refused', refusal });
    expect(app.run.getState()).toMatchObject({ status: 'refused', refusal, stale: true });
    app.edit('3 lanes', withLanes(3));
    await settled();
    expect(app.run.getState().refusal).toBe(null);
  });

  test('a failure gives its message, and the next run starts clean', async () => {
    const { app, runner } = await afterFirstRun();
    app.startRun();
    await settled();
    await runner.runs[1]?.settle({ kind: 'failed', message: 'a worker died' });
    expect(app.run.getState()).toMatchObject({ status: 'failed', message: 'a worker died' });
    app.startRun();
    await settled();
    expect(app.run.getState()).toMatchObject({ status: 'running', message: null });
  });

  test('a block with problems runs nothing and leaves the last picture, marked stale', async () => {
    const { app, runner } = await afterFirstRun();
    app.edit('pay nobody', (s) => ({
      ...s,
      transactions: [{ id: 'x', kind: 'pay', from: 'alice', to: 'nobody', value: 1n }],
    }));
    expect(app.document.getState().block).toBe(null);
    expect(app.document.getState().problems[0]).toMatchObject({ tx: 'x', blocking: true });
    expect(app.run.getState()).toMatchObject({ status: 'idle', stale: true });
    expect(runner.analyses.length).toBe(1);
  });
});

describe('a measured run', () => {
  async function startMeasured() {
    const test = await afterFirstRun();
    test.app.edit('measured', (s) => ({ ...s, settings: { ...s.settings, clock: 'measured' } }));
    test.app.startRun();
    await settled();
    return test;
  }

  test('fills the picture as it goes, once a frame, and the picture follows', async () => {
    const { app, runner, clock } = await startMeasured();
    expect(app.run.getState()).toMatchObject({ events: [], report: null, status: 'running' });
    const run = runner.runs[1];
    run?.progress({ phase: 'running', done: 1, total: 3, events: [committed(5)] });
    run?.progress({ phase: 'running', done: 2, total: 3, events: [committed(9)] });
    expect(app.run.getState().events.length).toBe(0);
    clock.advance(16);
    expect(app.run.getState().events.map(({ at }) => at)).toEqual([5, 9]);
    expect(app.view.getState().time).toBe(9);
    expect(app.run.getState().progress).toMatchObject({ done: 2 });
  });

  test('ends with its report', async () => {
    const { app, runner } = await startMeasured();
    await runner.runs[1]?.settle(done(reportOf(runner.runs[1].request.settings, [committed(5), committed(20)])));
    expect(app.run.getState()).toMatchObject({ status: 'done', stale: false });
    expect(app.view.getState().time).toBe(20);
  });
});

test('a run is asked for with the lanes as drawn', async () => {
  const { app, runner } = await afterFirstRun();
  app.edit('3 payments', withPayments(3));
  await runner.analyses[1]?.settle(done(analysisOf(1)));
  app.edit('pin', (s) => pinTransactions(s, ['2'], 1));
  await settled();
  const request = runner.runs.at(-1)?.request;
  expect(request?.pins).toEqual([[2, 1]]);
  expect(request?.drawn.flat().sort()).toEqual([0, 1, 2]);
  expect(request?.drawn[1]).toContain(2);
});
