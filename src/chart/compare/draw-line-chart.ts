import type { ChartTokens, DrawContext } from '../chart-tokens.ts';
import {
  type ChartGuide,
  type ChartSeries,
  type LineChart,
  type LineChartLayout,
  MARK_GAP,
  NAME_PITCH,
  NAMES_FROM,
  namesFont,
  type PlacedName,
} from './line-chart.ts';
import { MARKS, type Place, type SeriesLook } from './series-look.ts';

/** Lengths of dashes and gaps by kind of guide, CSS pixels; the page's style sheet has the same. */
const DASHES: Readonly<Record<ChartGuide['kind'], number[]>> = { bound: [7, 4], fit: [1, 4], published: [7, 4] };

/** A line chart for a picture in a file; on the page it is an SVG of the same layout, whose marks can be reached by keyboard. */
export function drawLineChart(
  ctx: DrawContext,
  { x, y }: Pick<LineChart, 'x' | 'y'>,
  layout: LineChartLayout,
  lookOf: (series: ChartSeries) => SeriesLook,
  tokens: ChartTokens,
): void {
  const { plot } = layout;
  const text = (words: string, at: number, top: number, color: string, align: 'left' | 'center' | 'right'): void => {
    ctx.fillStyle = color;
    ctx.textAlign = align;
    ctx.fillText(words, at, top);
  };
  const line = (places: readonly Place[], color: string, width: number, dash: number[] = []): void => {
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    trace(ctx, places);
    ctx.stroke();
    ctx.setLineDash([]);
  };
  const name = ({ y: top, lines }: PlacedName, color: string): void => {
    for (const [i, words] of lines.entries()) text(words, plot.right + NAMES_FROM, top + i * NAME_PITCH, color, 'left');
  };
  const leader = (places: readonly Place[], { y: top }: PlacedName, color: string): void => {
    const from = { x: plot.right + 8, y: places.at(-1)?.y ?? top };
    line([from, { x: plot.right + 18, y: top }], color, 1);
  };

  ctx.font = namesFont(tokens);
  ctx.textBaseline = 'middle';
  for (const { at, label } of layout.yTicks) {
    line(
      [
        { x: plot.left, y: at },
        { x: plot.right, y: at },
      ],
      tokens.line,
      1,
    );
    text(label, plot.left - 8, at, tokens.dim, 'right');
  }
  for (const { at, label } of layout.xTicks) text(label, at, plot.bottom + 18, tokens.dim, 'center');
  text(x.label, plot.right, plot.bottom + 36, tokens.dim, 'right');
  text(y.label, 8, 12, tokens.dim, 'left');
  for (const { x: at, label, before } of layout.marks) {
    line(
      [
        { x: at, y: plot.top - 4 },
        { x: at, y: plot.bottom },
      ],
      tokens.dim,
      1,
      [2, 4],
    );
    text(label, at + (before ? -MARK_GAP : MARK_GAP), plot.top, tokens.dim, before ? 'right' : 'left');
  }
  for (const { guide, places, name: placed } of layout.guides) {
    const color = guide.kind === 'bound' ? tokens.critical : tokens.dim;
    line(places, color, 1.75, DASHES[guide.kind]);
    if (!placed) continue;
    leader(places, placed, tokens.dim);
    const sample = [plot.right + 19, plot.right + 33].map((at) => ({ x: at, y: placed.y }));
    line(sample, color, 1.75, DASHES[guide.kind]);
    name(placed, color);
  }
  for (const { series, places, band, name: placed } of layout.series) {
    const { color: index, mark, hollow } = lookOf(series);
    const color = mixColors(tokens.contract[index] ?? tokens.dim, tokens.text);
    const sign = (at: Place): void => {
      trace(
        ctx,
        (MARKS[mark] ?? []).map((corner) => ({ x: at.x + corner.x, y: at.y + corner.y })),
      );
      ctx.closePath();
      ctx.fillStyle = hollow ? tokens.bg : color;
      ctx.fill();
      ctx.strokeStyle = hollow ? color : tokens.bg;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    };
    if (band.length > 0) {
      ctx.globalAlpha = 0.16;
      ctx.fillStyle = color;
      trace(ctx, band);
      ctx.closePath();
      ctx.fill();
      ctx.globalAlpha = 1;
    }
    line(places, color, 2, hollow ? [9, 4] : []);
    places.forEach(sign);
    if (!placed) continue;
    leader(places, placed, color);
    sign({ x: plot.right + 26, y: placed.y });
    name(placed, tokens.text);
  }
}

function trace(ctx: DrawContext, places: readonly Place[]): void {
  ctx.beginPath();
  for (const [i, { x, y }] of places.entries()) {
    if (i === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
}

/** Share of its own colour that a series keeps; the rest is that of text, so that it is seen on either background. */
const OWN = 0.72;

/** As the page's `color-mix`, in a form that other programs know; a colour that isn't `#rrggbb` stays as it is. */
export function mixColors(color: string, text: string): string {
  const [own, other] = [color, text].map((hex) => /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex));
  if (!own || !other) return color;
  const mixed = [1, 2, 3].map((i) => OWN * parseInt(own[i] ?? '', 16) + (1 - OWN) * parseInt(other[i] ?? '', 16));
  return `#${mixed.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
