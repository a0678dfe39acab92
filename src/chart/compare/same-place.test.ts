import { expect, test } from 'vitest';
import { type LineChart, layoutLineChart } from './line-chart.ts';
import { othersAt } from './same-place.ts';

test('who else has a point where one mark covers another', () => {
  const line = (label: string, ...ys: number[]) => ({ id: label, label, points: ys.map((y, i) => ({ x: i + 1, y })) });
  const axis = { label: '', kind: 'linear', format: String } as const;
  const chart: LineChart = {
    series: [line('A', 1, 2, 3), line('B', 1, 3, 3.001), line('C', 1, 1)],
    guides: [],
    marks: [],
    x: axis,
    y: axis,
  };
  const layout = layoutLineChart(chart, 600, 400, () => 10);
  expect([0, 1, 2].map((k) => othersAt(layout, 0, k))).toEqual([['B', 'C'], [], ['B']]);
  expect(othersAt(layout, 2, 2)).toEqual([]);
});
