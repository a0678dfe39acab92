import type { RunStep } from '../../lessons/lesson.ts';
import type { App } from '../app.ts';

/** Plays the run from its start, and stops at each event of the kinds named. Returns the way to end it, at the speed of before. */
export function playWithPauses(app: App, { speed, pauseAt = [] }: NonNullable<RunStep['playback']>): () => void {
  const before = app.view.getState().speed;
  app.setSpeed(speed);
  app.seek(0);
  const kinds: ReadonlySet<string> = new Set(pauseAt);
  const { report } = app.run.getState();
  const stops = [...new Set(report?.events.flatMap(({ kind, at }) => (kinds.has(kind) && at > 0 ? [at] : [])) ?? [])];
  const unsubscribe = app.view.subscribe(({ time, playing }, before) => {
    if (!playing || app.run.getState().report !== report) return;
    const stop = stops.find((at) => at > before.time && at <= time);
    if (stop === undefined) return;
    app.pause();
    app.seek(stop);
  });
  app.play();
  return () => {
    unsubscribe();
    app.setSpeed(before);
  };
}
