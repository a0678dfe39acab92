import { expect, test } from 'vitest';
import { toPlainText } from './plain-text.ts';

test.each([
  ['  Ada \n Lovelace ', 'Ada Lovelace'],
  ['\u202eadA', 'adA'],
  ['zero\u200bwidth', 'zerowidth'],
  ['bell\u0007', 'bell'],
  ['<b>Ada</b>', '<b>Ada</b>'],
  ['Z\u0353\u0354\u0355\u0356\u0357\u0358a', 'Z\u0353\u0354\u0355a'],
  ['नमस्ते', 'नमस्ते'],
  ['\u{1f469}\u200d\u{1f4bb} Ada', '\u{1f469}\u200d\u{1f4bb} Ada'],
  ['\u200b\u2060', ''],
])('%j becomes %j', (text, plain) => {
  expect(toPlainText(text, 20)).toBe(plain);
});

test('it is cut between characters', () => {
  expect(toPlainText('\u{1f600}'.repeat(50), 3)).toBe('\u{1f600}'.repeat(3));
  expect(toPlainText('a'.repeat(1e6), 32)).toHaveLength(32);
});
