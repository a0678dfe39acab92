import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapAtOffset, gapAtPosition, gapOfStep, insertionIndex, moveToGap } from './drop-index.ts';

const move = (list: string, moved: number[], gap: number): string => moveToGap([...list], moved, gap).join('');

describe('moveToGap', () => {
  test('a card goes where the drop line is', () => {
    expect(move('abcde', [0], 3)).toBe('bcade');
    expect(move('abcde', [4], 0)).toBe('eabcd');
    expect(move('abcde', [1], 5)).toBe('acdeb');
  });

  test('several cards land side by side, in their order', () => {
    expect(move('abcdef', [0, 2, 5], 4)).toBe('bdacfe');
    expect(move('abcdef', [5, 0], 3)).toBe('bcafde');
  });

  test('the gaps before and after a card leave it where it is, and the list untouched', () => {
    const list = ['a', 'b', 'c'];
    expect(moveToGap(list, [1], 1)).toBe(list);
    expect(moveToGap(list, [1], 2)).toBe(list);
    expect(moveToGap(list, [], 2)).toBe(list);
    expect(moveToGap(list, [7], 0)).toBe(list);
  });

  test('keeps every item once, the moved together and the others in order', () => {
    fc.assert(
      fc.property(
        fc.nat(20).chain((n) => fc.tuple(fc.constant(n), fc.uniqueArray(fc.nat(Math.max(0, n - 1))), fc.nat(n))),
        ([n, moved, gap]) => {
          const list = Array.from({ length: n }, (_, i) => i);
          const result = moveToGap(list, moved, gap);
          expect([...result].sort((a, b) => a - b)).toEqual(list);
          const inMoved = new Set(moved.filter((i) => i < n));
          expect(result.filter((i) => !inMoved.has(i))).toEqual(list.filter((i) => !inMoved.has(i)));
          const at = insertionIndex([...inMoved], gap);
          expect(result.slice(at, at + inMoved.size)).toEqual([...inMoved].sort((a, b) => a - b));
        },
      ),
    );
  });
});

describe('gapOfStep', () => {
  const step = (list: string, moved: number[], direction: -1 | 1): string =>
    move(list, moved, gapOfStep(moved, direction, list.length));

  test('one place up or down, and no further than the ends', () => {
    expect(step('abcd', [2], -1)).toBe('acbd');
    expect(step('abcd', [1, 2], 1)).toBe('adbc');
    expect(step('abcd', [0, 1], -1)).toBe('abcd');
    expect(step('abcd', [3], 1)).toBe('abcd');
  });

  test('a scattered selection gathers first', () => {
    expect(step('abcde', [1, 3], -1)).toBe('abdce');
    expect(step('abcde', [1, 3], 1)).toBe('acbde');
  });
});

describe('the gap under the pointer', () => {
  test('past the middle of a card is after it', () => {
    expect(gapAtPosition(0, 40, 3)).toBe(0);
    expect(gapAtPosition(19, 40, 3)).toBe(0);
    expect(gapAtPosition(21, 40, 3)).toBe(1);
    expect(gapAtPosition(-50, 40, 3)).toBe(0);
    expect(gapAtPosition(900, 40, 3)).toBe(3);
  });

  test('the same for cards of different sizes', () => {
    const offsets = [0, 10, 110, 130];
    expect([0, 4, 6, 59, 61, 119, 121, 500].map((x) => gapAtOffset(x, offsets))).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
    expect(gapAtOffset(7, [0])).toBe(0);
  });

  test('both agree where all cards have one size', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 30 }), (position, length) => {
        const offsets = Array.from({ length: length + 1 }, (_, i) => i * 40);
        expect(gapAtOffset(position, offsets)).toBe(gapAtPosition(position, 40, length));
      }),
    );
  });
});
