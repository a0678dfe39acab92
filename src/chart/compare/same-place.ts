import type { LineChartLayout } from './line-chart.ts';

/** Marks nearer than this, in pixels, cover each other. */
const NEAR = 2;

/** Names of the other series that have a point where series `i` has its `k`-th: of the marks there only the last drawn is seen. */
export function othersAt({ series }: LineChartLayout, i: number, k: number): readonly string[] {
  const here = series[i]?.places[k];
  if (!here) return [];
  return series.flatMap(({ series: { label }, places }, other) =>
    other !== i && places.some(({ x, y }) => Math.hypot(x - here.x, y - here.y) < NEAR) ? [label] : [],
  );
}
