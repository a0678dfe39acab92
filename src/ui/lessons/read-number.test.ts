import { expect, it } from 'vitest';
import { readNumber } from './read-number.ts';

it.each([
  ['900000', 900_000],
  ['900,000', 900_000],
  ['900 000 gas', 900_000],
  ['900k', 900_000],
  ['1.2M', 1_200_000],
  ['2.5×', 2.5],
  ['40 %', 40],
  ['.5', 0.5],
  ['', null],
  ['many', null],
  ['1.2.3', null],
])('%j is %s', (text, number) => {
  expect(readNumber(text)).toBe(number);
});
