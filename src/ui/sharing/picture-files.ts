import type { ChartTokens, MeasureText } from '../../chart/chart-tokens.ts';
import { createSvgContext } from '../../chart/svg-context.ts';
import { readTokens } from '../theme/canvas-tokens.ts';
import { createHatches } from '../timeline/hatches.ts';
import { createMeasureText } from '../timeline/measure-text.ts';
import type { Picture } from './pictures.ts';

/** Pixels of a PNG for each CSS pixel. */
const PNG_SCALE = 2;

/** A picture as text, in the theme in force: no style sheet and no font of the page is needed to show it. */
export async function pictureToSvg(picture: Picture): Promise<string> {
  const { tokens, measure } = await pens();
  const ctx = createSvgContext(measure);
  picture.draw(ctx, { tokens, measure, hatches: tokens.contract.map((_, i) => `url(#hatch-${i})`) });
  const { width, height } = picture;
  return ctx.toSvg({ width, height, paper: tokens.bg, definitions: tokens.contract.map(hatch).join('') });
}

/** The same in pixels, two for one. */
export async function pictureToPng(picture: Picture): Promise<Blob> {
  const { tokens, measure } = await pens();
  const paper = createCanvas(picture, tokens);
  // On a canvas of its own, as charts begin with clearing theirs.
  const drawing = createCanvas(picture, null);
  drawing.scale(PNG_SCALE, PNG_SCALE);
  picture.draw(drawing, { tokens, measure, hatches: createHatches(drawing, tokens, PNG_SCALE) });
  paper.drawImage(drawing.canvas, 0, 0);
  return new Promise((resolve, reject) => {
    paper.canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser gave no PNG'))), 'image/png');
  });
}

function createCanvas({ width, height }: Picture, tokens: ChartTokens | null): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('this browser gives no 2D canvas');
  if (tokens) {
    ctx.fillStyle = tokens.bg;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
  }
  return ctx;
}

/** Widths are right only once the fonts are there. */
async function pens(): Promise<{ readonly tokens: ChartTokens; readonly measure: MeasureText }> {
  const tokens = readTokens(document.documentElement);
  await Promise.all([tokens.fontWords, tokens.fontMono].map((font) => document.fonts.load(`11px ${font}`))).catch(
    () => {},
  );
  return { tokens, measure: createMeasureText(() => {}) };
}

/** Diagonal stripes, as on the screen. */
const hatch = (color: string, i: number): string =>
  `<pattern id="hatch-${i}" width="8" height="8" patternUnits="userSpaceOnUse">` +
  `<path d="M-1 9L9 -1M-5 5L5 -5M3 13L13 3" stroke="${color}" stroke-width="2.4" stroke-opacity="0.5"/></pattern>`;
