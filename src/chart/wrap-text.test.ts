import { expect, test } from 'vitest';
import { wrapText } from './wrap-text.ts';

const widthOf = (text: string): number => text.length;

test('lines are broken at spaces, as late as they can be', () => {
  expect(wrapText('bound 8.70× of Block access list', 15, widthOf)).toEqual(['bound 8.70× of', 'Block access', 'list']);
  expect(wrapText('short', 15, widthOf)).toEqual(['short']);
});

test('a word that is too wide stands alone', () => {
  expect(wrapText('a disproportionately b', 6, widthOf)).toEqual(['a', 'disproportionately', 'b']);
});
