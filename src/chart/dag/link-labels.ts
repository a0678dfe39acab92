import type { MeasureText } from '../chart-tokens.ts';
import type { DagLayout, DagLink } from './dag-layout.ts';
import type { DagView } from './dag-view.ts';
import { walkCurve } from './link-curve.ts';

/** A location's name on a link. Pixels of the panel; the middle of the text. */
export interface LinkLabel {
  readonly link: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface LinkLabelInput {
  readonly layout: DagLayout;
  readonly view: DagView;
  readonly width: number;
  readonly height: number;
  readonly visible: (link: DagLink) => boolean;
  /** What may be written on a link, longest first. */
  readonly textsOf: (link: DagLink) => readonly string[];
  readonly measure: MeasureText;
  readonly font: string;
  /** Height of the text. */
  readonly lineHeight: number;
}

/** Nodes smaller than this leave no room for words between them. */
const LEAST_ZOOM = 0.55;
/** A thicket isn't made clearer by words, and finding room for them would take long. */
const MOST_LINKS = 600;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * Names for the links that have room for one: on a piece as long as the name, clear of the nodes and of all other
 * names. The critical path is served first.
 */
export function placeLinkLabels(input: LinkLabelInput): LinkLabel[] {
  const { layout, view, width, height, visible, textsOf, measure, font, lineHeight } = input;
  if (view.zoom < LEAST_ZOOM) return [];
  const candidates = layout.links.flatMap((link, i) =>
    visible(link) && isInView(link, view, width, height) ? [i] : [],
  );
  if (candidates.length > MOST_LINKS) return [];
  candidates.sort((a, b) => Number(layout.links[b]?.critical) - Number(layout.links[a]?.critical) || a - b);
  const taken: Box[] = layout.nodes
    .map((n) => ({
      left: n.x * view.zoom + view.x,
      right: (n.x + n.width) * view.zoom + view.x,
      top: n.y * view.zoom + view.y,
      bottom: (n.y + n.height) * view.zoom + view.y,
    }))
    .filter((box) => box.right > 0 && box.left < width && box.bottom > 0 && box.top < height);
  const labels: LinkLabel[] = [];
  for (const i of candidates) {
    const link = layout.links[i] as DagLink;
    const spots = spotsOn(link.curve, view);
    place: for (const text of textsOf(link)) {
      const half = measure(text, font) / 2 + 4;
      for (const spot of spots) {
        if (spot.length < 2 * half) continue;
        const y = spot.y - lineHeight * 0.75;
        const box = { left: spot.x - half, right: spot.x + half, top: y - lineHeight / 2, bottom: y + lineHeight / 2 };
        const inside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
        if (!inside || taken.some((other) => touches(box, other))) continue;
        taken.push(box);
        labels.push({ link: i, x: spot.x, y, text });
        break place;
      }
    }
  }
  return labels;
}

function isInView({ curve }: DagLink, view: DagView, width: number, height: number): boolean {
  const x0 = (curve[0] as number) * view.zoom + view.x;
  const x1 = (curve.at(-2) as number) * view.zoom + view.x;
  const y0 = (curve[1] as number) * view.zoom + view.y;
  const y1 = (curve.at(-1) as number) * view.zoom + view.y;
  return Math.max(x0, x1) > 0 && Math.min(x0, x1) < width && Math.max(y0, y1) > 0 && Math.min(y0, y1) < height;
}

/** The middle of the link's first and last piece: there it has just left a node, or is about to reach one. */
function spotsOn(curve: readonly number[], view: DagView): { x: number; y: number; length: number }[] {
  const pieces = curve.length === 8 ? [curve] : [curve.slice(0, 8), curve.slice(-8)];
  return pieces.map((piece) => {
    const points: { x: number; y: number }[] = [];
    walkCurve(piece, 2, (x, y) => points.push({ x: x * view.zoom + view.x, y: y * view.zoom + view.y }));
    const length = Math.abs((piece[6] as number) - (piece[0] as number)) * view.zoom;
    return { ...(points[1] as { x: number; y: number }), length };
  });
}

function touches(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
