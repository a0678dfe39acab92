import { describe, expect, it } from 'vitest';
import { fitDag, openDag, panDag, revealBox, zoomDag } from './dag-view.ts';

const panel = { width: 760, height: 300 };
const layout = { width: 2000, height: 580 };

describe('DagView', () => {
  it('fits all, never enlarged, in the middle', () => {
    expect(fitDag(layout, panel)).toEqual({ zoom: 0.37, x: 10, y: 0 });
    expect(fitDag({ width: 400, height: 100 }, panel)).toEqual({ zoom: 1, x: 180, y: 0 });
  });

  it('opens readable: all where it can be read, else the first waves', () => {
    expect(openDag({ width: 1000, height: 200 }, panel).zoom).toBeCloseTo(0.74);
    expect(openDag(layout, panel)).toEqual({ zoom: 0.5, x: 10, y: 0 });
    expect(openDag({ width: 40_000, height: 60 }, panel)).toEqual({ zoom: 0.8, x: 10, y: 0 });
  });

  it('keeps the point under the pointer while zooming', () => {
    const view = { zoom: 0.5, x: -100, y: 0 };
    const zoomed = zoomDag(view, 300, 100, 2, layout, panel);
    expect(zoomed).toEqual({ zoom: 1, x: -500, y: -100 });
    expect((300 - zoomed.x) / zoomed.zoom).toBe((300 - view.x) / view.zoom);
  });

  it('never loses the picture', () => {
    const away = panDag({ zoom: 1, x: 0, y: 0 }, -1e6, 1e6, layout, panel);
    expect(away.x + layout.width).toBeCloseTo(panel.width / 3);
    expect(away.y).toBeCloseTo(200);
  });

  it('moves no further than needed to reveal a node', () => {
    const view = { zoom: 1, x: 0, y: 0 };
    expect(revealBox(view, { x: 100, y: 100, width: 60, height: 34 }, panel)).toBe(view);
    expect(revealBox(view, { x: 1000, y: 100, width: 60, height: 34 }, panel)).toEqual({ zoom: 1, x: -310, y: 0 });
    expect(revealBox({ zoom: 1, x: -500, y: 0 }, { x: 100, y: 100, width: 60, height: 34 }, panel)).toEqual({
      zoom: 1,
      x: -90,
      y: 0,
    });
  });
});
