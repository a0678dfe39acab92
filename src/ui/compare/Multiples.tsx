import { useEffect, useMemo, useRef } from 'react';
import { comparing as texts } from '#texts/comparing.ts';
import { formatTime } from '../../chart/format-time.ts';
import type { Way } from '../../store/compare/points.ts';
import { wayKey } from '../../store/compare/points.ts';
import { usePresentation } from '../common/use-presentation.ts';
import { createMultipleCanvas, createAxisCanvas, type SmallCanvas } from './multiple-canvas.ts';
import type { DoneRun, WayRun } from './SideBySide.tsx';
import { wayName } from './way-name.ts';
import controls from '../common/controls.module.css';
import styles from './Multiples.module.css';

/** More pictures than this are no longer compared by eye. The table has all. */
const MOST = 16;

/** The runs as small timelines under one time axis. */
export function Multiples({ runs, onOpen }: { runs: readonly WayRun[]; onOpen: (way: Way) => void }) {
  const drawn = fastest(runs);
  const longest = drawn.reduce(
    (most, { run }) => (run.kind === 'done' ? Math.max(most, run.metrics.makespan) : most),
    0,
  );
  return (
    <section aria-label={texts.runsOnOneTimeAxis}>
      <div className={styles.row}>
        <p className={styles.caption}>{texts.gasYellowTheBound}</p>
        <Axis longest={longest} />
      </div>
      <ul>
        {drawn.map(({ way, run }) => (
          <li key={wayKey(way)} className={styles.row}>
            <div className={styles.label}>
              <button type="button" className={controls.link} title={texts.openThisRun} onClick={() => onOpen(way)}>
                {wayName(way)}
              </button>
              {run.kind === 'done' && <Figures run={run} />}
            </div>
            {run.kind === 'done' ? (
              <Picture way={way} run={run} longest={longest} onOpen={onOpen} />
            ) : (
              <p className={styles.refused}>
                {texts.notRun}
                {run.refusal.message}
              </p>
            )}
          </li>
        ))}
      </ul>
      {runs.length > MOST && <p className={styles.caption}>{texts.theFastestAreDrawn(MOST, runs.length)}</p>}
    </section>
  );
}

/** Of more than can be compared by eye the fastest, the first first; what went wrong is no faster than what is right. */
export function fastest(runs: readonly WayRun[]): readonly WayRun[] {
  if (runs.length <= MOST) return runs;
  const speedOf = ({ run }: WayRun): number => (run.kind === 'done' && run.equal ? run.metrics.speedup : 0);
  return [...runs].sort((a, b) => speedOf(b) - speedOf(a)).slice(0, MOST);
}

function Figures({ run }: { run: DoneRun }) {
  return (
    <span className={styles.figures}>
      {figuresText(run)}
      {!run.equal && <b className={styles.wrong}>{texts.wrongResult}</b>}
    </span>
  );
}

/** Makespan, speed-up, aborts if any. */
export function figuresText({ metrics: { makespan, speedup, aborts } }: DoneRun): string {
  return `${formatTime(makespan, 'gas')} · ${speedup.toFixed(2)}×${aborts > 0 ? texts.abortsMark(aborts) : ''}`;
}

function Axis({ longest }: { longest: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<SmallCanvas<number> | null>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const created = createAxisCanvas(canvas.current);
    drawing.current = created;
    return created.destroy;
  }, []);
  useEffect(() => drawing.current?.update(longest), [longest]);
  return <canvas ref={canvas} className={styles.axis} aria-hidden />;
}

interface PictureProps {
  readonly way: Way;
  readonly run: DoneRun;
  readonly longest: number;
  readonly onOpen: (way: Way) => void;
}

function Picture({ way, run, longest, onOpen }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef<ReturnType<typeof createMultipleCanvas> | null>(null);
  const words = usePresentation();
  const input = useMemo(() => ({ run, longest, words }), [run, longest, words]);
  useEffect(() => {
    if (!canvas.current) return;
    const created = createMultipleCanvas(canvas.current);
    drawing.current = created;
    return created.destroy;
  }, []);
  useEffect(() => drawing.current?.update(input), [input]);
  const { makespan, speedup, aborts } = run.metrics;
  return (
    // The button beside it does the same for the keyboard.
    <canvas
      ref={canvas}
      className={styles.canvas}
      role="img"
      aria-label={texts.gasSpeedUpAborts(wayName(way), formatTime(makespan, 'gas'), speedup.toFixed(2), aborts)}
      onClick={() => onOpen(way)}
    />
  );
}
