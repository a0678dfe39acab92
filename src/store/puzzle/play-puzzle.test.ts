import { describe, expect, it } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { PUZZLES } from '../../puzzles/collection/index.ts';
import { listSchedule } from '../../puzzles/list-schedule.ts';
import { proofOf } from '../../puzzles/proofs.ts';
import type { Placement } from '../../puzzles/scheduling-problem.ts';
import type { PuzzleRecord } from '../../puzzles/puzzle-records.ts';
import { withPlacement } from '../../puzzles/solved-puzzle.ts';
import { setLanes } from '../edits.ts';
import { createTestApp } from '../test-support/test-app.ts';
import { playPuzzle } from './play-puzzle.ts';

const [puzzle] = PUZZLES;
if (!puzzle) throw new Error('no puzzles');
const solved = proofOf(puzzle);

function start() {
  const { app, storage } = createTestApp({ runner: createLocalRunner() });
  const records: PuzzleRecord[] = [];
  app.setGuide({ kind: 'puzzle', id: puzzle?.id ?? '' });
  const play = playPuzzle(app, puzzle as NonNullable<typeof puzzle>, solved, {
    best: null,
    onBest: (record) => records.push(record),
  });
  const place = async (placement: Placement): Promise<void> => {
    app.edit('place', (scenario) => withPlacement(scenario, placement));
    await new Promise<void>((resolve) => {
      const look = (): void => {
        const { status, subject } = app.run.getState();
        if (status === 'done' && subject?.scenario === app.document.getState().scenario) resolve();
      };
      app.run.subscribe(look);
      app.startRun();
      look();
    });
  };
  return { app, play, place, records, storage };
}

describe('a puzzle played', () => {
  it('gives stars for a real run of all cards, the optimum three, and keeps the best', async () => {
    const { app, play, place, records } = start();
    expect(play.store.getState()).toMatchObject({ onScreen: true, unplaced: 4, attempt: null, best: null });

    await place(listSchedule(solved.problem, 'block-order').placement);
    expect(play.store.getState()).toMatchObject({ unplaced: 0, attempts: 1, attempt: { stars: 1, equal: true } });
    await place(solved.solution.placement);
    const three = { stars: 3, makespan: solved.solution.makespan };
    expect(play.store.getState()).toMatchObject({ attempts: 2, attempt: three, best: three });
    await place(listSchedule(solved.problem, 'block-order').placement);
    expect(play.store.getState().best).toEqual(three);
    expect(records.map(({ stars }) => stars)).toEqual([1, 3]);
    expect(app.view.getState().progress).toMatchObject({ kind: 'puzzle', best: { optimum: three.makespan, ...three } });
    app.dispose();
  });

  it('a card on no lane: no stars, even if the cards dealt would be best', async () => {
    const { app, play, place } = start();
    await place(solved.solution.placement.map((txs) => txs.slice(0, -1)));
    expect(app.run.getState().status).toBe('done');
    expect(play.store.getState()).toMatchObject({ unplaced: 2, attempts: 0, attempt: null, best: null });
    app.dispose();
  });

  it('the solution shown gives no stars, and one’s own cards come back', async () => {
    const { app, play, place } = start();
    const own = listSchedule(solved.problem, 'block-order').placement;
    await place(own);
    const { laneOrder } = app.document.getState().scenario;
    play.showSolution();
    await place(solved.solution.placement);
    expect(play.store.getState()).toMatchObject({
      showsSolution: true,
      attempts: 1,
      attempt: { stars: 0, makespan: solved.solution.makespan },
      best: { stars: 1 },
    });
    play.takeBack();
    expect(app.document.getState().scenario.laneOrder).toEqual(laneOrder);
    expect(play.store.getState().showsSolution).toBe(false);
    play.reset();
    expect(play.store.getState().unplaced).toBe(4);
    app.dispose();
  });

  it('only placing is allowed; another document is free, and the puzzle can be come back to', () => {
    const { app, play } = start();
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    expect(app.document.getState().scenario.settings.lanes).toBe(2);
    expect(app.notices.getState().notices).toHaveLength(1);
    expect(app.view.getState().locked.has('lanes')).toBe(true);
    app.openNew();
    expect(play.store.getState().onScreen).toBe(false);
    expect(app.view.getState().locked.size).toBe(0);
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    expect(app.document.getState().scenario.settings.lanes).toBe(8);
    play.comeBack();
    expect(play.store.getState().onScreen).toBe(true);
    expect(app.document.getState().scenario.settings.lanes).toBe(2);
    app.dispose();
  });

  it('the document open before comes back when the puzzle is left, and was never out of storage', async () => {
    const { app, play, storage } = start();
    app.setGuide(null);
    expect(play.over()).toBe(true);
    expect(app.document.getState().key).toBe('first');
    await app.saved();
    expect([...storage.values.keys()].some((key) => key.includes('puzzle'))).toBe(false);
    app.edit('8 lanes', (scenario) => setLanes(scenario, 8));
    expect(app.document.getState().scenario.settings.lanes).toBe(8);
    app.dispose();
  });
});
