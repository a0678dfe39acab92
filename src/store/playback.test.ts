import { beforeEach, describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { RunEvent } from '../model/events.ts';
import { laneIndex, txIndex } from '../model/ids.ts';
import type { RunState, ViewState } from './app.ts';
import { initialView } from './initial-view.ts';
import { beatsOf } from './beats.ts';
import { createPlayback, PLAYBACK_MS } from './playback.ts';
import { createFakeClock } from './test-support/fake-clock.ts';

const version = (tx: number) => ({ tx: txIndex(tx), incarnation: 0 });
const lane = laneIndex(0);
const EVENTS: readonly RunEvent[] = [
  { kind: 'started', at: 0, task: 'execute', version: version(0), lane },
  { kind: 'finished', at: 400, version: version(0), lane, gasUsed: 400 as never, success: true, writes: 2 },
  { kind: 'committed', at: 400, version: version(0) },
  { kind: 'started', at: 400, task: 'execute', version: version(1), lane },
  { kind: 'finished', at: 1000, version: version(1), lane, gasUsed: 600 as never, success: true, writes: 1 },
];

function setUp() {
  const clock = createFakeClock();
  const run = createStore<Partial<RunState>>(() => ({ events: EVENTS }));
  const view = createStore<ViewState>(() => initialView('light'));
  return { clock, view, playback: createPlayback(run as never, view, clock) };
}

let { clock, view, playback } = setUp();
beforeEach(() => {
  ({ clock, view, playback } = setUp());
});

test('evenly, the whole run takes its eight seconds', () => {
  playback.play();
  clock.advance(PLAYBACK_MS / 2 + 32);
  expect(view.getState().time).toBeGreaterThan(480);
  expect(view.getState().time).toBeLessThan(520);
  clock.advance(PLAYBACK_MS / 2 + 32);
  expect(view.getState()).toMatchObject({ time: 1000, playing: false });
});

describe('told event by event', () => {
  beforeEach(() => view.setState({ pace: 'told' }));

  test('stays on each for as long as it is read, also where several happen at one moment', () => {
    const beats = beatsOf(EVENTS);
    const seen: [number, number | null][] = [];
    view.subscribe(({ time, beat }) => seen.push([time, beat]));
    playback.play();
    clock.advance(beats.reduce((sum, { dwell }) => sum + dwell + 32, 100));
    expect(seen.filter(([, beat], i) => beat !== null && beat !== seen[i - 1]?.[1])).toEqual([
      [0, 0],
      [400, 1],
      [400, 2],
      [400, 3],
      [1000, 4],
    ]);
    expect(view.getState()).toMatchObject({ time: 1000, playing: false });
  });

  test('twice the speed, half the time', () => {
    view.setState({ speed: 2 });
    playback.play();
    clock.advance((beatsOf(EVENTS)[0]?.dwell ?? 0) / 2 + 48);
    expect(view.getState().beat).toBe(1);
  });

  test('goes on where it was stopped, and steps from event to event', () => {
    playback.play();
    clock.advance((beatsOf(EVENTS)[0]?.dwell ?? 0) + 48);
    playback.pause();
    expect(view.getState()).toMatchObject({ time: 400, beat: 1, playing: false });
    playback.step(1);
    expect(view.getState()).toMatchObject({ time: 400, beat: 2 });
    playback.step(-2);
    expect(view.getState()).toMatchObject({ time: 0, beat: 0 });
    playback.step(-1);
    expect(view.getState()).toMatchObject({ time: 0, beat: 0 });
    playback.seek(700);
    expect(view.getState()).toMatchObject({ time: 700, beat: null });
    playback.step(1);
    expect(view.getState()).toMatchObject({ time: 1000, beat: 4 });
  });
});
