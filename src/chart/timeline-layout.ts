import { type LaneRows, visibleLanes } from './lane-rows.ts';
import { firstTimeEndingAt, type SpanTimes } from './span-times.ts';
import type { ExecutionSpan, Span, SpanLog } from './spans.ts';
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
export interface Bar {
  lane: number;
  /** Pixels. */
  x: number;
  width: number;
  look: Look;
  /** The span, or the longest of those that share the bar. */
  span: Span;
  /** Spans behind the bar: more than 1 where several share a pixel. */
  count: number;
}

/** The bars of one frame. Only the first `count` of `items` are valid; the rest is kept to be reused. */
export interface BarList {
  readonly items: Bar[];
  count: number;
}

export const createBarList = (): BarList => ({ items: [], count: 0 });

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
export function layoutTimeline(input: TimelineInput, out: BarList): BarList {
  out.count = 0;
  const { log, rows } = input;
  const { first, last } = visibleLanes(rows);
  for (let lane = first; lane <= last; lane++) {
    const spans = log.lanes[lane];
    if (!spans) continue;
    layoutLane(spans.waits, spans.times.waits, lane, input, out);
    layoutLane(spans.executions, spans.times.executions, lane, input, out);
    layoutLane(spans.validations, spans.times.validations, lane, input, out);
  }
  return out;
}

function layoutLane(
  spans: readonly Span[],
  times: SpanTimes,
  lane: number,
  { scale, time, log }: TimelineInput,
  out: BarList,
): void {
  const { start, end, turn, count } = times;
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
          bar.span = spans[i] as Span;
        }
        // A shared bar shows the worst of what is behind it, so that an abort can't hide in a pixel.
        if ((turn[i] as number) <= time) bar.look = lookAt(spans[i] as Span, time);
        continue;
      }
      sharedPixel = pixel;
      sharedAhead = ahead;
      longest = to - from;
      pushBar(out, lane, x, width, ahead ? 'ahead' : lookAt(spans[i] as Span, time), spans[i] as Span);
      continue;
    }
    const span = spans[i] as Span;
    const look = ahead ? 'ahead' : lookAt(span, time);
    if (!ahead && time < to) {
      const now = timeToPx(scale, Math.min(time, scale.end));
      // One that begins at this very moment has no width yet.
      if (time > from && now > x) pushBar(out, lane, x, now - x, look, span);
      const rest = Math.max(x, now);
      if (x + width > rest) pushBar(out, lane, rest, x + width - rest, 'ahead', span);
      continue;
    }
    pushBar(out, lane, x, width, look, span);
  }
}

/** Adds a bar to the list, reusing an old one where there is one. */
export function pushBar(out: BarList, lane: number, x: number, width: number, look: Look, span: Span): void {
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
