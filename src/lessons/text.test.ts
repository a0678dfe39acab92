import { describe, expect, it } from 'vitest';
import { parseText, plainText } from './text.ts';

describe('parseText', () => {
  it('reads every mark', () => {
    expect(
      parseText(
        '*All* of `a` [[wave]] [[wave|the waves]] {tx 3} {lane 2} {loc alice balance} {figure makespan of start} {figure gasOf 3} {value c.n in run}',
      ).filter(({ kind }) => kind !== 'text'),
    ).toEqual([
      { kind: 'emphasis', text: 'All' },
      { kind: 'code', text: 'a' },
      { kind: 'term', term: 'wave', words: 'wave' },
      { kind: 'term', term: 'wave', words: 'the waves' },
      { kind: 'tx', tx: 3 },
      { kind: 'lane', lane: 2 },
      { kind: 'location', name: 'alice balance' },
      { kind: 'figure', figure: 'makespan', of: 'start' },
      { kind: 'tx-figure', figure: 'gasOf', tx: 3 },
      { kind: 'value', location: 'c.n', in: 'run' },
    ]);
  });

  it('leaves all else as it is: nothing is markup', () => {
    const text = '<b>3 * 4</b> [not] a & \\{mark} 2 ` 3';
    expect(parseText(text)).toEqual([{ kind: 'text', text: '<b>3 * 4</b> [not] a & {mark} 2 ` 3' }]);
    expect(plainText(parseText('*a* and {tx 1}'))).toBe('a and transaction 1');
  });

  it.each([
    '{tx three}',
    '{lane 0}',
    '{figure speed}',
    '{figure gasOf}',
    '{value c.n}',
    '{tx 3',
    '[[wave]',
    '{other 1}',
  ])('refuses %s', (text) => {
    expect(() => parseText(`Before ${text} after`)).toThrow(RangeError);
  });
});
