import { visibleLanes } from './lane-rows.ts';
import { type ExecutionSpan, firstEndingAt, type SpanLog } from './spans.ts';
import { clearBars, pushBar, type TimelineBars, type TimelineInput } from './timeline-layout.ts';
import { timeToPx } from './time-scale.ts';

/**
 * The spans that look different at `time` than at the end of the log, though they have begun: those under way, and those whose
 * result will be thrown away. Few at any moment; with them, and a picture of the end and one of the shadows, any moment
 * can be drawn without going through the whole log. Writes bars cut at `time` into `out`.
 */
export function layoutPending(
  { log, scale, rows, time }: TimelineInput,
  doomed: DoomedRuns,
  out: TimelineBars,
): TimelineBars {
  clearBars(out);
  const { first, last } = visibleLanes(rows);
  const cut = Math.min(time, scale.end);
  const push = (span: ExecutionSpan, look: 'running' | 'executed' | 'blocked') => {
    if (span.lane < first || span.lane > last || span.start >= cut || span.end < scale.start) return;
    const x = timeToPx(scale, Math.max(span.start, scale.start));
    const end = timeToPx(scale, Math.min(span.end, cut));
    if (end > x) pushBar(out.executions, span.lane, x, end - x, look, span);
  };
  for (let lane = first; lane <= last; lane++) {
    const runs = log.lanes[lane]?.executions ?? [];
    const run = runs[firstEndingAt(runs, time)];
    // One that ends at this very moment has ended.
    if (run && run.start <= time && run.end > time) push(run, 'running');
  }
  for (const run of doomed.at(time)) {
    if (run.end <= time) push(run, run.outcome === 'blocked' ? 'blocked' : 'executed');
  }
  return out;
}

export interface DoomedRuns {
  /** Runs that have begun at `time` and are thrown away later. */
  at(time: number): ExecutionSpan[];
}

/** Prepares for `log` as it is now. A search costs the logarithm of the number of aborts, and what it finds. */
export function createDoomedRuns(log: SpanLog): DoomedRuns {
  const byAbort = log.aborts;
  // From each on, the earliest start among those aborted later: where that is past, the search can stop.
  const earliest: number[] = new Array(byAbort.length);
  let least = Number.POSITIVE_INFINITY;
  for (let i = byAbort.length - 1; i >= 0; i--) {
    least = Math.min(least, (byAbort[i] as ExecutionSpan).start);
    earliest[i] = least;
  }
  const ends = byAbort.map((run) => ({ end: run.abortedAt }));
  return {
    at(time) {
      const found: ExecutionSpan[] = [];
      for (let i = firstEndingAt(ends, time); i < byAbort.length && (earliest[i] as number) <= time; i++) {
        const run = byAbort[i] as ExecutionSpan;
        if (run.abortedAt > time && run.start <= time) found.push(run);
      }
      return found;
    },
  };
}
