import type { Clock } from '../clock.ts';

export interface FakeClock extends Clock {
  /** Lets `ms` pass: timers due fire in order, and a frame is painted at every 16 ms of it. */
  advance(ms: number): void;
}

const FRAME_MS = 16;

/** A clock that stands still until told otherwise. */
export function createFakeClock(): FakeClock {
  let now = 0;
  let frames: (() => void)[] = [];
  let timers: { readonly at: number; readonly callback: () => void }[] = [];
  const tick = (to: number): void => {
    now = to;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { callback } of due) callback();
    if (now % FRAME_MS !== 0) return;
    const painted = frames;
    frames = [];
    for (const callback of painted) callback();
  };
  return {
    now: () => now,
    onFrame(callback) {
      frames.push(callback);
      return () => {
        frames = frames.filter((other) => other !== callback);
      };
    },
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    advance(ms) {
      const end = now + ms;
      while (now < end) tick(now + 1);
    },
  };
}
