/** Pixels a card takes at least, so that its index can be read and a finger can hold it. */
export const MIN_CARD_WIDTH = 36;
/** A card of middling length is at least this wide, however long the lanes are: past that the board scrolls. */
const MEDIAN_CARD_WIDTH = 48;
export const CARD_GAP = 3;

/**
 * Pixels per gas, so that lanes look as long as they take: all work spread over the lanes, or the longest lane drawn, fills
 * `width`, unless cards would become too narrow to read.
 */
export function boardScale(gas: readonly number[], longestLane: number, lanes: number, width: number): number {
  if (gas.length === 0) return 0;
  const total = gas.reduce((sum, each) => sum + each, 0);
  const median = [...gas].sort((a, b) => a - b)[gas.length >> 1] ?? 0;
  // A fifth more than an even spread: room to drop one more card at the end.
  const fills = Math.max(1, longestLane * 1.05, (total / lanes) * 1.2);
  return Math.max(width / fills, median > 0 ? MEDIAN_CARD_WIDTH / median : 0);
}

/** Each card's left edge and, last, the end of the lane. */
export function cardOffsets(gas: readonly number[], scale: number): readonly number[] {
  const offsets = [0];
  let end = 0;
  for (const each of gas) {
    end += Math.max(MIN_CARD_WIDTH, each * scale) + CARD_GAP;
    offsets.push(end);
  }
  return offsets;
}

/** Indices [from, to) of the cards that touch the stretch from `start` to `end`. `offsets` as `cardOffsets` gives them. */
export function cardsWithin(offsets: readonly number[], start: number, end: number): readonly [number, number] {
  const cards = offsets.length - 1;
  const from = firstAbove(offsets, start) - 1;
  const to = firstAbove(offsets, end);
  return [Math.max(0, Math.min(cards, from)), Math.max(0, Math.min(cards, to))];
}

/** The first index whose offset lies above `value`. */
function firstAbove(offsets: readonly number[], value: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
