import { describe, expect, test } from 'vitest';
import { amdahl, fitAmdahl } from './amdahl.ts';
import { type LineChart, layoutLineChart, spreadLabels } from './line-chart.ts';

const chart: LineChart = {
  series: [
    {
      id: 'a',
      label: 'A',
      points: [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
        { x: 4, y: 3, low: 2, high: 4 },
      ],
    },
    { id: 'b', label: 'B', points: [] },
  ],
  guides: [{ id: 'bound', label: 'bound', points: [{ x: 4, y: 3 }] }],
  marks: [
    { x: 2, label: '2 threads' },
    { x: 128, label: 'outside' },
  ],
  x: { label: 'lanes', kind: 'log2', ticks: [1, 2, 4], format: String },
  y: { label: 'speed-up', kind: 'linear', format: String },
};

describe('layoutLineChart', () => {
  const layout = layoutLineChart(chart, 652, 426);

  test('doublings are equally far apart; 0 is at the bottom', () => {
    const [first, second, third] = layout.xTicks.map(({ at }) => at);
    expect(first).toBe(layout.plot.left);
    expect(third).toBe(layout.plot.right);
    expect(second).toBeCloseTo((layout.plot.left + layout.plot.right) / 2);
    expect(layout.yTicks[0]).toEqual({ at: layout.plot.bottom, label: '0' });
  });

  test('the spread reaches into the picture and makes a band', () => {
    const [a, b] = layout.series;
    expect(a?.band).not.toBe('');
    expect(a?.places).toHaveLength(3);
    expect(a?.places[2]?.y).toBeGreaterThan(layout.plot.top);
    expect(b).toMatchObject({ path: '', band: '', places: [], labelY: null });
  });

  test('marks outside the axis are left out', () => {
    expect(layout.marks).toEqual([{ x: layout.xTicks[1]?.at, label: '2 threads' }]);
  });

  test('nothing to show is no error', () => {
    expect(layoutLineChart({ ...chart, series: [], guides: [] }, 300, 200).series).toEqual([]);
  });
});

test('names keep their order and their distance', () => {
  expect(spreadLabels([50, 10, 12], 15, 0, 100)).toEqual([50, 10, 25]);
  expect(spreadLabels([98, 99, 100], 15, 0, 100)).toEqual([70, 85, 100]);
});

describe('fitAmdahl', () => {
  const lanes = [1, 2, 4, 8, 16, 32, 64];

  test('finds the share that a law was made with', () => {
    for (const share of [0, 0.03, 0.25, 1]) {
      const fit = fitAmdahl(lanes.map((n) => ({ lanes: n, speedup: amdahl(share, n) })));
      expect(fit?.serialShare).toBeCloseTo(share, 10);
      expect(fit?.error).toBeCloseTo(0, 8);
    }
  });

  test('slower than one lane counts as wholly serial; one lane says nothing', () => {
    expect(fitAmdahl([{ lanes: 8, speedup: 0.7 }])?.serialShare).toBe(1);
    expect(fitAmdahl([{ lanes: 1, speedup: 1 }])).toBeNull();
  });
});
