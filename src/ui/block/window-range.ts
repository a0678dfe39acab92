/** Cards drawn beyond either edge of what is seen, so that a quick scroll doesn't show gaps. */
const OVERSCAN = 8;

/** Indices [from, to) of the rows of one height to draw when `scrollTop` to `scrollTop + viewport` is seen. */
export function windowRange(
  scrollTop: number,
  viewport: number,
  rowHeight: number,
  count: number,
): readonly [number, number] {
  const from = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const to = Math.ceil((scrollTop + viewport) / rowHeight) + OVERSCAN;
  return [Math.min(count, Math.max(0, from)), Math.min(count, Math.max(0, to))];
}

/** Where to scroll so that row `index` is seen whole, moving as little as possible. */
export function scrollToShow(index: number, scrollTop: number, viewport: number, rowHeight: number): number {
  const top = index * rowHeight;
  if (top < scrollTop) return top;
  const bottom = top + rowHeight;
  return bottom > scrollTop + viewport ? bottom - viewport : scrollTop;
}
