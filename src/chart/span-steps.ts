import { firstEndingAt, type Span, type SpanLog } from './spans.ts';

export type Direction = 'previous' | 'next' | 'lane-above' | 'lane-below' | 'first' | 'last';

/**
 * The span that an arrow key leads to: along the lane by start, or to the span of the next lane that is nearest in time.
 * From nowhere, the execution at `time` on the first lane that has one. The same span where there is no other.
 */
export function neighbourSpan(log: SpanLog, from: Span | null, direction: Direction, time: number): Span | null {
  if (!from) {
    for (const lane of log.lanes) {
      const { executions } = lane;
      const found = executions[Math.min(firstEndingAt(executions, time), executions.length - 1)];
      if (found) return found;
    }
    return null;
  }
  if (direction === 'lane-above' || direction === 'lane-below') {
    const step = direction === 'lane-above' ? -1 : 1;
    for (let lane = from.lane + step; lane >= 0 && lane < log.lanes.length; lane += step) {
      const executions = log.lanes[lane]?.executions ?? [];
      const found = executions[Math.min(firstEndingAt(executions, from.start), executions.length - 1)];
      if (found) return found;
    }
    return from;
  }
  const spans = spansOfLane(log, from.lane);
  const at = spans.indexOf(from);
  const to = { previous: at - 1, next: at + 1, first: 0, last: spans.length - 1 }[direction];
  return spans[Math.min(Math.max(to, 0), spans.length - 1)] ?? from;
}

/** All spans of a lane, in order of start; what starts together: execution, validation, wait. */
export function spansOfLane(log: SpanLog, lane: number): Span[] {
  const spans = log.lanes[lane];
  if (!spans) return [];
  return [...spans.executions, ...spans.validations, ...spans.waits].sort((a, b) => a.start - b.start || a.end - b.end);
}
