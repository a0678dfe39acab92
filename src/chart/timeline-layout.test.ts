import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLaneRows } from './lane-rows.ts';
import { createSpanLog } from './spans.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';
import { generateLog } from './test-log.ts';
import {
  type Bar,
  countBars,
  createTimelineBars,
  layoutTimeline,
  lookAt,
  type TimelineBars,
} from './timeline-layout.ts';

const rows = layoutLaneRows(2, 34, 334, 0);

/** Those in use, lane by lane. */
function barsOf({ waits, executions, validations }: TimelineBars): Bar[] {
  return [waits, executions, validations]
    .flatMap(({ items, count }): Bar[] => items.slice(0, count))
    .sort((a, b) => a.lane - b.lane);
}

function print(bars: TimelineBars): string[] {
  return barsOf(bars).map(
    ({ lane, x, width, look, count: n }) =>
      `L${lane + 1} ${Math.round(x)}+${Math.round(width)} ${look}${n > 1 ? ` ×${n}` : ''}`,
  );
}

function layout(start: number, end: number, time: number, width = 240): string[] {
  const log = createSpanLog();
  log.update(drawLog(STARTED_OVER), 2);
  return print(layoutTimeline({ log, scale: { start, end, left: 0, width }, rows, time }, createTimelineBars()));
}

describe('layoutTimeline', () => {
  it('turns spans into bars, a pixel to a unit of time', () => {
    expect(layout(0, 240, 240)).toEqual([
      'L1 110+80 waiting',
      'L1 0+100 executed',
      'L1 190+50 executed',
      'L2 200+40 waiting',
      'L2 0+80 aborted',
      'L2 110+80 executed',
      'L2 80+0 valid',
      'L2 100+10 stale',
    ]);
  });

  it('shows at time 90 what was known then, and what lies ahead apart from it', () => {
    expect(layout(0, 240, 90)).toEqual([
      'L1 110+80 ahead',
      'L1 0+90 running',
      'L1 90+10 ahead',
      'L1 190+50 ahead',
      'L2 200+40 ahead',
      'L2 0+80 executed',
      'L2 110+80 ahead',
      'L2 80+0 valid',
      'L2 100+10 ahead',
    ]);
  });

  it('leaves out what is not in view and cuts at its edges', () => {
    expect(layout(120, 180, 240)).toEqual(['L1 0+240 waiting', 'L2 0+240 executed']);
  });

  it('merges spans that share a pixel, and lets the gravest be seen', () => {
    expect(layout(0, 48_000, 240)).toEqual([
      'L1 1+0 waiting',
      'L1 0+1 executed ×2',
      'L2 1+0 waiting',
      'L2 0+1 aborted ×2',
      'L2 0+0 stale ×2',
    ]);
  });

  it('needs no more bars than pixels, whatever the number of spans', () => {
    const log = createSpanLog();
    log.update(generateLog({ transactions: 20_000, lanes: 2, seed: 1 }), 2);
    const bars = layoutTimeline(
      { log, scale: { start: 0, end: log.end, left: 0, width: 500 }, rows, time: log.end },
      createTimelineBars(),
    );
    expect(log.count).toBeGreaterThan(40_000);
    expect(countBars(bars)).toBeLessThanOrEqual(2 * 3 * 501);
    const shown = barsOf(bars).reduce((sum, bar) => sum + bar.count, 0);
    expect(shown).toBe(log.count);
  });

  it('gives each span the look that it has at the moment', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1.1, noNaN: true }), (seed, share) => {
        const log = createSpanLog();
        log.update(generateLog({ transactions: 30, lanes: 2, seed, aborts: 0.4, validation: 5_000 }), 2);
        const time = Math.round(share * log.end);
        const scale = { start: 0, end: log.end, left: 0, width: 50_000 };
        const bars = barsOf(layoutTimeline({ log, scale, rows, time }, createTimelineBars()));
        for (const { span, look, count } of bars) {
          if (look === 'ahead') expect(span.end > time || span.start > time).toBe(true);
          else if (count === 1) expect(look).toBe(lookAt(span, time));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('knows one that was blocked from one that has ended well', () => {
    const log = createSpanLog();
    log.update(drawLog('0 L1 start 2.0\n0 L2 start 1.0\n90 L1 block 2.0 by 1\n100 L2 finish 1.0'), 2);
    const at = (time: number) =>
      print(
        layoutTimeline({ log, scale: { start: 0, end: 120, left: 0, width: 120 }, rows, time }, createTimelineBars()),
      );
    expect(at(89)[0]).toBe('L1 0+89 running');
    expect(at(90)).toEqual(['L1 0+90 blocked', 'L2 0+90 running', 'L2 90+10 ahead']);
  });

  it('allocates no bars once it has enough', () => {
    const log = createSpanLog();
    log.update(generateLog({ transactions: 200, lanes: 2, seed: 1 }), 2);
    const input = { log, scale: { start: 0, end: log.end, left: 0, width: 900 }, rows, time: log.end };
    const bars = layoutTimeline(input, createTimelineBars());
    const before = barsOf(bars);
    layoutTimeline({ ...input, time: log.end / 2 }, bars);
    layoutTimeline(input, bars);
    const after = barsOf(bars);
    expect(after).toHaveLength(before.length);
    expect(before.every((bar, i) => bar === after[i])).toBe(true);
  });
});
