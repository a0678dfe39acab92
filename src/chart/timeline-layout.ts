import { type LaneRows, visibleLanes } from './lane-rows.ts';
import { type ExecutionSpan, firstEndingAt, type Span, type SpanLog } from './spans.ts';
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
export function layoutTimeline({ log, scale, rows, time }: TimelineInput, out: BarList): BarList {
  out.count = 0;
  const { first, last } = visibleLanes(rows);
  for (let lane = first; lane <= last; lane++) {
    const spans = log.lanes[lane];
    if (!spans) continue;
    layoutLane(spans.waits, lane, scale, time, log.end, out);
    layoutLane(spans.executions, lane, scale, time, log.end, out);
    layoutLane(spans.validations, lane, scale, time, log.end, out);
  }
  return out;
}

function layoutLane(
  spans: readonly Span[],
  lane: number,
  scale: TimeScale,
  time: number,
  logEnd: number,
  out: BarList,
): void {
  /** Pixel that the last sub-pixel bar started in, and its longest span's length. */
  let sharedPixel = Number.NEGATIVE_INFINITY;
  let longest = 0;
  for (let i = firstEndingAt(spans, scale.start); i < spans.length; i++) {
    const span = spans[i] as Span;
    if (span.start > scale.end) break;
    // What still runs reaches to the end of the log so far.
    const end = Math.min(span.end, Math.max(logEnd, span.start));
    const x = timeToPx(scale, Math.max(span.start, scale.start));
    const width = timeToPx(scale, Math.min(end, scale.end)) - x;
    const look = lookAt(span, time);
    if (width < 1) {
      const pixel = Math.floor(x);
      const bar = out.items[out.count - 1];
      if (pixel === sharedPixel && bar && (bar.look === 'ahead') === (look === 'ahead')) {
        bar.count++;
        bar.width = Math.max(bar.width, x + width - bar.x);
        if (end - span.start > longest) {
          longest = end - span.start;
          bar.span = span;
        }
        bar.look = graver(bar.look, look);
        continue;
      }
      sharedPixel = pixel;
      longest = end - span.start;
      push(out, lane, x, width, look, span);
      continue;
    }
    if (look !== 'ahead' && time < end) {
      const now = timeToPx(scale, Math.min(time, scale.end));
      if (now > x) push(out, lane, x, now - x, look, span);
      const from = Math.max(x, now);
      if (x + width > from) push(out, lane, from, x + width - from, 'ahead', span);
      continue;
    }
    push(out, lane, x, width, look, span);
  }
}

function push(out: BarList, lane: number, x: number, width: number, look: Look, span: Span): void {
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

const GRAVITY: Readonly<Record<Look, number>> = {
  ahead: 0,
  waiting: 1,
  validating: 1,
  valid: 2,
  executed: 2,
  running: 3,
  blocked: 4,
  aborted: 5,
  stale: 5,
};

/** A shared bar shows the worst of what is behind it, so that an abort can't hide in a pixel. */
function graver(a: Look, b: Look): Look {
  return GRAVITY[b] > GRAVITY[a] ? b : a;
}
