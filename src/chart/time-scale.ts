/**
 * A stretch of time laid on a stretch of pixels. Time is in the run's unit (gas or µs), pixels are CSS pixels. Immutable:
 * zooming and panning give a new one.
 */
export interface TimeScale {
  /** Time at the left edge. */
  readonly start: number;
  /** Time at the right edge; greater than `start`. */
  readonly end: number;
  /** Pixels. */
  readonly left: number;
  /** Pixels; greater than 0. */
  readonly width: number;
}

/** How far zooming and panning may go. */
export interface TimeLimits {
  readonly start: number;
  readonly end: number;
  /** Shortest stretch of time that may fill the width. */
  readonly shortest: number;
}

export function timeToPx(scale: TimeScale, time: number): number {
  return scale.left + ((time - scale.start) / (scale.end - scale.start)) * scale.width;
}

export function pxToTime(scale: TimeScale, px: number): number {
  return scale.start + ((px - scale.left) / scale.width) * (scale.end - scale.start);
}

/** The whole run, with a little room on the right so that the last bar's end can be seen. */
export function fitLimits(runEnd: number): TimeLimits {
  const end = runEnd > 0 ? runEnd * 1.02 : 1;
  return { start: 0, end, shortest: Math.min(20, end) };
}

export function fitScale(limits: TimeLimits, left: number, width: number): TimeScale {
  return { start: limits.start, end: limits.end, left, width: Math.max(1, width) };
}

/** Zooms in (`factor` > 1) or out so that the time under `px` stays where it is, as far as the limits allow. */
export function zoomAbout(scale: TimeScale, px: number, factor: number, limits: TimeLimits): TimeScale {
  const about = pxToTime(scale, px);
  const full = limits.end - limits.start;
  const extent = Math.min(full, Math.max(limits.shortest, (scale.end - scale.start) / factor));
  const share = (px - scale.left) / scale.width;
  return clampScale({ ...scale, start: about - share * extent, end: about + (1 - share) * extent }, limits);
}

/** Moves the picture by `px` pixels: positive shows later times. */
export function panBy(scale: TimeScale, px: number, limits: TimeLimits): TimeScale {
  const by = (px / scale.width) * (scale.end - scale.start);
  return clampScale({ ...scale, start: scale.start + by, end: scale.end + by }, limits);
}

/** The nearest scale of the same zoom that lies within the limits. */
export function clampScale(scale: TimeScale, limits: TimeLimits): TimeScale {
  const extent = Math.min(scale.end - scale.start, limits.end - limits.start);
  const start = Math.min(Math.max(scale.start, limits.start), limits.end - extent);
  return { ...scale, start, end: start + extent };
}

/** Moves the picture as little as needed to bring the stretch `from`..`to` into view, with a margin of a tenth. */
export function reveal(scale: TimeScale, from: number, to: number, limits: TimeLimits): TimeScale {
  const extent = scale.end - scale.start;
  const margin = extent / 10;
  let start = scale.start;
  if (to + margin > start + extent) start = to + margin - extent;
  if (from - margin < start) start = from - margin;
  return start === scale.start ? scale : clampScale({ ...scale, start, end: start + extent }, limits);
}
