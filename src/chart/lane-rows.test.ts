import { describe, expect, it } from 'vitest';
import { clampScroll, laneAt, layoutLaneRows, rowTop, visibleLanes } from './lane-rows.ts';

describe('layoutLaneRows', () => {
  it('gives four lanes as much as they can use', () => {
    expect(layoutLaneRows(4, 34, 334, 0)).toMatchObject({
      pitch: 68,
      height: 60,
      inset: 9,
      detail: 'name',
      total: 264,
      clipBottom: 298,
    });
  });

  it('gets thinner, then shows less, then scrolls', () => {
    expect(layoutLaneRows(8, 34, 274, 0)).toMatchObject({ pitch: 30, detail: 'number' });
    expect(layoutLaneRows(14, 34, 274, 0)).toMatchObject({ pitch: 17, detail: 'number' });
    expect(layoutLaneRows(16, 34, 274, 0)).toMatchObject({ pitch: 15, detail: 'none' });
    const many = layoutLaneRows(64, 34, 274, 100);
    expect(many).toMatchObject({ pitch: 14, top: -66, clipTop: 34, clipBottom: 274 });
    expect(visibleLanes(many)).toEqual({ first: 7, last: 24 });
  });

  it('gives larger type higher rows, and writes less where there is no room for them', () => {
    expect(layoutLaneRows(4, 34, 634, 0, 2)).toMatchObject({ pitch: 136, detail: 'name' });
    expect(layoutLaneRows(4, 34, 334, 0, 2)).toMatchObject({ pitch: 75, detail: 'number' });
    expect(layoutLaneRows(8, 34, 274, 0, 2)).toMatchObject({ pitch: 30, detail: 'none' });
  });

  it('says which lane lies at a height', () => {
    const rows = layoutLaneRows(4, 34, 334, 0);
    expect([33, 34, 101, 102, 297, 298].map((y) => laneAt(rows, y))).toEqual([null, 0, 0, 1, 3, null]);
    expect(rowTop(rows, 2)).toBe(170);
    expect(visibleLanes(rows)).toEqual({ first: 0, last: 3 });
  });

  it('never scrolls past the last lane', () => {
    expect(clampScroll(-5, 500, 200)).toBe(0);
    expect(clampScroll(900, 500, 200)).toBe(300);
    expect(clampScroll(900, 100, 200)).toBe(0);
  });
});
