import type { ChartAxis, ChartPoint, ChartSeries } from './line-chart.ts';
import type { LineChart } from './line-chart.ts';

export interface SweepFigure {
  readonly value: number;
  readonly engine: string;
  readonly figure: number;
}

/** Mean over the seeds at each value, with the least and the most of them as its spread. */
export function sweepChart(
  figures: readonly SweepFigure[],
  engines: readonly { readonly id: string; readonly label: string }[],
  x: ChartAxis,
  y: ChartAxis,
): LineChart {
  return {
    series: engines.map(({ id, label }): ChartSeries => {
      const byValue = new Map<number, number[]>();
      for (const { engine, value, figure } of figures) {
        if (engine === id) byValue.set(value, [...(byValue.get(value) ?? []), figure]);
      }
      const points = [...byValue].sort(([a], [b]) => a - b).map(([value, list]) => toPoint(value, list));
      return { id, label, points };
    }),
    guides: [],
    marks: [],
    x,
    y,
  };
}

function toPoint(x: number, list: readonly number[]): ChartPoint {
  const mean = list.reduce((sum, figure) => sum + figure, 0) / list.length;
  if (list.length === 1) return { x, y: mean };
  return { x, y: mean, low: Math.min(...list), high: Math.max(...list) };
}
