/** How the layout lies in the panel: layout point × zoom + offset = pixel. Immutable. */
export interface DagView {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

export const MOST_ZOOM = 3;
const MARGIN = 10;
/** Where fitting all would make nodes unreadable, the first picture starts at its beginning instead. */
const READABLE = 0.42;
const COMFORTABLE = 0.8;

/** All of the layout, as large as fits but never enlarged; in the middle across, at the top. */
export function fitDag(layout: Size, panel: Size): DagView {
  const zoom = zoomToFit(layout, panel);
  return { zoom, x: Math.max(MARGIN, (panel.width - layout.width * zoom) / 2), y: 0 };
}

/**
 * What is shown first: all, where that can be read, else the first waves at a size that can, as large as their height
 * allows.
 */
export function openDag(layout: Size, panel: Size): DagView {
  const fitted = fitDag(layout, panel);
  if (fitted.zoom >= READABLE) return fitted;
  const zoom = Math.min(COMFORTABLE, Math.max(READABLE, (panel.height - MARGIN) / layout.height));
  return clampDag({ zoom, x: MARGIN, y: 0 }, layout, panel);
}

function zoomToFit(layout: Size, panel: Size): number {
  if (layout.width === 0) return 1;
  return Math.max(
    0.005,
    Math.min(1, (panel.width - 2 * MARGIN) / layout.width, (panel.height - MARGIN) / layout.height),
  );
}

/** Zooms by `factor` so that the point of the layout under the pixel stays there. */
export function zoomDag(view: DagView, px: number, py: number, factor: number, layout: Size, panel: Size): DagView {
  const least = Math.min(0.2, zoomToFit(layout, panel));
  const zoom = Math.min(MOST_ZOOM, Math.max(least, view.zoom * factor));
  const ratio = zoom / view.zoom;
  return clampDag({ zoom, x: px - (px - view.x) * ratio, y: py - (py - view.y) * ratio }, layout, panel);
}

export function panDag(view: DagView, dx: number, dy: number, layout: Size, panel: Size): DagView {
  return clampDag({ ...view, x: view.x + dx, y: view.y + dy }, layout, panel);
}

/** Keeps at least a third of the panel filled in either direction, or all of the layout where it is smaller. */
function clampDag(view: DagView, layout: Size, panel: Size): DagView {
  const keep = (offset: number, length: number, room: number) => {
    const rest = Math.min(room / 3, length);
    return Math.min(Math.max(offset, rest - length), room - rest);
  };
  return {
    zoom: view.zoom,
    x: keep(view.x, layout.width * view.zoom, panel.width),
    y: keep(view.y, layout.height * view.zoom, panel.height),
  };
}

/** Moves as little as needed to bring a box of the layout into view. */
export function revealBox(view: DagView, box: Size & { readonly x: number; readonly y: number }, panel: Size): DagView {
  const move = (from: number, to: number, room: number) => {
    if (from < MARGIN) return MARGIN - from;
    return to > room - MARGIN ? Math.max(room - MARGIN - to, MARGIN - from) : 0;
  };
  const left = box.x * view.zoom + view.x;
  const top = box.y * view.zoom + view.y;
  const dx = move(left, left + box.width * view.zoom, panel.width);
  const dy = move(top, top + box.height * view.zoom, panel.height);
  return dx === 0 && dy === 0 ? view : { ...view, x: view.x + dx, y: view.y + dy };
}
