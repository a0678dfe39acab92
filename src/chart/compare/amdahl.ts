export interface AmdahlFit {
  /** Share of the work that doesn't get faster with lanes, 0 to 1. */
  readonly serialShare: number;
  /** Largest distance of a point from the line, in units of speed-up. */
  readonly error: number;
  /** The same as a share of the point's speed-up, at the point where that is largest. */
  readonly relativeError: number;
}

/** A point further off than this share of its speed-up: what was run doesn't follow the law. */
const MOST_OFF = 0.1;

/** Whether the law describes what it was fitted to. A line that doesn't says nothing, and looks as if it did. */
export const followsAmdahl = ({ relativeError }: AmdahlFit): boolean => relativeError <= MOST_OFF;

/** Amdahl's law: the speed-up on `lanes` lanes of a program of which `serialShare` can't be shared out. */
export function amdahl(serialShare: number, lanes: number): number {
  return 1 / (serialShare + (1 - serialShare) / lanes);
}

/**
 * The serial share that fits measured speed-ups best: least squares of the reciprocal, where the law is a straight line,
 * 1/S − 1/p = s (1 − 1/p). Null without a point on more than one lane.
 */
export function fitAmdahl(points: readonly { readonly lanes: number; readonly speedup: number }[]): AmdahlFit | null {
  const several = points.filter(({ lanes, speedup }) => lanes > 1 && speedup > 0);
  if (several.length === 0) return null;
  let product = 0;
  let square = 0;
  for (const { lanes, speedup } of several) {
    const x = 1 - 1 / lanes;
    product += x * (1 / speedup - 1 / lanes);
    square += x * x;
  }
  const serialShare = Math.min(1, Math.max(0, product / square));
  const offs = several.map(({ lanes, speedup }) => ({ speedup, off: Math.abs(speedup - amdahl(serialShare, lanes)) }));
  return {
    serialShare,
    error: Math.max(...offs.map(({ off }) => off)),
    relativeError: Math.max(...offs.map(({ off, speedup }) => off / speedup)),
  };
}
