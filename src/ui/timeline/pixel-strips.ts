import type { Strips } from '../../chart/draw-strips.ts';

/** Strips for one canvas after another: `on` gives those that are painted there. */
export interface PixelStrips {
  on(ctx: CanvasRenderingContext2D, width: number, pixelRatio: number): Strips;
}

/**
 * Strips as pixels: each row of them is a line of an image, a pixel high, and painted in one go, as high as it must be. Ten thousand
 * rectangles of a pixel are more than a processor without a graphics card paints in a frame; ten thousand pixels are nothing.
 */
export function createPixelStrips(): PixelStrips {
  const sheet = document.createElement('canvas');
  const pen = sheet.getContext('2d', { willReadFrequently: true });
  const shades = new Map<string, number>();
  let image = new ImageData(1, 1);
  let pixels = new Uint32Array(image.data.buffer);

  /** As a pixel without its alpha: whatever a style sheet calls a colour, the canvas knows how it looks. */
  function shadeOf(color: string): number {
    let shade = shades.get(color);
    if (shade === undefined) {
      const probe = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      if (!probe) return 0;
      probe.fillStyle = color;
      probe.fillRect(0, 0, 1, 1);
      const [r = 0, g = 0, b = 0] = probe.getImageData(0, 0, 1, 1).data;
      shade = r | (g << 8) | (b << 16);
      shades.set(color, shade);
    }
    return shade;
  }

  function resize(width: number, height: number): void {
    image = new ImageData(width, height);
    const grown = new Uint32Array(image.data.buffer);
    if (pixels.length < grown.length) grown.set(pixels);
    pixels = grown;
    sheet.width = width;
    sheet.height = height;
  }

  return {
    on(ctx, width, pixelRatio) {
      const across = Math.max(1, Math.ceil(width * pixelRatio));
      /** By top. */
      const rows = new Map<number, { readonly line: number; readonly height: number }>();
      if (image.width !== across) resize(across, image.height);
      pixels.fill(0);

      function lineOf(top: number, height: number): number {
        let row = rows.get(top);
        if (!row) {
          row = { line: rows.size, height };
          rows.set(top, row);
          if (row.line >= image.height) resize(across, 2 * image.height);
        }
        return row.line;
      }

      return {
        add(x, y, stripWidth, height, color, alpha) {
          const start = lineOf(y, height) * across;
          const from = Math.max(0, Math.floor(x * pixelRatio));
          const to = Math.min(across, Math.max(from + 1, Math.round((x + stripWidth) * pixelRatio)));
          if (to > from) pixels.fill(shadeOf(color) | (Math.round(alpha * 255) << 24), start + from, start + to);
        },
        end() {
          if (rows.size === 0 || !pen) return;
          pen.putImageData(image, 0, 0, 0, 0, across, rows.size);
          ctx.save();
          ctx.globalAlpha = 1;
          ctx.imageSmoothingEnabled = false;
          for (const [y, { line, height }] of rows) {
            ctx.drawImage(sheet, 0, line, across, 1, 0, y, across / pixelRatio, height);
          }
          ctx.restore();
          rows.clear();
        },
      };
    },
  };
}
