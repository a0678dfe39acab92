import { type LaneRows, visibleLanes } from './lane-rows.ts';
import { firstTimeEndingAt, type SpanTimes } from './span-times.ts';
import type { ExecutionSpan, Span, SpanLog, ValidationSpan, WaitSpan } from './spans.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

/** What a bar stands for at the moment shown. */
export type Look =
  | 'running'
  | 'executed'
  /** Gave up its lane on an ESTIMATE. */
  | 'blocked'
  /** Thrown away, before or at the moment shown. */
  | 'aborted'
  | 'valid'
  | 'stale'
  | 'validating'
  | 'waiting'
  /** Lies after the moment shown. */
  | 'ahead';

/** One rectangle to draw. Reused from frame to frame: valid until the next layout. */
export interface Bar<S extends Span = Span> {
  lane: number;
  /** Pixels. */
  x: number;
  width: number;
  look: Look;
  /** The span, or the longest of those that share the bar. */
  span: S;
  /** Spans behind the bar: more than 1 where several share a pixel. */
  count: number;
}

/** Only the first `count` of `items` are valid; the rest is kept to be reused. */
export interface BarList<S extends Span = Span> {
  readonly items: Bar<S>[];
  count: number;
}

/** The bars of one frame. */
export interface TimelineBars {
  readonly waits: BarList<WaitSpan>;
  readonly executions: BarList<ExecutionSpan>;
  readonly validations: BarList<ValidationSpan>;
}

export function createTimelineBars(): TimelineBars {
  return {
    waits: { items: [], count: 0 },
    executions: { items: [], count: 0 },
    validations: { items: [], count: 0 },
  };
}

export const countBars = ({ waits, executions, validations }: TimelineBars): number =>
  waits.count + executions.count + validations.count;

export interface TimelineInput {
  readonly log: SpanLog;
  readonly scale: TimeScale;
  readonly rows: LaneRows;
  /** Moment shown. Spans beyond it are laid out as `ahead`. */
  readonly time: number;
}

/**
 * Spans → rectangles, for the lanes and the stretch of time in view. A binary search finds the first span of each lane;
 * spans narrower than a pixel that start in the same pixel share one bar, so that the number of bars is bounded by the
 * number of pixels. Writes into `out` and allocates only while `out` grows.
 */
export function layoutTimeline(input: TimelineInput, out: TimelineBars): TimelineBars {
  clearBars(out);
  const { log, rows } = input;
  const { first, last } = visibleLanes(rows);
  for (let lane = first; lane <= last; lane++) {
    const spans = log.lanes[lane];
    if (!spans) continue;
    layoutLane(spans.waits, spans.times.waits, 'waiting', 'waiting', lane, input, out.waits);
    layoutLane(spans.executions, spans.times.executions, 'running', 'executed', lane, input, out.executions);
    layoutLane(spans.validations, spans.times.validations, 'validating', 'valid', lane, input, out.validations);
  }
  return out;
}

export function clearBars({ waits, executions, validations }: TimelineBars): void {
  waits.count = 0;
  executions.count = 0;
  validations.count = 0;
}

/** `under` and `after`: how most spans of the list look while they last and when they have ended. */
function layoutLane<S extends Span>(
  spans: readonly S[],
  times: SpanTimes,
  under: Look,
  after: Look,
  lane: number,
  { scale, time, log }: TimelineInput,
  out: BarList<S>,
): void {
  const { start, end, turn, count } = times;
  // Of most spans the flat arrays tell all: looking into the spans themselves would be waiting for memory.
  const look = (i: number): Look => {
    if ((start[i] as number) > time) return 'ahead';
    if ((turn[i] as number) <= time) return lookAt(spans[i] as S, time);
    return (end[i] as number) > time ? under : after;
  };
  const logEnd = log.end;
  const perUnit = scale.width / (scale.end - scale.start);
  /** Pixel that the last sub-pixel bar started in, and its longest span's length. */
  let sharedPixel = Number.NEGATIVE_INFINITY;
  let sharedAhead = false;
  let longest = 0;
  for (let i = firstTimeEndingAt(times, scale.start); i < count; i++) {
    const from = start[i] as number;
    if (from > scale.end) break;
    // What still runs reaches to the end of the log so far.
    const to = Math.min(end[i] as number, Math.max(logEnd, from));
    const x = scale.left + (Math.max(from, scale.start) - scale.start) * perUnit;
    const width = scale.left + (Math.min(to, scale.end) - scale.start) * perUnit - x;
    const ahead = from > time;
    if (width < 1) {
      const pixel = Math.floor(x);
      const bar = out.items[out.count - 1];
      if (pixel === sharedPixel && bar && ahead === sharedAhead) {
        bar.count++;
        bar.width = Math.max(bar.width, x + width - bar.x);
        if (to - from > longest) {
          longest = to - from;
          bar.span = spans[i] as S;
        }
        // A shared bar shows the worst of what is behind it, so that an abort can't hide in a pixel.
        if ((turn[i] as number) <= time) bar.look = look(i);
        continue;
      }
      sharedPixel = pixel;
      sharedAhead = ahead;
      longest = to - from;
      pushBar(out, lane, x, width, look(i), spans[i] as S);
      continue;
    }
    const span = spans[i] as S;
    if (!ahead && time < to) {
      const now = timeToPx(scale, Math.min(time, scale.end));
      // One that begins at this very moment has no width yet.
      if (time > from && now > x) pushBar(out, lane, x, now - x, look(i), span);
      const rest = Math.max(x, now);
      if (x + width > rest) pushBar(out, lane, rest, x + width - rest, 'ahead', span);
      continue;
    }
    pushBar(out, lane, x, width, look(i), span);
  }
}

/** Adds a bar to the list, reusing an old one where there is one. */
export function pushBar<S extends Span>(
  out: BarList<S>,
  lane: number,
  x: number,
  width: number,
  look: Look,
  span: S,
): void {
  const bar = out.items[out.count];
  if (bar) {
    bar.lane = lane;
    bar.x = x;
    bar.width = width;
    bar.look = look;
    bar.span = span;
    bar.count = 1;
  } else out.items.push({ lane, x, width, look, span, count: 1 });
  out.count++;
}

/** The span as it is known at `time`: the fold of the log up to that moment. */
export function lookAt(span: Span, time: number): Look {
  if (span.start > time) return 'ahead';
  switch (span.kind) {
    case 'wait':
      return 'waiting';
    case 'validation':
      return span.end > time || span.ok === null ? 'validating' : span.ok ? 'valid' : 'stale';
    case 'execution':
      return lookOfRun(span, time);
  }
}

function lookOfRun(run: ExecutionSpan, time: number): Look {
  if (run.abortedAt <= time) return 'aborted';
  if (run.end > time) return 'running';
  return run.outcome === 'blocked' ? 'blocked' : 'executed';
}
