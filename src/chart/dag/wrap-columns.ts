export interface WrapInput {
  /** Nodes in each column. */
  readonly counts: readonly number[];
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Least distance between two columns. */
  readonly gap: number;
  readonly width: number;
  readonly height: number;
}

/** How much larger the nodes must get for a wave to be broken into several stacks. */
const WORTH_IT = 1.3;
/** Links run through a broken wave's stacks, so that waves no higher than this stay whole. */
const LEAST_ROWS = 10;

/**
 * How many nodes may stand on top of each other: a wave of more is broken into several stacks side by side, so that a block
 * of 200 independent transactions is a field and not a thread. Gives the number with which the whole picture, fitted
 * into the room, shows the largest nodes; the tallest wave's number (no wrapping) where that does nearly as well.
 */
export function rowsBeforeWrap({ counts, cellWidth, cellHeight, gap, width, height }: WrapInput): number {
  const tallest = Math.max(1, ...counts);
  const zoomWith = (rows: number): number => {
    const stacks = counts.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / rows)), 0);
    const wide = stacks * cellWidth + counts.length * gap;
    return Math.min(1, width / wide, height / (rows * cellHeight));
  };
  let best = tallest;
  let bestZoom = zoomWith(tallest) * WORTH_IT;
  for (let rows = LEAST_ROWS; rows < tallest; rows = Math.ceil(rows * 1.15)) {
    const zoom = zoomWith(rows);
    if (zoom > bestZoom) {
      best = rows;
      bestZoom = zoom;
    }
  }
  return best;
}
