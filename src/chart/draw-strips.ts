import type { DrawContext } from './chart-tokens.ts';

/** Up to here a rectangle stands for a pixel. */
const PIXEL = 2;

/**
 * Many narrow rectangles, drawn from left to right. Those of a pixel or so are put on whole pixels, which is several times faster to
 * paint, and those side by side that look alike are painted as one.
 */
export interface Strips {
  add(x: number, y: number, width: number, height: number, color: string, alpha: number): void;
  /** Paints what is left. */
  end(): void;
}

export function createStrips(ctx: DrawContext): Strips {
  let [left, right, top, tall, shade, strength] = [0, 0, 0, 0, '', -1];

  function end(): void {
    if (right > left) {
      ctx.globalAlpha = strength;
      ctx.fillStyle = shade;
      ctx.fillRect(left, top, right - left, tall);
    }
    right = left;
  }

  return {
    add(x, y, width, height, color, alpha) {
      const isPixel = width < PIXEL;
      const from = isPixel ? Math.floor(x) : x;
      const to = from + (isPixel ? 1 : width);
      const goesOn = from <= right && from >= left && right > left;
      if (goesOn && y === top && color === shade && alpha === strength && height === tall) {
        right = Math.max(right, to);
        return;
      }
      end();
      [left, right, top, tall] = [from, to, y, height];
      [shade, strength] = [color, alpha];
    },
    end,
  };
}
