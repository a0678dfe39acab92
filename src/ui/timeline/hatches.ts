import type { ChartTokens, Hatches } from '../../chart/chart-tokens.ts';

/** Distance between two stripes, CSS pixels. */
const PITCH = 8;

/** Diagonal stripes in each contract's colour, as patterns for `context`. Made once for each theme and pixel ratio. */
export function createHatches(context: CanvasRenderingContext2D, tokens: ChartTokens, pixelRatio: number): Hatches {
  const size = Math.max(4, Math.round(PITCH * pixelRatio));
  return tokens.contract.map((color) => {
    const tile = document.createElement('canvas');
    tile.width = size;
    tile.height = size;
    const pen = tile.getContext('2d');
    if (!pen) return color;
    pen.strokeStyle = color;
    pen.globalAlpha = 0.5;
    pen.lineWidth = size * 0.3;
    pen.beginPath();
    // Three strokes, so that the stripe goes on across the tile's corners.
    for (const shift of [-size, 0, size]) {
      pen.moveTo(shift - 1, size + 1);
      pen.lineTo(shift + size + 1, -1);
    }
    pen.stroke();
    const pattern = context.createPattern(tile, 'repeat');
    pattern?.setTransform(new DOMMatrix().scale(1 / pixelRatio));
    return pattern ?? color;
  });
}
