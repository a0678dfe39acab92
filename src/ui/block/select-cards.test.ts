import { describe, expect, test } from 'vitest';
import { type CardSelection, cardAfterKey, selectCard } from './select-cards.ts';
import { scrollToShow, windowRange } from './window-range.ts';

const none: CardSelection = { selected: [], anchor: -1, active: -1 };

describe('selecting cards', () => {
  test('a click selects one, Ctrl adds and takes away, Shift takes all from the anchor', () => {
    let s = selectCard(none, 3, 'only');
    expect(s.selected).toEqual([3]);
    s = selectCard(s, 6, 'toggle');
    expect(s.selected).toEqual([3, 6]);
    s = selectCard(s, 3, 'toggle');
    expect(s.selected).toEqual([6]);
    s = selectCard(selectCard(s, 6, 'only'), 9, 'range');
    expect(s.selected).toEqual([6, 7, 8, 9]);
    s = selectCard(s, 4, 'range');
    expect(s).toEqual({ selected: [6, 5, 4], anchor: 6, active: 4 });
  });

  test('Shift without an anchor selects one', () => {
    expect(selectCard(none, 2, 'range')).toEqual({ selected: [2], anchor: 2, active: 2 });
  });

  test('keys move within the block', () => {
    expect(cardAfterKey('ArrowDown', -1, 5, 3)).toBe(0);
    expect(cardAfterKey('ArrowUp', 0, 5, 3)).toBe(0);
    expect(cardAfterKey('PageDown', 3, 5, 3)).toBe(4);
    expect(cardAfterKey('End', 0, 5, 3)).toBe(4);
    expect(cardAfterKey('x', 0, 5, 3)).toBeNull();
    expect(cardAfterKey('Home', 0, 0, 3)).toBeNull();
  });
});

describe('drawing only what is seen', () => {
  test('a window with some cards beyond its edges', () => {
    expect(windowRange(0, 560, 56, 10_000)).toEqual([0, 18]);
    expect(windowRange(5600, 560, 56, 10_000)).toEqual([92, 118]);
    expect(windowRange(0, 560, 56, 3)).toEqual([0, 3]);
    expect(windowRange(99_999, 560, 56, 3)).toEqual([3, 3]);
  });

  test('scrolling to a card moves as little as possible', () => {
    expect(scrollToShow(2, 0, 560, 56)).toBe(0);
    expect(scrollToShow(0, 100, 560, 56)).toBe(0);
    expect(scrollToShow(10, 0, 560, 56)).toBe(56);
  });
});
