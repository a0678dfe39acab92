import { describe, expect, it } from 'vitest';
import { layoutAbortArrows, type ArrowInput } from './abort-arrows.ts';
import { layoutLaneRows } from './lane-rows.ts';
import { createSpanLog } from './spans.ts';
import { sixPxPerLetter } from './test-drawing.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';
import { generateLog } from './test-log.ts';

function input(log = createSpanLog(), lanes = 2, pitchRoom = 136): ArrowInput {
  if (log.count === 0) log.update(drawLog(STARTED_OVER), 2);
  return {
    log,
    scale: { start: 0, end: log.end, left: 0, width: 960 },
    rows: layoutLaneRows(lanes, 0, pitchRoom, 0),
    time: log.end,
    name: (location) => location,
    measure: sixPxPerLetter,
    font: '',
    focus: new Set(),
  };
}

describe('layoutAbortArrows', () => {
  it("leads from the writer's finish to the reader, with the reason on the road between", () => {
    const [arrow, ...others] = layoutAbortArrows(input());
    expect(others).toEqual([]);
    // 2 finishes at 100 on lane 1; 3.0 ran from 0 to 80 on lane 2. Four pixels to a unit of time.
    expect(arrow).toMatchObject({ fromX: 400, fromY: 51, toX: 316, toY: 77 });
    expect(arrow?.label).toEqual({
      x: 412,
      y: 54,
      width: 246,
      height: 20,
      text: '3 read pool.reserve0 before 2 wrote it',
    });
  });

  it('shows nothing before the abort', () => {
    expect(layoutAbortArrows({ ...input(), time: 109 })).toEqual([]);
  });

  it('keeps the sentence to what is in focus where rows are thin', () => {
    const thin = input(undefined, 2, 60);
    expect(layoutAbortArrows(thin)[0]?.label).toBeNull();
    expect(layoutAbortArrows({ ...thin, focus: new Set([3]) })[0]?.label).not.toBeNull();
  });

  it('never lets two sentences touch, and keeps them within the lanes', () => {
    for (let seed = 0; seed < 20; seed++) {
      const log = createSpanLog();
      log.update(generateLog({ transactions: 40, lanes: 6, seed, aborts: 0.5 }), 6);
      const labels = layoutAbortArrows(input(log, 6, 500)).flatMap(({ label }) => label ?? []);
      expect(labels.length).toBeGreaterThan(0);
      for (const [i, a] of labels.entries()) {
        expect(a.x).toBeGreaterThanOrEqual(0);
        expect(a.x + a.width).toBeLessThanOrEqual(960);
        for (const b of labels.slice(i + 1)) {
          const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
    }
  });

  it('draws only what is in focus when there would be a thicket', () => {
    const log = createSpanLog();
    log.update(generateLog({ transactions: 400, lanes: 4, seed: 1, aborts: 0.5 }), 4);
    expect(log.aborts.length).toBeGreaterThan(100);
    expect(layoutAbortArrows(input(log, 4, 280))).toEqual([]);
    const focus = new Set([log.aborts[0]?.tx ?? -1]);
    expect(layoutAbortArrows({ ...input(log, 4, 280), focus }).length).toBeGreaterThan(0);
  });
});
