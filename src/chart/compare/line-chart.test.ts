import { describe, expect, test } from 'vitest';
import { amdahl, fitAmdahl, followsAmdahl } from './amdahl.ts';
import { sixPxPerLetter } from '../test-drawing.ts';
import { type ChartGuide, type LineChart, layoutLineChart, NAMES_FROM, spreadNames } from './line-chart.ts';

const widthOf = (text: string): number => sixPxPerLetter(text, '');

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
  guides: [{ id: 'bound', kind: 'bound', label: 'bound', points: [{ x: 4, y: 3 }] }],
  marks: [
    { x: 2, label: '2 threads' },
    { x: 128, label: 'outside' },
  ],
  x: { label: 'lanes', kind: 'log2', ticks: [1, 2, 4], format: String },
  y: { label: 'speed-up', kind: 'linear', format: String },
};

describe('layoutLineChart', () => {
  const layout = layoutLineChart(chart, 652, 426, widthOf);

  test('doublings are equally far apart; 0 is at the bottom', () => {
    const [first, second, third] = layout.xTicks.map(({ at }) => at);
    expect(first).toBe(layout.plot.left);
    expect(third).toBe(layout.plot.right);
    expect(second).toBeCloseTo((layout.plot.left + layout.plot.right) / 2);
    expect(layout.yTicks[0]).toEqual({ at: layout.plot.bottom, label: '0' });
  });

  test('the spread reaches into the picture and makes a band', () => {
    const [a, b] = layout.series;
    expect(a?.band).toHaveLength(6);
    expect(a?.places).toHaveLength(3);
    expect(a?.places[2]?.y).toBeGreaterThan(layout.plot.top);
    expect(b).toMatchObject({ band: [], places: [], name: null });
  });

  test('marks outside the axis are left out', () => {
    expect(layout.marks).toEqual([{ x: layout.xTicks[1]?.at, label: '2 threads', before: false }]);
  });

  test('nothing to show is no error', () => {
    expect(layoutLineChart({ ...chart, series: [], guides: [] }, 300, 200, widthOf).series).toEqual([]);
  });
});

test('names keep their order and their distance', () => {
  const spread = (...ends: number[]) =>
    spreadNames(
      ends.map((end) => ({ end, lines: 1 })),
      0,
      100,
    );
  expect(spread(50, 10, 12)).toEqual([50, 10, 25]);
  expect(spread(98, 99, 100)).toEqual([70, 85, 100]);
});

test('a name of two lines has its middle at its line, and the room of two', () => {
  const names = [
    { end: 50, lines: 2 },
    { end: 52, lines: 1 },
  ];
  expect(spreadNames(names, 0, 100)).toEqual([42.5, 72.5]);
  expect(spreadNames([{ end: 100, lines: 2 }], 0, 100)).toEqual([85]);
});

test('more names than there is room for move closer together, and none leaves the picture', () => {
  const names = Array.from({ length: 21 }, () => ({ end: 30, lines: 1 }));
  const placed = spreadNames(names, 0, 100);
  expect([placed[0], placed[1], placed.at(-1)]).toEqual([0, 5, 100]);
});

describe('names are never cut off', () => {
  const labelled = (label: string): LineChart => ({ ...chart, guides: [{ ...chart.guides[0], label } as ChartGuide] });

  test.each([320, 640, 1024, 1440])('the widest ends within a picture %i wide', (width) => {
    const label = 'bound 8.70× of No protection, Block access list';
    const { plot, guides } = layoutLineChart(labelled(label), width, 400, widthOf);
    const { lines } = guides[0]?.name ?? { lines: [] };
    expect(lines.join(' ')).toBe(label);
    for (const line of lines) expect(plot.right + NAMES_FROM + widthOf(line)).toBeLessThanOrEqual(width);
    expect(plot.right - plot.left).toBeGreaterThan(width / 4);
  });

  test('short names leave the room to the plot', () => {
    const short = layoutLineChart(labelled('bound'), 1000, 400, widthOf).plot.right;
    expect(short).toBe(1000 - NAMES_FROM - widthOf('bound') - 8);
  });

  test('a marked place at the right edge has its words before it', () => {
    const { marks } = layoutLineChart({ ...chart, marks: [{ x: 4, label: '4 threads' }] }, 652, 426, widthOf);
    expect(marks[0]?.before).toBe(true);
  });
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

  test('a curve that stops at a bound doesn’t follow the law, and the error says by how much', () => {
    const bounded = fitAmdahl(lanes.map((n) => ({ lanes: n, speedup: Math.min(n, 8.7) })));
    expect(bounded && followsAmdahl(bounded)).toBe(false);
    expect(bounded?.relativeError).toBeGreaterThan(0.2);
    const law = fitAmdahl(lanes.map((n) => ({ lanes: n, speedup: amdahl(0.05, n) })));
    expect(law && followsAmdahl(law)).toBe(true);
  });

  test('slower than one lane counts as wholly serial; one lane says nothing', () => {
    expect(fitAmdahl([{ lanes: 8, speedup: 0.7 }])?.serialShare).toBe(1);
    expect(fitAmdahl([{ lanes: 1, speedup: 1 }])).toBeNull();
  });
});
