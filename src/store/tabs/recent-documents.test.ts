import { describe, expect, test } from 'vitest';
import { isListedDocument, KEPT_SIZE, keepNewest, type ListedDocument } from './recent-documents.ts';

/** `a b! c~`: newest first, `!` half of all the room, `~` an untouched copy. */
function list(text: string): readonly ListedDocument[] {
  return text.split(' ').map((word) => ({
    key: word.replace(/[!~]/, ''),
    title: word,
    transactions: 1,
    savedAt: 0,
    ...(word.endsWith('!') && { size: KEPT_SIZE / 2 }),
    ...(word.endsWith('~') && { untouched: true }),
  }));
}
const keys = (entries: readonly ListedDocument[]): string => entries.map(({ key }) => key).join(' ');
const kept = (text: string, shown: string | null = ''): string =>
  keys(keepNewest(list(text), shown === null ? null : new Set(shown.split(' '))).kept);

describe('which documents stay', () => {
  const dozen = 'a b c d e f g h i j k l';

  test('the newest dozen, and what a tab shows beyond it', () => {
    expect(kept(dozen)).toBe(dozen);
    expect(kept(`${dozen} m n`)).toBe(dozen);
    expect(kept(`${dozen} m n`, 'n')).toBe(`${dozen} n`);
    expect(keys(keepNewest(list(`${dozen} m n`), new Set()).dropped)).toBe('m n');
  });

  test('as many as there is room for, the first one in any case; from one that doesn’t fit on, the older go', () => {
    expect(kept('a! b! c d')).toBe('a b c d');
    expect(kept('a! b! c! d')).toBe('a b');
    expect(kept('a! b! c! d', 'd')).toBe('a b d');
    const [huge] = list('huge');
    const all = [{ ...huge, size: 3 * KEPT_SIZE } as ListedDocument, ...list('a')];
    expect(keys(keepNewest(all, null).kept)).toBe('huge');
  });

  test('untouched copies go when no tab shows them, and push out no others', () => {
    expect(kept('a b~ c')).toBe('a c');
    expect(kept('a b~ c', 'b')).toBe('a b c');
    expect(kept('a~ b')).toBe('a b');
    expect(kept(`m~ n~ ${dozen}`, 'm n')).toBe(`m n ${dozen}`);
  });

  test('where nobody knows what tabs show, untouched copies stay as others do', () => {
    expect(kept('a b~ c', null)).toBe('a b c');
    const copies = dozen.replaceAll(/\w/g, (key) => `${key}~`);
    expect(kept(`${copies} m~ n`, null)).toBe(`${dozen} n`);
  });
});

test.each([
  [{ key: 'k', title: 't', transactions: 1, savedAt: 0 }, true],
  [{ key: 'k', title: 't', transactions: 1, savedAt: 0, size: 9, untouched: true }, true],
  [{ key: 'k', title: 't', transactions: 1, savedAt: 0, size: '9' }, false],
  [{ key: 'k', title: 't', transactions: 1, savedAt: 0, size: -1 }, false],
  [{ key: 'k', title: 't', transactions: 1, savedAt: 0, untouched: 1 }, false],
  [{ key: 1, title: 't', transactions: 1, savedAt: 0 }, false],
  [null, false],
])('%j from storage', (value, good) => {
  expect(isListedDocument(value)).toBe(good);
});
