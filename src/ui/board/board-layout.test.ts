import { describe, expect, test } from 'vitest';
import { boardScale, CARD_GAP, cardOffsets, cardsWithin, MIN_CARD_WIDTH } from './board-layout.ts';

describe('the board', () => {
  test('an even spread over the lanes leaves a sixth of the width free', () => {
    const scale = boardScale([100, 100, 100, 100], 0, 2, 1200);
    expect(scale * 200).toBeCloseTo(1000);
  });

  test('the longest lane drawn fits, with room at its end', () => {
    const scale = boardScale([100, 100, 100, 100], 400, 2, 1050);
    expect(scale * 400).toBeCloseTo(1000);
  });

  test('many cards scroll rather than shrink', () => {
    const gas = Array.from({ length: 1000 }, () => 60_000);
    expect(boardScale(gas, 0, 4, 700) * 60_000).toBe(48);
  });

  test('nothing to lay out, or nothing that costs gas, is no error', () => {
    expect(boardScale([], 0, 4, 700)).toBe(0);
    expect(Number.isFinite(boardScale([0, 0], 0, 4, 700))).toBe(true);
  });

  test('cards are as wide as their gas, but never too narrow to hold', () => {
    expect(cardOffsets([100, 1, 200], 1)).toEqual([
      0,
      100 + CARD_GAP,
      100 + MIN_CARD_WIDTH + 2 * CARD_GAP,
      300 + MIN_CARD_WIDTH + 3 * CARD_GAP,
    ]);
  });

  test('only the cards in view are drawn', () => {
    const offsets = [0, 100, 200, 300, 400];
    expect(cardsWithin(offsets, 0, 150)).toEqual([0, 2]);
    expect(cardsWithin(offsets, 120, 280)).toEqual([1, 3]);
    expect(cardsWithin(offsets, 350, 9000)).toEqual([3, 4]);
    expect(cardsWithin(offsets, 500, 900)).toEqual([4, 4]);
    expect(cardsWithin([0], 0, 900)).toEqual([0, 0]);
  });
});
