import type { DagNode } from './dag-layout.ts';

interface Passage {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** How far a link between two nodes of one column swings out. */
const SWING = 34;

/** A link as Bézier curves: level where it leaves and arrives, and where it passes a column. */
export function curveBetween(from: DagNode, to: DagNode, passages: readonly Passage[]): number[] {
  const startY = from.y + from.height / 2;
  const endY = to.y + to.height / 2;
  if (from.x === to.x) {
    // One above the other: out to the right and back.
    const x = from.x + from.width;
    return [x, startY, x + SWING, startY, x + SWING, endY, x, endY];
  }
  const forward = to.x > from.x;
  const curve = [forward ? from.x + from.width : from.x, startY];
  const bendTo = (x: number, y: number) => {
    const [x0, y0] = curve.slice(-2) as [number, number];
    const half = (x - x0) / 2;
    curve.push(x0 + half, y0, x - half, y, x, y);
  };
  for (const { left, right, y } of passages) {
    bendTo(left, y);
    bendTo(right, y);
  }
  bendTo(forward ? to.x : to.x + to.width, endY);
  return curve;
}

/** Calls `visit` with points along a curve, `steps` to each piece, from its start on. */
export function walkCurve(curve: readonly number[], steps: number, visit: (x: number, y: number) => void): void {
  let x0 = curve[0] as number;
  let y0 = curve[1] as number;
  visit(x0, y0);
  for (let i = 2; i + 5 < curve.length; i += 6) {
    const [x1, y1, x2, y2, x3, y3] = curve.slice(i, i + 6) as [number, number, number, number, number, number];
    for (let s = 1; s <= steps; s++) {
      const t = s / steps;
      const u = 1 - t;
      visit(
        u * u * u * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t * t * t * x3,
        u * u * u * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t * t * t * y3,
      );
    }
    x0 = x3;
    y0 = y3;
  }
}
