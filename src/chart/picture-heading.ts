import { type ChartTokens, type DrawContext, type MeasureText, smallText } from './chart-tokens.ts';
import { wrapText } from './wrap-text.ts';

/** What a picture says of itself where no page stands around it. */
export interface Heading {
  readonly title: string;
  /** Sentences below it, each from a new line. */
  readonly notes: readonly string[];
}

export interface PlacedHeading {
  readonly height: number;
  readonly lines: readonly {
    readonly text: string;
    readonly y: number;
    readonly font: string;
    readonly strong: boolean;
  }[];
}

/** From the picture's edges, and below the last line. */
const MARGIN = 16;
const LINE = 1.45;

/** Breaks a heading into lines for a picture `width` wide. */
export function layoutHeading(
  { title, notes }: Heading,
  width: number,
  tokens: ChartTokens,
  measure: MeasureText,
): PlacedHeading {
  const lines: PlacedHeading['lines'][number][] = [];
  let bottom = MARGIN;
  const add = (words: string, size: number, weight: string, strong: boolean): void => {
    const font = `${weight}${size}px ${tokens.fontWords}`;
    for (const text of wrapText(words, width - 2 * MARGIN, (part) => measure(part, font))) {
      lines.push({ text, y: bottom + (size * LINE) / 2, font, strong });
      bottom += size * LINE;
    }
  };
  add(title, 1.4 * smallText(tokens), '600 ', true);
  bottom += MARGIN / 4;
  for (const note of notes) add(note, 1.1 * smallText(tokens), '', false);
  return { height: Math.ceil(bottom + MARGIN), lines };
}

export function drawHeading(ctx: DrawContext, { lines }: PlacedHeading, tokens: ChartTokens): void {
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { text, y, font, strong } of lines) {
    ctx.font = font;
    ctx.fillStyle = strong ? tokens.text : tokens.dim;
    ctx.fillText(text, MARGIN, y);
  }
}
