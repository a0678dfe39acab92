/**
 * Where dragged cards land, as arithmetic. A *gap* is a place between cards of the list as it is seen while dragging:
 * gap g lies before the card at index g, gap `length` after the last.
 */

/** The index at which the moved cards start once they have been taken out of the list. */
export function insertionIndex(movedIndices: readonly number[], gap: number): number {
  let before = 0;
  for (const index of movedIndices) if (index < gap) before++;
  return gap - before;
}

/** The list with the items at `movedIndices` put, in list order and side by side, into `gap`. */
export function moveToGap<T>(list: readonly T[], movedIndices: readonly number[], gap: number): readonly T[] {
  const moved = new Set(movedIndices.filter((index) => index >= 0 && index < list.length));
  if (moved.size === 0) return list;
  const at = insertionIndex([...moved], clamp(gap, 0, list.length));
  const rest = list.filter((_, index) => !moved.has(index));
  const taken = list.filter((_, index) => moved.has(index));
  const result = [...rest.slice(0, at), ...taken, ...rest.slice(at)];
  return result.every((item, index) => item === list[index]) ? list : result;
}

/** The gap that moves a selection one place up (−1) or down (+1); scattered cards gather first. */
export function gapOfStep(movedIndices: readonly number[], direction: -1 | 1, length: number): number {
  if (movedIndices.length === 0) return 0;
  const first = Math.min(...movedIndices);
  const last = Math.max(...movedIndices);
  const contiguous = last - first + 1 === new Set(movedIndices).size;
  if (!contiguous) return direction < 0 ? first : last + 1;
  return clamp(direction < 0 ? first - 1 : last + 2, 0, length);
}

/** The gap nearest to `position` among cards of one size laid end to end: past a card's middle is after it. */
export function gapAtPosition(position: number, size: number, length: number): number {
  return clamp(Math.floor(position / size + 0.5), 0, length);
}

/** The same for cards of different sizes; `offsets` holds each card's start and, last, the end of the list. */
export function gapAtOffset(position: number, offsets: readonly number[]): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const card = (low + high) >> 1;
    const middle = ((offsets[card] ?? 0) + (offsets[card + 1] ?? 0)) / 2;
    if (position < middle) high = card;
    else low = card + 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
