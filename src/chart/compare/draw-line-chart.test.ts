import { expect, test } from 'vitest';
import { createRecordingContext, sixPxPerLetter, TEST_TOKENS } from '../test-drawing.ts';
import { drawLineChart, mixColors } from './draw-line-chart.ts';
import { type LineChart, layoutLineChart } from './line-chart.ts';
import { lookOf } from './series-look.ts';

const points = [
  { x: 1, y: 1 },
  { x: 2, y: 2, low: 1, high: 3 },
];
const chart: LineChart = {
  series: [
    { id: '1', label: 'Solid', points },
    { id: '8', label: 'Hollow', points },
  ],
  guides: [
    { id: 'b', kind: 'bound', label: 'bound 2×', points },
    { id: 'f', kind: 'fit', label: 'a fit', points },
  ],
  marks: [{ x: 2, label: '2 threads' }],
  x: { label: 'lanes', kind: 'log2', ticks: [1, 2], format: String },
  y: { label: 'speed-up', kind: 'linear', format: String },
};

const { context, calls } = createRecordingContext();
const layout = layoutLineChart(chart, 640, 300, (text) => sixPxPerLetter(text, ''));
drawLineChart(context, chart, layout, ({ id }) => lookOf(Number(id)), TEST_TOKENS);

test('axes, names and marked places are in the picture', () => {
  const words = calls.flatMap((call) => /^fillText "(.*)"/.exec(call)?.[1] ?? []);
  for (const word of ['lanes', 'speed-up', '2 threads', 'Solid', 'Hollow', 'bound 2×', 'a fit']) {
    expect(words).toContain(word);
  }
});

test('only a bound is yellow', () => {
  const yellow = calls.filter((call) => call.includes('critical'));
  // The line, its sample and its name.
  expect(yellow.map((call) => call.split(' ')[0])).toEqual(['stroke', 'stroke', 'fillText']);
  expect(yellow[2]).toContain('bound 2×');
});

test('a hollow mark has the paper’s colour within', () => {
  const fills = (color: string) => calls.filter((call) => call.startsWith(`fill ${color} `) && !call.includes('alpha'));
  // At each point, and beside the name.
  expect([fills('sky').length, fills('bg').length]).toEqual([3, 3]);
});

test('colours are mixed as numbers, for programs that don’t know color-mix', () => {
  expect(mixColors('#000000', '#ffffff')).toBe('#474747');
  expect(mixColors('sky', '#ffffff')).toBe('sky');
});
