/** Where the lanes lie, from top to bottom. Pixels. */
export interface LaneRows {
  readonly count: number;
  /** Top of lane 0's row; moves up when the rows are scrolled. */
  readonly top: number;
  /** From one row's top to the next one's. */
  readonly pitch: number;
  /** Of the row itself; the rest of the pitch is the road line's. */
  readonly height: number;
  /** Free space above and below the spans within a row. */
  readonly inset: number;
  /** How much can be written into a span: number and name, number only, or nothing. */
  readonly detail: 'name' | 'number' | 'none';
  /** Height of all rows together. */
  readonly total: number;
  /** Visible part: rows are drawn only between these. */
  readonly clipTop: number;
  readonly clipBottom: number;
}

/** Below this the rows scroll instead of getting thinner. */
const LEAST_PITCH = 14;
const MOST_PITCH = 68;

/**
 * Rows for `count` lanes in the pixels from `top` to `bottom`, moved up by `scroll` where they don't fit. `type`: size of the type in
 * them, 1 for the usual; larger type wants higher rows.
 */
export function layoutLaneRows(count: number, top: number, bottom: number, scroll: number, type = 1): LaneRows {
  const room = Math.max(0, bottom - top);
  const pitch = Math.min(MOST_PITCH * type, Math.max(LEAST_PITCH, Math.floor(room / Math.max(1, count))));
  const gap = pitch >= 40 ? 8 : pitch >= 26 ? 4 : 2;
  const height = pitch - gap;
  const total = count * pitch - gap;
  return {
    count,
    top: top - clampScroll(scroll, total, room),
    pitch,
    height,
    inset: Math.floor(height * (pitch >= 60 ? 0.15 : 0.12)),
    detail: pitch >= 54 * type ? 'name' : pitch >= 16 * type ? 'number' : 'none',
    total,
    clipTop: top,
    clipBottom: Math.min(bottom, top + total),
  };
}

/** The nearest scroll position at which no room is wasted. */
export function clampScroll(scroll: number, total: number, room: number): number {
  return Math.min(Math.max(0, scroll), Math.max(0, total - room));
}

export function rowTop(rows: LaneRows, lane: number): number {
  return rows.top + lane * rows.pitch;
}

/** The lane whose row (or the gap below it) holds `y`; null outside the visible rows. */
export function laneAt(rows: LaneRows, y: number): number | null {
  if (y < rows.clipTop || y >= rows.clipBottom) return null;
  const lane = Math.floor((y - rows.top) / rows.pitch);
  return lane >= 0 && lane < rows.count ? lane : null;
}

/** First and last lane of which anything can be seen. */
export function visibleLanes(rows: LaneRows): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor((rows.clipTop - rows.top) / rows.pitch));
  const last = Math.min(rows.count - 1, Math.floor((rows.clipBottom - 1 - rows.top) / rows.pitch));
  return { first, last };
}
