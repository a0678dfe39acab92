import type { ConflictKind } from '../../model/graph.ts';
import type { DagLayout } from './dag-layout.ts';
import { walkCurve } from './link-curve.ts';

export type DagHit =
  | { readonly kind: 'node'; readonly node: number }
  | { readonly kind: 'link'; readonly link: number };

const STEPS = 12;

/**
 * What lies at a point of the layout: a node, else the nearest visible link within `reach`. A link of the critical path wins
 * against another equally near.
 */
export function hitTestDag(
  layout: DagLayout,
  visible: (kind: ConflictKind) => boolean,
  x: number,
  y: number,
  reach: number,
): DagHit | null {
  const node = layout.nodes.findIndex((n) => x >= n.x && x <= n.x + n.width && y >= n.y && y <= n.y + n.height);
  if (node >= 0) return { kind: 'node', node };
  let best = -1;
  let nearest = reach;
  layout.links.forEach((link, i) => {
    if (!visible(link.kind) || !nearBox(link.curve, x, y, reach)) return;
    const distance = distanceToCurve(link.curve, x, y) - (link.critical ? 0.5 : 0);
    if (distance < nearest) {
      nearest = distance;
      best = i;
    }
  });
  return best < 0 ? null : { kind: 'link', link: best };
}

/** A curve lies within the box of its control points: a cheap way to leave out most links. */
function nearBox(curve: readonly number[], x: number, y: number, reach: number): boolean {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < curve.length; i += 2) {
    left = Math.min(left, curve[i] as number);
    right = Math.max(right, curve[i] as number);
    top = Math.min(top, curve[i + 1] as number);
    bottom = Math.max(bottom, curve[i + 1] as number);
  }
  return x >= left - reach && x <= right + reach && y >= top - reach && y <= bottom + reach;
}

function distanceToCurve(curve: readonly number[], x: number, y: number): number {
  let least = Number.POSITIVE_INFINITY;
  let lastX = Number.NaN;
  let lastY = Number.NaN;
  walkCurve(curve, STEPS, (nextX, nextY) => {
    if (!Number.isNaN(lastX)) least = Math.min(least, distanceToSegment(x, y, lastX, lastY, nextX, nextY));
    lastX = nextX;
    lastY = nextY;
  });
  return least;
}

function distanceToSegment(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / length));
  return Math.hypot(x - x0 - t * dx, y - y0 - t * dy);
}
