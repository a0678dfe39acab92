import { describe, expect, it } from 'vitest';
import { hitTestTimeline, readsNear } from './hit-test.ts';
import { layoutLaneRows } from './lane-rows.ts';
import { createSpanLog } from './spans.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';

const log = createSpanLog();
log.update(drawLog(STARTED_OVER), 2);
const scale = { start: 0, end: 240, left: 0, width: 960 };
const rows = layoutLaneRows(2, 0, 136, 0);

/** Four pixels to a unit of time; lane 1 at y 0–68, lane 2 at 68–136. */
function hit(time: number, lane: number): string | null {
  const found = hitTestTimeline(log, scale, rows, time * 4, (lane - 1) * 68 + 30);
  if (!found?.span) return found && 'road';
  const { span } = found;
  return span.kind === 'wait' ? 'wait' : `${span.kind} ${span.tx}.${span.incarnation}`;
}

describe('hitTestTimeline', () => {
  it('finds the span under a point', () => {
    expect(hit(50, 1)).toBe('execution 2.0');
    expect(hit(150, 1)).toBe('wait');
    expect(hit(104, 1)).toBe('road');
    expect(hit(50, 2)).toBe('execution 3.0');
    expect(hit(150, 2)).toBe('execution 3.1');
  });

  it('reaches a validation that takes no time', () => {
    expect(hit(80, 2)).toBe('validation 3.0');
    expect(hit(80.6, 2)).toBe('validation 3.0');
    expect(hit(79.4, 2)).toBe('validation 3.0');
    expect(hit(78, 2)).toBe('execution 3.0');
  });

  it('ends what never ended with the log', () => {
    expect(hit(239, 2)).toBe('wait');
    expect(hitTestTimeline(log, { ...scale, end: 480 }, rows, 700, 98)).toMatchObject({ span: null });
  });

  it('finds the reads at a moment', () => {
    const run = log.runs[3]?.[0];
    if (!run) throw new Error('no such run');
    expect(readsNear(run, scale, 14 * 4 + 2).map((read) => read.location)).toEqual(['pool.reserve0']);
    expect(readsNear(run, scale, 20 * 4)).toEqual([]);
  });

  it('is null beside the lanes', () => {
    expect(hitTestTimeline(log, scale, rows, 100, 200)).toBeNull();
  });
});
