import { area, line, scaleLinear, scaleLog, scaleSymlog, type ScaleContinuousNumeric } from 'd3';

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

/** A chart with a size: pixels and SVG paths. */
export interface LineChartLayout {
  readonly width: number;
  readonly height: number;
  /** The plot within the margins. */
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  readonly xTicks: readonly PlacedTick[];
  readonly yTicks: readonly PlacedTick[];
  readonly series: readonly {
    readonly series: ChartSeries;
    readonly path: string;
    /** Between `low` and `high`; empty without a spread. */
    readonly band: string;
    readonly places: readonly { readonly x: number; readonly y: number }[];
    /** Where its name stands, right of the plot; null for a series without points. */
    readonly labelY: number | null;
  }[];
  readonly guides: readonly { readonly guide: ChartGuide; readonly path: string; readonly labelY: number | null }[];
  readonly marks: readonly { readonly x: number; readonly label: string }[];
}

const MARGIN = { left: 52, right: 205, top: 22, bottom: 44 } as const;
/** Least distance between two names. */
const LABEL_PITCH = 15;
const Y_TICKS = 6;

/** Gives a chart its pixels. The y axis begins at 0, so that lengths can be compared. */
export function layoutLineChart(chart: LineChart, width: number, height: number): LineChartLayout {
  const plot = {
    left: MARGIN.left,
    right: Math.max(MARGIN.left + 1, width - MARGIN.right),
    top: MARGIN.top,
    bottom: Math.max(MARGIN.top + 1, height - MARGIN.bottom),
  };
  const all = [...chart.series, ...chart.guides].flatMap(({ points }) => points);
  const xs = [...all.map(({ x }) => x), ...(chart.x.ticks ?? [])];
  const x = scaleOf(chart.x.kind, Math.min(...xs), Math.max(...xs)).range([plot.left, plot.right]);
  const most = Math.max(...all.map(({ y, high }) => high ?? y), 0);
  const y = scaleLinear([0, most > 0 ? most * 1.04 : 1], [plot.bottom, plot.top]);

  const path = line<ChartPoint>(
    (p) => x(p.x),
    (p) => y(p.y),
  );
  const band = area<ChartPoint>(
    (p) => x(p.x),
    (p) => y(p.low ?? p.y),
    (p) => y(p.high ?? p.y),
  );
  const named = [...chart.series, ...chart.guides].filter(({ points }) => points.length > 0);
  const labels = spreadLabels(
    named.map(({ points }) => y(points.at(-1)?.y ?? 0)),
    LABEL_PITCH,
    plot.top,
    plot.bottom,
  );
  const labelOf = new Map(named.map(({ id }, i) => [id, labels[i] ?? 0]));
  const [least = 0, greatest = 0] = x.domain();
  return {
    width,
    height,
    plot,
    xTicks: (chart.x.ticks ?? x.ticks(Y_TICKS)).map((value) => ({ at: x(value), label: chart.x.format(value) })),
    yTicks: (chart.y.ticks ?? y.ticks(Y_TICKS)).map((value) => ({ at: y(value), label: chart.y.format(value) })),
    series: chart.series.map((series) => ({
      series,
      path: path(series.points) ?? '',
      band: series.points.some(({ low }) => low !== undefined) ? (band(series.points) ?? '') : '',
      places: series.points.map((point) => ({ x: x(point.x), y: y(point.y) })),
      labelY: labelOf.get(series.id) ?? null,
    })),
    guides: chart.guides.map((guide) => ({
      guide,
      path: path(guide.points) ?? '',
      labelY: labelOf.get(guide.id) ?? null,
    })),
    marks: chart.marks
      .filter((mark) => mark.x >= least && mark.x <= greatest)
      .map((mark) => ({ x: x(mark.x), label: mark.label })),
  };
}

function scaleOf(kind: ChartAxis['kind'], from: number, to: number): ScaleContinuousNumeric<number, number> {
  const domain = from < to ? [from, to] : [from, from + 1];
  if (kind === 'log2') return scaleLog(domain, [0, 1]).base(2);
  if (kind === 'symlog') return scaleSymlog(domain, [0, 1]).constant(1000);
  return scaleLinear(domain, [0, 1]);
}

/**
 * Where names stand so that no two overlap: each as near as may be to its line's end, in the order of the ends, `pitch` apart,
 * within `top` and `bottom` as far as there is room.
 */
export function spreadLabels(ends: readonly number[], pitch: number, top: number, bottom: number): readonly number[] {
  const order = ends.map((end, i) => ({ end, i })).sort((a, b) => a.end - b.end || a.i - b.i);
  const placed: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { end } of order) {
    last = Math.max(top, end, last + pitch);
    placed.push(last);
  }
  // Pushed beyond the bottom, they move up together.
  let limit = bottom;
  for (let k = placed.length - 1; k >= 0; k--) {
    const at = Math.min(placed[k] as number, limit);
    placed[k] = at;
    limit = at - pitch;
  }
  const result = new Array<number>(ends.length);
  for (const [k, { i }] of order.entries()) result[i] = placed[k] as number;
  return result;
}
