import { comparing as texts } from '#texts/comparing.ts';
import type { LineChart } from '../../chart/compare/line-chart.ts';

/** Wherever a curve is named, it is said that it has results which aren't the serial ones: being fast is no merit then. */
export function markWrong(chart: LineChart, wrong: readonly string[]): LineChart {
  const ids = new Set(wrong);
  const series = chart.series.map((curve) =>
    ids.has(curve.id) ? { ...curve, label: texts.wrongResultIn(curve.label) } : curve,
  );
  return { ...chart, series };
}
