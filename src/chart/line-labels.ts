/** A vertical line with a caption below the rows. */
export interface LineCaption {
  /** Of the line, pixels. */
  readonly x: number;
  readonly width: number;
}

export interface PlacedCaption {
  /** Left edge of the text. */
  readonly x: number;
  /** 0 is the row next to the lanes. */
  readonly row: number;
}

const GAP = 12;

/**
 * Places captions under their lines: each ends at its line where it can, within `left`..`right`, and takes the first row
 * in which it touches no other. Lines outside the picture get null.
 */
export function placeLineCaptions(
  captions: readonly LineCaption[],
  left: number,
  right: number,
): (PlacedCaption | null)[] {
  const rows: { from: number; to: number }[][] = [];
  return captions.map(({ x, width }) => {
    if (x < left - 0.5 || x > right + 0.5) return null;
    const from = Math.max(left, Math.min(x, right) - width);
    const to = from + width;
    let row = rows.findIndex((taken) => taken.every((t) => t.to + GAP <= from || to + GAP <= t.from));
    if (row < 0) row = rows.push([]) - 1;
    rows[row]?.push({ from, to });
    return { x: from, row };
  });
}
