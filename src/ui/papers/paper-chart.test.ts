import { expect, test } from 'vitest';
import { EXPERIMENT_IDS, EXPERIMENTS } from '../../store/papers/experiments.ts';
import { curveName, distanceFrom, figureText, paperChart } from './paper-chart.ts';

test('every curve of every experiment has a name', () => {
  for (const id of EXPERIMENT_IDS) {
    const { variants, blocks, published } = EXPERIMENTS[id];
    for (const variant of variants) {
      const curves = blocks(variant).flatMap((block) => block.curves.map((curve) => curve.id));
      const theirs = published(variant).map((curve) => curve.id);
      const names = id === 'real-blocks' ? curves : [...curves, ...theirs];
      for (const curve of names) expect(curveName(id, curve), `${id} ${curve}`).toMatch(/^\p{L}|^\d/u);
      for (const curve of published(variant)) expect(curves).toContain(curve.against);
    }
  }
});

test('before any run, what was published is drawn: marks at their lanes, levels where only one end is known', () => {
  const chart = paperChart({ experiment: 'block-stm', variant: 'diem', measure: 'speedup', samples: [] });
  const drawn = chart?.series.filter(({ points }) => points.length > 0);
  expect(drawn?.map(({ label, points }) => [label, points])).toEqual([
    [
      'paper: many accounts',
      [
        { x: 16, y: 12.5, low: 12, high: 13 },
        { x: 32, y: 18.5, low: 17, high: 20 },
      ],
    ],
  ]);
  expect(chart?.guides.map(({ label }) => label)).toEqual([
    'paper: 100 accounts, ≤ 8×',
    'paper: 10 accounts, ≥ 1×',
    'paper: 2 accounts, ≥ 0.7×',
  ]);
});

test('where nothing was published in figures, there is nothing to draw before a run', () => {
  expect(paperChart({ experiment: 'access-list', variant: 'only', measure: 'speedup', samples: [] })).toBeNull();
});

test('how far ours is off is counted from the nearer end', () => {
  const range = { lanes: 32, least: 17, most: 20 };
  expect(figureText('speedup', range)).toBe('17× to 20×');
  expect(distanceFrom(range, 30)).toBe(0.5);
  expect(distanceFrom(range, 18)).toBe(0);
  expect(distanceFrom(range, 8.5)).toBe(-0.5);
  expect(distanceFrom({ lanes: null, least: null, most: 8 }, 5)).toBe(0);
});
