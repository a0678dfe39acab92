import { expect, test } from 'vitest';
import { ENGINE_IDS } from '../../model/settings.ts';
import { lookOf, MARKS, toPath } from './series-look.ts';

test('without colour, the mark of each engine is its own; so are colour and line together', () => {
  const looks = ENGINE_IDS.map((_, i) => lookOf(i));
  expect(new Set(looks.map(({ mark, hollow }) => `${mark} ${hollow}`)).size).toBe(ENGINE_IDS.length);
  expect(new Set(looks.map(({ color, hollow }) => `${color} ${hollow}`)).size).toBe(ENGINE_IDS.length);
});

test('marks differ, and lie around the point that they mark', () => {
  expect(new Set(MARKS.map((mark) => toPath(mark, true))).size).toBe(MARKS.length);
  for (const mark of MARKS) {
    const middle = mark.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
    expect(Math.hypot(middle.x, middle.y)).toBeLessThan(1e-9);
    expect(Math.max(...mark.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThan(7);
  }
});

test('an outline as a path', () => {
  const places = [
    { x: 0, y: 1 },
    { x: 2, y: 3 },
  ];
  expect([toPath([]), toPath(places), toPath(places, true)]).toEqual(['', 'M0,1L2,3', 'M0,1L2,3Z']);
});
