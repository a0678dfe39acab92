import { describe, expect, test } from 'vitest';
import { toRunMetrics } from '../../analysis/metrics.ts';
import type { RunMetrics } from '../../model/run.ts';
import { layoutLineChart } from './line-chart.ts';
import { scalingChart } from './scaling-chart.ts';
import { sweepChart } from './sweep-chart.ts';

/** A run of no events: its bound is min(lanes, work ÷ critical path), and its speed-up is given. */
const metrics = (lanes: number, work: number, criticalPath: number, speedup: number): RunMetrics => ({
  ...toRunMetrics({ engine: 'dag', lanes, clock: 'virtual', events: [], work, criticalPath }),
  speedup,
});

describe('scalingChart', () => {
  const lanes = [1, 2, 4, 8];
  const curve = (id: string, criticalPath: number) => ({
    id,
    label: id.toUpperCase(),
    metrics: lanes.map((n) => metrics(n, 300, criticalPath, Math.min(n, 300 / criticalPath))),
  });
  const input = { curves: [curve('a', 100), curve('b', 100), curve('c', 60)], lanes, threads: 2, fit: null };

  test('engines with one bound share its line; another has its own, by name', () => {
    const { guides, marks } = scalingChart(input);
    expect(guides.map(({ label }) => label)).toEqual(['bound 3.00×', 'bound 5.00× of C']);
    expect(guides[0]?.points.at(-1)).toEqual({ x: 8, y: 3 });
    // The bend is a point of its own.
    expect(guides[0]?.points).toContainEqual({ x: 3, y: 3 });
    expect(marks).toEqual([{ x: 2, label: 'this machine: 2 threads' }]);
  });

  test('no point lies above its bound’s line', () => {
    const chart = scalingChart({ ...input, fit: { serialShare: 0.1, error: 0, relativeError: 0, to: 'A' } });
    const layout = layoutLineChart(chart, 800, 400, (text) => 6 * text.length);
    expect(layout.guides.map(({ guide }) => guide.id)).toEqual(['bound 0', 'bound 1', 'amdahl']);
    expect(chart.series[0]?.points.every(({ x, y }) => y <= Math.min(x, 3))).toBe(true);
  });

  test('Amdahl’s law is a line only where it fits, and is never of the kind of a bound', () => {
    const guidesOf = (relativeError: number) =>
      scalingChart({ ...input, fit: { serialShare: 0.1, error: 0.2, relativeError, to: 'A' } }).guides;
    const line = guidesOf(0.1).find(({ id }) => id === 'amdahl');
    expect(line).toMatchObject({ kind: 'fit', label: 'Amdahl fitted to A: 10.0% serial, ±0.20×' });
    expect(guidesOf(0.11).map(({ kind }) => kind)).toEqual(['bound', 'bound']);
  });

  test('no runs yet: axes, and nothing else', () => {
    const chart = scalingChart({ curves: [{ id: 'a', label: 'A', metrics: [] }], lanes, threads: 0, fit: null });
    expect(layoutLineChart(chart, 800, 400, (text) => 6 * text.length).xTicks).toHaveLength(4);
    expect(chart.guides).toEqual([]);
  });
});

test('sweepChart: the mean of the seeds, with the least and the most', () => {
  const axis = { label: '', kind: 'linear', format: String } as const;
  const figures = [
    { value: 1, engine: 'a', figure: 4 },
    { value: 0, engine: 'a', figure: 2 },
    { value: 1, engine: 'a', figure: 2 },
  ];
  const { series } = sweepChart(figures, [{ id: 'a', label: 'A' }], axis, axis);
  expect(series[0]?.points).toEqual([
    { x: 0, y: 2 },
    { x: 1, y: 3, low: 2, high: 4 },
  ]);
});
