import { describe, expect, test } from 'vitest';
import { moveTo, readEntry, readOpened, withEntry, withOpened } from './entry.ts';

describe('what a view that opens or closes does to the history', () => {
  test.each([
    [{ screen: 'bench', depth: 0 }, 'compare', { kind: 'push', entry: { screen: 'compare', depth: 1 } }],
    [{ screen: 'compare', depth: 1 }, 'glossary', { kind: 'push', entry: { screen: 'glossary', depth: 2 } }],
    [{ screen: 'compare', depth: 1 }, 'compare', { kind: 'stay' }],
    [{ screen: 'compare', depth: 1 }, 'bench', { kind: 'back', by: 1 }],
    [{ screen: 'glossary', depth: 2 }, 'bench', { kind: 'back', by: 2 }],
    [{ screen: 'papers', depth: 0 }, 'bench', { kind: 'replace', entry: { screen: 'bench', depth: 0 } }],
  ] as const)('from %j to %s', (entry, screen, move) => {
    expect(moveTo(entry, screen)).toEqual(move);
  });
});

describe('the state of an entry', () => {
  test.each([
    null,
    undefined,
    'compare',
    7,
    [],
    { screen: 'compare' },
    { screen: 'nothing', depth: 1 },
    { screen: 'toString', depth: 1 },
    { screen: 'compare', depth: -1 },
    { screen: 'compare', depth: 0.5 },
    { screen: 'compare', depth: 1e9 },
    { screen: 'compare', depth: '1' },
    { opened: '#p=hot-pool' },
  ])('%j is none of ours', (state) => {
    expect(readEntry(state)).toBeNull();
  });

  test('a document opened by link, as today’s page and as an older one told it', () => {
    expect(readOpened({ opened: '#p=auction', document: 'k' })).toEqual({ hash: '#p=auction', key: 'k' });
    expect(readOpened({ opened: '#p=auction' })).toEqual({ hash: '#p=auction', key: null });
    expect(readOpened({ opened: 3, document: 'k' })).toBeNull();
    expect(readOpened(null)).toBeNull();
  });

  test('what is said of one thing leaves the other as it was', () => {
    const entry = { screen: 'compare', depth: 1 } as const;
    const opened = { hash: '#s=x', key: 'k' };
    for (const state of [withOpened(withEntry(null, entry), opened), withEntry(withOpened(null, opened), entry)]) {
      expect(readEntry(state)).toEqual(entry);
      expect(readOpened(state)).toEqual(opened);
    }
  });
});
