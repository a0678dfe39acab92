import type { ConflictGraph, ConflictKind } from '../../model/graph.ts';
import type { Mark } from '../../model/mark.ts';
import { type ChartTokens, type Hatches, smallMono, smallText } from '../../chart/chart-tokens.ts';
import { type DagHit, hitTestDag } from '../../chart/dag/dag-hit-test.ts';
import type { DagLayout, DagLink } from '../../chart/dag/dag-layout.ts';
import { type DagDirection, neighbourNode } from '../../chart/dag/dag-steps.ts';
import { type DagView, fitDag, openDag, panDag, revealBox, zoomDag } from '../../chart/dag/dag-view.ts';
import {
  drawDagBackdrop,
  drawDagNode,
  HEADING_HEIGHT,
  type NodeLook,
  NODE_MARGIN,
  nodeBox,
} from '../../chart/dag/draw-dag.ts';
import { arrangeDag, type DagArrangement } from '../../chart/dag/arrange-dag.ts';
import { layoutDag } from '../../chart/dag/layout-dag.ts';
import { type LinkLabel, placeLinkLabels } from '../../chart/dag/link-labels.ts';
import type { MarkedStatus } from '../../chart/tx-marks.ts';
import { nodeState } from './node-state.ts';
import { listenToPointer } from '../common/pointer-gestures.ts';
import { onThemeChange, readTokens } from '../theme/canvas-tokens.ts';
import { createHatches } from '../timeline/hatches.ts';
import { createMeasureText } from '../timeline/measure-text.ts';

export interface DagData {
  readonly graph: ConflictGraph;
  /** Colour of each transaction. */
  readonly colors: readonly number[];
  readonly statusOf: (tx: number) => MarkedStatus;
  readonly lit: ((tx: number) => boolean) | null;
  readonly selected: ReadonlySet<number>;
  readonly marks: ReadonlyMap<number, Mark>;
  readonly kinds: ReadonlySet<ConflictKind>;
  /** What may be written on a link, longest first. */
  readonly labelsOf: (edges: readonly number[]) => readonly string[];
  /** What a group's transactions have in common. */
  readonly groupName: (txs: readonly number[]) => string;
}

export interface DagCallbacks {
  onSelect(txs: readonly number[]): void;
  /** A link was clicked: the graph's edges behind it. */
  onSelectLink(edges: readonly number[]): void;
  onHover(hit: DagHit | null, layout: DagLayout, x: number, y: number): void;
  onFocus(node: number | null, layout: DagLayout): void;
}

export interface DagCanvas {
  update(data: DagData): void;
  fit(): void;
  zoom(factor: number): void;
  destroy(): void;
}

/** Pixels by which a link may be missed. */
const REACH = 6;

/**
 * Two canvases on top of each other. The lower one has columns, links and names, and is drawn when view or highlight change; the
 * upper one has the nodes, of which playback draws only those that look different from before.
 */
export function createDagCanvas(back: HTMLCanvasElement, front: HTMLCanvasElement, callbacks: DagCallbacks): DagCanvas {
  const [backContext, frontContext] = [back.getContext('2d'), front.getContext('2d')];
  if (!backContext || !frontContext) throw new Error('this browser gives no 2D canvas');
  const [backPen, frontPen] = [backContext, frontContext];
  let tokens: ChartTokens = readTokens(front);
  let hatches: Hatches = [];
  let pixelRatio = 1;
  /** The plot: the canvas without the headings. */
  let panel = { width: 0, height: 0 };
  let data: DagData | null = null;
  let layout: DagLayout | null = null;
  let arranged: {
    readonly graph: ConflictGraph;
    readonly colors: readonly number[];
    readonly arrangement: DagArrangement;
  } | null = null;
  let view: DagView = { zoom: 1, x: 0, y: 0 };
  /** The user hasn't moved the picture: it may be fitted anew. */
  let untouched = true;
  let labels: { readonly of: readonly unknown[]; readonly placed: readonly LinkLabel[] } | null = null;
  let nearby: { readonly of: readonly unknown[]; readonly nodes: ReadonlySet<number> } | null = null;
  let focused: number | null = null;
  let hoveredLink: number | null = null;
  let looks: (NodeLook | null)[] = [];
  let backdropStale = true;
  let frame = 0;
  let destroyed = false;

  const invalidate = () => {
    if (frame === 0 && !destroyed) frame = requestAnimationFrame(draw);
  };
  const invalidateAll = () => {
    backdropStale = true;
    looks = [];
    invalidate();
  };
  const measure = createMeasureText(() => {
    labels = null;
    invalidateAll();
  });
  const visible = (kind: ConflictKind) => data?.kinds.has(kind) ?? false;
  const show = (next: DagView) => {
    view = next;
    untouched = false;
    invalidateAll();
  };

  function relayout(): void {
    if (!data || panel.width === 0) return;
    const { graph, colors } = data;
    if (arranged?.graph !== graph) untouched = true;
    if (arranged?.graph !== graph || arranged.colors !== colors)
      arranged = { graph, colors, arrangement: arrangeDag(graph, colors) };
    layout = layoutDag(arranged.arrangement, panel);
    focused = null;
    hoveredLink = null;
    if (untouched) view = openDag(layout, panel);
    invalidateAll();
  }

  function litLink(): ((link: DagLink) => boolean) | null {
    if (!layout) return null;
    const { links } = layout;
    if (hoveredLink !== null) return (link) => link === links[hoveredLink ?? -1];
    const lit = data?.lit;
    if (!lit) return null;
    const { nodes } = layout;
    return (link) => nodes[link.from]?.txs.some(lit) === true || nodes[link.to]?.txs.some(lit) === true;
  }

  function lookOf(index: number, current: DagLayout, now: DagData, near: ReadonlySet<number>): NodeLook {
    const node = current.nodes[index] as DagLayout['nodes'][number];
    const lit = now.lit === null || node.txs.some(now.lit) ? 'lit' : near.has(index) ? 'near' : 'faint';
    const marked = now.marks.size === 0 ? undefined : node.txs.find((tx) => now.marks.has(tx));
    const mark = marked === undefined ? null : (now.marks.get(marked) ?? null);
    return { ...nodeState(node, current, now), lit, focused: focused === index, mark };
  }

  function draw(): void {
    frame = 0;
    if (!data || !layout || panel.width === 0) return;
    if (backdropStale) {
      backPen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, HEADING_HEIGHT * pixelRatio);
      const backdrop = { layout, view, ...panel, visible, labels: placedLabels(), litLink: litLink() };
      drawDagBackdrop(backPen, backdrop, tokens, measure);
      backdropStale = false;
    }
    frontPen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, HEADING_HEIGHT * pixelRatio);
    frontPen.save();
    frontPen.beginPath();
    frontPen.rect(0, 0, panel.width, panel.height);
    frontPen.clip();
    const all = looks.length === 0;
    const near = nodesNear(layout, data.lit);
    if (all) frontPen.clearRect(0, 0, panel.width, panel.height);
    for (let i = 0; i < layout.nodes.length; i++) {
      const look = lookOf(i, layout, data, near);
      const before = looks[i];
      if (before && sameLook(before, look)) continue;
      looks[i] = look;
      const node = layout.nodes[i] as DagLayout['nodes'][number];
      const box = nodeBox(node, view);
      if (box.x > panel.width || box.y > panel.height || box.x + box.width < 0 || box.y + box.height < 0) continue;
      if (!all) clear(box);
      const name = layout.grouped ? data.groupName(node.txs) : null;
      drawDagNode(frontPen, { node, look, name, view }, tokens, hatches, measure);
    }
    frontPen.restore();
  }

  /** The nodes that a visible link joins to one that is lit. */
  function nodesNear(current: DagLayout, lit: DagData['lit']): ReadonlySet<number> {
    const of = [lit, current, data?.kinds];
    if (nearby?.of.every((part, i) => part === of[i])) return nearby.nodes;
    const nodes = new Set<number>();
    const isLit = (node: number) => lit !== null && current.nodes[node]?.txs.some(lit) === true;
    for (const { from, to, kind } of lit ? current.links : []) {
      if (!visible(kind)) continue;
      if (isLit(from)) nodes.add(to);
      if (isLit(to)) nodes.add(from);
    }
    nearby = { of, nodes };
    return nodes;
  }

  function clear(box: ReturnType<typeof nodeBox>): void {
    // Never as far as the next node, whose drawing would be cut.
    const margin = box.width < 14 ? 0 : Math.min(NODE_MARGIN, 4 * view.zoom);
    frontPen.clearRect(box.x - margin, box.y - margin, box.width + 2 * margin, box.height + 2 * margin);
  }

  function placedLabels(): readonly LinkLabel[] {
    if (!layout || !data) return [];
    const of = [layout, view, data.kinds, data.labelsOf, tokens, panel];
    if (labels?.of.every((part, i) => part === of[i])) return labels.placed;
    const { labelsOf } = data;
    const placed = placeLinkLabels({
      layout,
      view,
      ...panel,
      visible: (link) => visible(link.kind),
      textsOf: (link) => labelsOf(link.edges),
      measure,
      font: smallMono(tokens),
      lineHeight: smallText(tokens) * 1.4,
    });
    labels = { of, placed };
    return placed;
  }

  function restyle(): void {
    tokens = readTokens(front);
    hatches = createHatches(frontPen, tokens, pixelRatio);
    invalidateAll();
  }

  function resize(): void {
    const { clientWidth, clientHeight } = front;
    panel = { width: clientWidth, height: Math.max(0, clientHeight - HEADING_HEIGHT) };
    pixelRatio = window.devicePixelRatio || 1;
    for (const canvas of [back, front]) {
      canvas.width = Math.round(clientWidth * pixelRatio);
      canvas.height = Math.round(clientHeight * pixelRatio);
    }
    restyle();
    relayout();
    // A resized canvas is blank: waiting for the next frame would show a flash.
    cancelAnimationFrame(frame);
    draw();
  }

  const hitAt = (x: number, y: number): DagHit | null =>
    layout && hitTestDag(layout, visible, (x - view.x) / view.zoom, (y - view.y) / view.zoom, REACH / view.zoom);
  function hover(hit: DagHit | null, x: number, y: number): void {
    if (!layout) return;
    const link = hit?.kind === 'link' ? hit.link : null;
    if (link !== hoveredLink) {
      hoveredLink = link;
      backdropStale = true;
      invalidate();
    }
    callbacks.onHover(hit, layout, x, y + HEADING_HEIGHT);
  }

  const stopPointer = listenToPointer(front, {
    press() {},
    drag(x, y, dx, dy) {
      hover(null, x, y - HEADING_HEIGHT);
      front.style.cursor = 'grabbing';
      if (layout) show(panDag(view, dx, dy, layout, panel));
    },
    click(x, y) {
      if (!layout) return;
      const hit = hitAt(x, y - HEADING_HEIGHT);
      if (hit?.kind === 'link') callbacks.onSelectLink(layout.links[hit.link]?.edges ?? []);
      else callbacks.onSelect(hit ? (layout.nodes[hit.node]?.txs ?? []) : []);
    },
    hover(x, y) {
      const hit = hitAt(x, y - HEADING_HEIGHT);
      front.style.cursor = hit ? 'pointer' : 'grab';
      hover(hit, x, y - HEADING_HEIGHT);
    },
    leave: () => hover(null, 0, 0),
    zoom(x, y, factor) {
      if (layout) show(zoomDag(view, x, y - HEADING_HEIGHT, factor, layout, panel));
    },
    scroll(dx, dy, shift) {
      if (!layout) return;
      // Where all waves are as high as the panel, the wheel has nothing to scroll and moves along the waves instead.
      const flat = layout.height * view.zoom <= panel.height;
      const along = shift || flat ? dy || dx : 0;
      show(panDag(view, -(along || dx), along !== 0 ? 0 : -dy, layout, panel));
    },
  });

  const DIRECTIONS: Readonly<Record<string, DagDirection>> = {
    ArrowLeft: 'left',
    ArrowRight: 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
  };
  const PANS: Readonly<Record<DagDirection, readonly [number, number]>> = {
    left: [80, 0],
    right: [-80, 0],
    up: [0, 60],
    down: [0, -60],
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (!layout || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction && event.shiftKey) show(panDag(view, ...PANS[direction], layout, panel));
    else if (direction) focus(neighbourNode(layout, focused, direction) ?? focused);
    else if (event.key === '+' || event.key === '=') zoom(1.4);
    else if (event.key === '-' || event.key === '_') zoom(1 / 1.4);
    else if (event.key === '0') fit();
    else if (event.key === 'Enter' && focused !== null) callbacks.onSelect(layout.nodes[focused]?.txs ?? []);
    else if (event.key === 'Escape' && focused !== null) focus(null);
    else return;
    event.preventDefault();
    // The page's own keys (step, scrub) use the arrows too.
    event.stopPropagation();
  }

  /** Brings a transaction's node into view: what is chosen elsewhere shall be seen here. */
  function reveal(tx: number): void {
    const box = layout?.nodes[layout.nodeOf[tx] ?? -1];
    const next = box ? revealBox(view, box, panel) : view;
    if (next !== view) show(next);
  }

  function focus(node: number | null): void {
    if (!layout) return;
    focused = node;
    const tx = node === null ? undefined : layout.nodes[node]?.txs[0];
    if (tx !== undefined) reveal(tx);
    callbacks.onFocus(node, layout);
    invalidate();
  }

  const onBlur = () => {
    if (focused !== null) focus(null);
  };
  function fit(): void {
    if (!layout) return;
    show(fitDag(layout, panel));
    untouched = true;
  }
  function zoom(factor: number): void {
    if (layout) show(zoomDag(view, panel.width / 2, panel.height / 2, factor, layout, panel));
  }

  const observer = new ResizeObserver(resize);
  observer.observe(front);
  const stopTheme = onThemeChange(restyle);
  front.addEventListener('keydown', onKeyDown);
  front.addEventListener('blur', onBlur);

  return {
    update(next) {
      const before = data;
      data = next;
      if (next.graph !== arranged?.graph || next.colors !== arranged.colors) {
        relayout();
        return;
      }
      if (before && before.selected !== next.selected && next.selected.size === 1) reveal([...next.selected][0] ?? -1);
      if (before && (before.lit !== next.lit || before.kinds !== next.kinds || before.labelsOf !== next.labelsOf))
        backdropStale = true;
      // The sign of a mark stands over the edge of its node.
      if (before && before.marks !== next.marks) looks = [];
      invalidate();
    },
    fit,
    zoom,
    destroy() {
      destroyed = true;
      observer.disconnect();
      stopTheme();
      stopPointer();
      cancelAnimationFrame(frame);
      front.removeEventListener('keydown', onKeyDown);
      front.removeEventListener('blur', onBlur);
    },
  };
}

function sameLook(a: NodeLook, b: NodeLook): boolean {
  return (
    a.status === b.status &&
    a.done === b.done &&
    a.lit === b.lit &&
    a.selected === b.selected &&
    a.mark === b.mark &&
    a.focused === b.focused
  );
}
