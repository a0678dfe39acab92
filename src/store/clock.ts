/** Time and frames, passed in, so that playback and autosave can be tested without waiting. */
export interface Clock {
  /** Milliseconds, rising. */
  now(): number;
  /** Calls back once, before the next frame is painted. Returns the way to call it off. */
  onFrame(callback: () => void): () => void;
  /** Calls back once after `ms`. Returns the way to call it off. */
  after(ms: number, callback: () => void): () => void;
}

export function createBrowserClock(): Clock {
  return {
    now: () => performance.now(),
    onFrame: (callback) => {
      const id = requestAnimationFrame(callback);
      return () => cancelAnimationFrame(id);
    },
    after: (ms, callback) => {
      const id = setTimeout(callback, ms);
      return () => clearTimeout(id);
    },
  };
}
