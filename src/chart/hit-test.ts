import { laneAt, type LaneRows } from './lane-rows.ts';
import { type ExecutionSpan, firstEndingAt, type ReadEvent, type Span, type SpanLog } from './spans.ts';
import { pxToTime, type TimeScale } from './time-scale.ts';

export interface TimelineHit {
  readonly lane: number;
  /** Null on the lane itself. */
  readonly span: Span | null;
  readonly time: number;
}

/** Pixels by which a span may be missed. Validations are drawn 3 px wide even when they take no time. */
const REACH = 3;

/** The reads of a run at most a few pixels from `x`: several may share an access. */
export function readsNear(run: ExecutionSpan, scale: TimeScale, x: number): readonly ReadEvent[] {
  const time = pxToTime(scale, x);
  const reach = (REACH / scale.width) * (scale.end - scale.start);
  return run.reads.filter((read) => Math.abs(read.at - time) <= reach);
}

/** What lies under a point: a validation before the execution beside it, an execution before a wait; null outside the lanes. */
export function hitTestTimeline(
  log: SpanLog,
  scale: TimeScale,
  rows: LaneRows,
  x: number,
  y: number,
): TimelineHit | null {
  const lane = laneAt(rows, y);
  if (lane === null) return null;
  const time = pxToTime(scale, x);
  const spans = log.lanes[lane];
  if (!spans) return { lane, span: null, time };
  const reach = (REACH / scale.width) * (scale.end - scale.start);
  const span =
    nearest(spans.validations, time, reach, log.end) ??
    nearest(spans.executions, time, reach, log.end) ??
    nearest(spans.waits, time, 0, log.end);
  return { lane, span, time };
}

/** The span that covers `time`, or the nearest within `reach`; of several equally near, the longest. */
function nearest<S extends Span>(spans: readonly S[], time: number, reach: number, logEnd: number): S | null {
  let best: S | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let i = firstEndingAt(spans, time - reach); i < spans.length; i++) {
    const span = spans[i] as S;
    if (span.start > time + reach) break;
    // What still runs reaches to the end of the log so far.
    const distance = Math.max(0, span.start - time, time - Math.min(span.end, logEnd));
    if (distance > reach) continue;
    if (
      distance < bestDistance ||
      (distance === bestDistance && best && span.end - span.start > best.end - best.start)
    ) {
      best = span;
      bestDistance = distance;
    }
  }
  return best;
}
