import { describe, expect, it } from 'vitest';
import { createStrips, type Strips } from '../../chart/draw-strips.ts';
import { createPixelStrips } from './pixel-strips.ts';

const WIDTH = 60;
const HEIGHT = 80;
const COLORS = ['#56b4e9', 'rgb(213 94 0)', '#cc79a7', 'hsl(164 100% 31%)'];

function paint(pixelRatio: number, act: (ctx: CanvasRenderingContext2D) => void): Uint8ClampedArray {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH * pixelRatio;
  canvas.height = HEIGHT * pixelRatio;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  ctx.fillStyle = '#222';
  ctx.fillRect(0, 0, WIDTH, HEIGHT);
  act(ctx);
  return ctx.getImageData(0, 0, canvas.width, canvas.height).data;
}

/** Eleven rows, more than there is room for at first, with strips of one to three pixels and gaps. */
function addAll(strips: Strips): void {
  for (let row = 0; row < 11; row++) {
    for (let x = row; x < WIDTH; x += 4) {
      strips.add(x, row * 7, 1 + (x % 3), 5, COLORS[(x + row) % 4] as string, x % 2 ? 1 : 0.2);
    }
  }
  strips.end();
}

function furthest(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs((a[i] as number) - (b[i] as number)));
  return most;
}

describe('createPixelStrips', () => {
  for (const pixelRatio of [1, 2]) {
    it(`paints on whole pixels what rectangles would, ${pixelRatio} to a unit`, () => {
      const expected = paint(pixelRatio, (ctx) => addAll(createStrips(ctx)));
      const pixels = createPixelStrips();
      const found = paint(pixelRatio, (ctx) => addAll(pixels.on(ctx, WIDTH, pixelRatio)));
      expect(furthest(found, expected)).toBeLessThanOrEqual(2);
      expect(
        furthest(
          expected,
          paint(pixelRatio, () => {}),
        ),
      ).toBeGreaterThan(100);
      // Nothing is left of the last picture when the next one is painted.
      const again = paint(pixelRatio, (ctx) => addAll(pixels.on(ctx, WIDTH, pixelRatio)));
      expect(furthest(again, expected)).toBeLessThanOrEqual(2);
      const nothing = paint(pixelRatio, (ctx) => pixels.on(ctx, WIDTH, pixelRatio).end());
      expect(
        furthest(
          nothing,
          paint(pixelRatio, () => {}),
        ),
      ).toBe(0);
    });
  }

  it('gives what is narrower than a pixel a pixel of its own, and cuts at the edge', () => {
    const found = paint(1, (ctx) => {
      const strips = createPixelStrips().on(ctx, WIDTH, 1);
      strips.add(10.6, 0, 0.1, 5, '#ff0000', 1);
      strips.add(WIDTH - 0.5, 0, 3, 5, '#ff0000', 1);
      strips.end();
    });
    const red = Array.from({ length: WIDTH }, (_, x) => x).filter((x) => found[4 * x] === 255);
    expect(red).toEqual([10, WIDTH - 1]);
  });
});
