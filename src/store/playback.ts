import type { StoreApi } from 'zustand/vanilla';
import type { RunState, ViewState } from './app.ts';
import type { Clock } from './clock.ts';
import { momentFrom, momentsOf } from './moments.ts';

/** A whole run plays in this many milliseconds at speed 1. */
export const PLAYBACK_MS = 8000;

export interface Playback {
  play(): void;
  pause(): void;
  seek(time: number): void;
  /** By `steps` moments of the log, back if negative. */
  step(steps: number): void;
  dispose(): void;
}

/** Moves `view.time` along the run's log. The frame loop runs only while playing. */
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
  const seek = (time: number): void => {
    const clamped = Math.min(Math.max(time, 0), end());
    if (clamped !== view.getState().time) view.setState({ time: clamped });
  };
  const frame = (): void => {
    const now = clock.now();
    const { time, speed } = view.getState();
    seek(time + ((now - last) / PLAYBACK_MS) * speed * end());
    last = now;
    if (view.getState().time >= end()) pause();
    else cancelFrame = clock.onFrame(frame);
  };

  return {
    play() {
      if (end() === 0) return;
      cancelFrame();
      if (view.getState().time >= end()) seek(0);
      last = clock.now();
      view.setState({ playing: true });
      cancelFrame = clock.onFrame(frame);
    },
    pause,
    seek,
    step(steps) {
      pause();
      seek(momentFrom(currentMoments(), view.getState().time, steps));
    },
    dispose: pause,
  };
}
