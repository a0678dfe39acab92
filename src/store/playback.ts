import type { StoreApi } from 'zustand/vanilla';
import type { RunState, ViewState } from './app.ts';
import type { Clock } from './clock.ts';
import { momentFrom, momentsOf } from './moments.ts';
import { beatAt, beatsOf } from './beats.ts';

/** A whole run plays in this many milliseconds at speed 1. */
export const PLAYBACK_MS = 8000;

export interface Playback {
  play(): void;
  pause(): void;
  seek(time: number): void;
  /** By `steps` moments of the log, or events told, back if negative. */
  step(steps: number): void;
  dispose(): void;
}

/** Moves `view.time` along the run's log, evenly or from event to event. The frame loop runs only while playing. */
export function createPlayback(run: StoreApi<RunState>, view: StoreApi<ViewState>, clock: Clock): Playback {
  let cancelFrame: () => void = () => {};
  let last = 0;
  let moments: { readonly of: RunState['events']; readonly list: readonly number[] } | null = null;

  const end = (): number => run.getState().events.at(-1)?.at ?? 0;
  const currentMoments = (): readonly number[] => {
    const { events } = run.getState();
    if (moments?.of !== events) moments = { of: events, list: momentsOf(events) };
    return moments.list;
  };
  const pause = (): void => {
    cancelFrame();
    if (view.getState().playing) view.setState({ playing: false });
  };
  const seek = (time: number, beat: number | null = null): void => {
    const clamped = Math.min(Math.max(time, 0), end());
    const now = view.getState();
    if (clamped !== now.time || beat !== now.beat) view.setState({ time: clamped, beat });
  };
  const frame = (): void => {
    const now = clock.now();
    const { time, speed } = view.getState();
    seek(time + ((now - last) / PLAYBACK_MS) * speed * end());
    last = now;
    if (view.getState().time >= end()) pause();
    else cancelFrame = clock.onFrame(frame);
  };

  /** From event to event: `last` is when the present one began to be told. */
  const tellingFrame = (): void => {
    const beats = beatsOf(run.getState().events);
    const { beat, speed } = view.getState();
    const at = beat ?? -1;
    if (clock.now() - last >= (beats[at]?.dwell ?? 0) / speed) {
      const next = beats[at + 1];
      if (!next) {
        seek(end());
        pause();
        return;
      }
      seek(next.event.at, at + 1);
      last = clock.now();
    }
    cancelFrame = clock.onFrame(tellingFrame);
  };

  return {
    play() {
      if (end() === 0) return;
      cancelFrame();
      const { time, pace, beat } = view.getState();
      if (time >= end()) seek(0);
      last = clock.now();
      view.setState({ playing: true });
      if (pace === 'told') {
        const from = time >= end() ? 0 : time;
        seek(from, beat ?? beatAt(beatsOf(run.getState().events), from));
        cancelFrame = clock.onFrame(tellingFrame);
      } else cancelFrame = clock.onFrame(frame);
    },
    pause,
    seek: (time) => seek(time),
    step(steps) {
      pause();
      const { time, pace, beat } = view.getState();
      if (pace === 'even') return seek(momentFrom(currentMoments(), time, steps));
      const beats = beatsOf(run.getState().events);
      const to = Math.min(Math.max((beat ?? beatAt(beats, time)) + steps, 0), beats.length - 1);
      seek(beats[to]?.event.at ?? 0, to);
    },
    dispose: pause,
  };
}
