import { expect, test } from 'vitest';
import { hintPlace } from './hint-place.ts';

const window = { width: 1000, height: 600 };
const hint = { width: 200, height: 40 };
const at = (left: number, top: number) => ({ left, top, width: 50, height: 30, bottom: top + 30 });

test('under its target, centred', () => {
  expect(hintPlace(at(400, 100), hint, window)).toEqual({ left: 325, top: 136 });
});
test('above where there is no room below', () => {
  expect(hintPlace(at(400, 560), hint, window)).toEqual({ left: 325, top: 514 });
});
test('never outside the window', () => {
  expect(hintPlace(at(0, 100), hint, window).left).toBe(8);
  expect(hintPlace(at(980, 100), hint, window).left).toBe(792);
});
