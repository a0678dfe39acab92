import { scaleLinear, scaleLog, scaleSymlog, type ScaleContinuousNumeric } from 'd3';
import type { ChartTokens } from '../chart-tokens.ts';
import { wrapText } from '../wrap-text.ts';
import type { Place } from './series-look.ts';

/** A quantity against another, for several series: what a line chart shows, before it has a size. */
export interface LineChart {
  readonly series: readonly ChartSeries[];
  /** Lines that nobody ran: bounds, laws. */
  readonly guides: readonly ChartGuide[];
  /** Marked places on the x axis. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
  readonly x: ChartAxis;
  readonly y: ChartAxis;
}

export interface ChartSeries {
  readonly id: string;
  readonly label: string;
  /** By x, rising. */
  readonly points: readonly ChartPoint[];
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** Spread around `y`, where there is one. */
  readonly low?: number;
  readonly high?: number;
}

export interface ChartGuide {
  readonly id: string;
  /** `bound`: nothing lies above it. `fit`: a law as fitted to what was run. `published`: what others measured. */
  readonly kind: 'bound' | 'fit' | 'published';
  readonly label: string;
  readonly points: readonly ChartPoint[];
}

export interface ChartAxis {
  readonly label: string;
  /** `log2` for doublings; `symlog` for gas: 0, and from about 1,000 on by powers of ten. */
  readonly kind: 'linear' | 'log2' | 'symlog';
  /** Where ticks stand; absent: at round values. */
  readonly ticks?: readonly number[];
  readonly format: (value: number) => string;
}

export interface PlacedTick {
  readonly at: number;
  readonly label: string;
}

/** A name beside the plot. */
export interface PlacedName {
  /** Middle of its first line. */
  readonly y: number;
  readonly lines: readonly string[];
}

/** A chart with a size: pixels. */
export interface LineChartLayout {
  readonly width: number;
  readonly height: number;
  /** The plot within the margins. */
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly series: readonly {
    readonly series: ChartSeries;
    readonly places: readonly Place[];
    /** Outline of what lies between `low` and `high`; empty without a spread. */
    readonly band: readonly Place[];
    /** Right of the plot; null for a series without points. */
    readonly name: PlacedName | null;
  }[];
  readonly guides: readonly {
    readonly guide: ChartGuide;
    readonly places: readonly Place[];
    readonly name: PlacedName | null;
  }[];
  /** `before`: its words end at its line, as there is no room after it. */
  readonly marks: readonly { readonly x: number; readonly label: string; readonly before: boolean }[];
}

const MARGIN = { left: 52, top: 22, bottom: 44 } as const;
/** From the plot to where names begin: a leader and the sign stand between. */
export const NAMES_FROM = 36;
/** Right of the names. */
const NAMES_END = 8;
/** More of the width names don't take; they are broken into lines. */
const MOST_FOR_NAMES = 0.3;
/** Least distance between two lines of names. */
export const NAME_PITCH = 15;
/** From a marked place's line to its words. */
export const MARK_GAP = 5;
const Y_TICKS = 6;

/** `font` value of all words of a line chart. */
export const namesFont = ({ fontWords }: ChartTokens): string => `12px ${fontWords}`;

/**
 * Gives a chart its pixels. The y axis begins at 0, so that lengths can be compared. The plot leaves as much room as the names
 * need: `widthOf` measures a text in their font.
 */
export function layoutLineChart(
  chart: LineChart,
  width: number,
  height: number,
  widthOf: (text: string) => number,
): LineChartLayout {
  const named = [...chart.series, ...chart.guides].filter(({ points }) => points.length > 0);
  const linesOf = new Map(named.map(({ id, label }) => [id, wrapText(label, width * MOST_FOR_NAMES, widthOf)]));
  const widest = Math.max(0, ...[...linesOf.values()].flat().map(widthOf));
  const plot = {
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 1, Math.floor(width - NAMES_FROM - widest - NAMES_END)),
    top: MARGIN.top,
    bottom: Math.max(MARGIN.top + 1, height - MARGIN.bottom),
  };
  const all = [...chart.series, ...chart.guides].flatMap(({ points }) => points);
  const xs = [...all.map(({ x }) => x), ...(chart.x.ticks ?? [])];
  const x = scaleOf(chart.x.kind, Math.min(...xs), Math.max(...xs)).range([plot.left, plot.right]);
  const most = Math.max(...all.map(({ y, high }) => high ?? y), 0);
  const y = scaleLinear([0, most > 0 ? most * 1.04 : 1], [plot.bottom, plot.top]);

  const place = (p: ChartPoint): Place => ({ x: x(p.x), y: y(p.y) });
  const edge = (points: readonly ChartPoint[], end: 'low' | 'high'): Place[] =>
    points.map((p) => place({ x: p.x, y: p[end] ?? p.y }));
  const tops = spreadNames(
    named.map(({ id, points }) => ({ end: y(points.at(-1)?.y ?? 0), lines: linesOf.get(id)?.length ?? 1 })),
    plot.top,
    plot.bottom,
  );
  const nameOf = new Map(
    named.map(({ id }, i): [string, PlacedName] => [id, { y: tops[i] ?? 0, lines: linesOf.get(id) ?? [] }]),
  );
  const [least = 0, greatest = 0] = x.domain();
  return {
    width,
    height,
    plot,
    xTicks: (chart.x.ticks ?? x.ticks(Y_TICKS)).map((value) => ({ at: x(value), label: chart.x.format(value) })),
    yTicks: (chart.y.ticks ?? y.ticks(Y_TICKS)).map((value) => ({ at: y(value), label: chart.y.format(value) })),
    series: chart.series.map((series) => ({
      series,
      places: series.points.map(place),
      band: series.points.some(({ low }) => low !== undefined)
        ? [...edge(series.points, 'high'), ...edge(series.points, 'low').reverse()]
        : [],
      name: nameOf.get(series.id) ?? null,
    })),
    guides: chart.guides.map((guide) => ({
      guide,
      places: guide.points.map(place),
      name: nameOf.get(guide.id) ?? null,
    })),
    marks: chart.marks
      .filter((mark) => mark.x >= least && mark.x <= greatest)
      .map((mark) => {
        const needed = MARK_GAP + widthOf(mark.label);
        const before = x(mark.x) + needed > plot.right && x(mark.x) - needed >= plot.left;
        return { x: x(mark.x), label: mark.label, before };
      }),
  };
}

function scaleOf(kind: ChartAxis['kind'], from: number, to: number): ScaleContinuousNumeric<number, number> {
  const domain = from < to ? [from, to] : [from, from + 1];
  if (kind === 'log2') return scaleLog(domain, [0, 1]).base(2);
  if (kind === 'symlog') return scaleSymlog(domain, [0, 1]).constant(1000);
  return scaleLinear(domain, [0, 1]);
}

/**
 * Places names, each beside the end of its line as near as it can be, in the order of the ends and without touching. Gives the
 * middle of each name's first line, within `top` and `bottom`; where there isn't room for all, they move closer together.
 */
export function spreadNames(
  names: readonly { readonly end: number; readonly lines: number }[],
  top: number,
  bottom: number,
): readonly number[] {
  const order = names.map((name, i) => ({ ...name, i })).sort((a, b) => a.end - b.end || a.i - b.i);
  const gaps = order.reduce((sum, { lines }) => sum + lines, -1);
  const pitch = Math.min(NAME_PITCH, (bottom - top) / Math.max(1, gaps));
  const firsts: number[] = [];
  let next = top;
  for (const { end, lines } of order) {
    const first = Math.max(next, end - ((lines - 1) * pitch) / 2);
    firsts.push(first);
    next = first + lines * pitch;
  }
  // Pushed beyond the bottom, they move up together.
  let limit = bottom + pitch;
  for (let k = order.length - 1; k >= 0; k--) {
    const lines = order[k]?.lines ?? 1;
    limit = Math.min(firsts[k] as number, limit - lines * pitch);
    firsts[k] = limit;
  }
  const result = new Array<number>(names.length);
  for (const [k, { i }] of order.entries()) result[i] = firsts[k] as number;
  return result;
}
