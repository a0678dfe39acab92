import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampScale, fitLimits, fitScale, panBy, pxToTime, reveal, timeToPx, zoomAbout } from './time-scale.ts';

const limits = { start: 0, end: 1000, shortest: 20 };
const scale = fitScale(limits, 30, 500);

describe('TimeScale', () => {
  it('maps time to pixels and back', () => {
    expect(timeToPx(scale, 0)).toBe(30);
    expect(timeToPx(scale, 1000)).toBe(530);
    expect(timeToPx(scale, 250)).toBe(155);
    expect(pxToTime(scale, 155)).toBe(250);
  });

  it('keeps the time under the pointer while zooming', () => {
    const zoomed = zoomAbout(scale, 280, 4, limits);
    expect(zoomed.end - zoomed.start).toBe(250);
    expect(pxToTime(zoomed, 280)).toBe(500);
  });

  it('stops at the limits', () => {
    expect(zoomAbout(scale, 280, 1e9, limits)).toMatchObject({ start: 490, end: 510 });
    expect(zoomAbout(scale, 280, 0.01, limits)).toEqual(scale);
    const zoomed = zoomAbout(scale, 30, 2, limits);
    expect(panBy(zoomed, -100, limits)).toEqual(zoomed);
    expect(panBy(zoomed, 1e6, limits)).toMatchObject({ start: 500, end: 1000 });
    expect(panBy(zoomed, 50, limits)).toMatchObject({ start: 50, end: 550 });
  });

  it('moves no further than needed to reveal a span', () => {
    const zoomed = clampScale({ ...scale, start: 0, end: 100 }, limits);
    expect(reveal(zoomed, 20, 40, limits)).toBe(zoomed);
    expect(reveal(zoomed, 200, 220, limits)).toMatchObject({ start: 130, end: 230 });
    expect(reveal({ ...zoomed, start: 500, end: 600 }, 200, 220, limits)).toMatchObject({ start: 190, end: 290 });
  });

  it('has a domain even when nothing has run yet', () => {
    expect(fitLimits(0).end).toBeGreaterThan(0);
  });

  it('never leaves its limits, whatever the gestures', () => {
    const gesture = fc.record({
      px: fc.double({ min: 30, max: 530, noNaN: true }),
      factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 20 }), (gestures) => {
        let now = scale;
        for (const { px, factor } of gestures) {
          now = panBy(zoomAbout(now, px, factor, limits), px - 280, limits);
          expect(now.start).toBeGreaterThanOrEqual(-1e-9);
          expect(now.end).toBeLessThanOrEqual(1000 + 1e-9);
          expect(now.end - now.start).toBeGreaterThanOrEqual(20 - 1e-9);
        }
      }),
    );
  });
});
