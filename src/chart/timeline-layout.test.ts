import { describe, expect, it } from 'vitest';
import { layoutLaneRows } from './lane-rows.ts';
import { createSpanLog } from './spans.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';
import { generateLog } from './test-log.ts';
import { type BarList, createBarList, layoutTimeline } from './timeline-layout.ts';

const rows = layoutLaneRows(2, 34, 334, 0);

function print({ items, count }: BarList): string[] {
  return items
    .slice(0, count)
    .map(
      ({ lane, x, width, look, count: n }) =>
        `L${lane + 1} ${Math.round(x)}+${Math.round(width)} ${look}${n > 1 ? ` ×${n}` : ''}`,
    );
}

function layout(start: number, end: number, time: number, width = 240): string[] {
  const log = createSpanLog();
  log.update(drawLog(STARTED_OVER), 2);
  return print(layoutTimeline({ log, scale: { start, end, left: 0, width }, rows, time }, createBarList()));
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
      createBarList(),
    );
    expect(log.count).toBeGreaterThan(40_000);
    expect(bars.count).toBeLessThanOrEqual(2 * 3 * 501);
    const shown = bars.items.slice(0, bars.count).reduce((sum, bar) => sum + bar.count, 0);
    expect(shown).toBe(log.count);
  });

  it('allocates no bars once it has enough', () => {
    const log = createSpanLog();
    log.update(generateLog({ transactions: 200, lanes: 2, seed: 1 }), 2);
    const input = { log, scale: { start: 0, end: log.end, left: 0, width: 900 }, rows, time: log.end };
    const bars = layoutTimeline(input, createBarList());
    const before = [...bars.items];
    layoutTimeline({ ...input, time: log.end / 2 }, bars);
    layoutTimeline(input, bars);
    expect(before.every((bar, i) => bar === bars.items[i])).toBe(true);
  });
});
