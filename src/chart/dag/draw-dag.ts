import type { Mark } from '../../model/mark.ts';
import { drawMark } from '../draw-marks.ts';
import { chart as texts } from '#texts/chart.ts';
import type { ConflictKind } from '../../model/graph.ts';
import {
  type ChartTokens,
  type DrawContext,
  type Hatches,
  type MeasureText,
  smallMono,
  smallText,
  smallWords,
} from '../chart-tokens.ts';
import type { DagLayout, DagLink, DagNode } from './dag-layout.ts';
import type { DagView } from './dag-view.ts';
import type { LinkLabel } from './link-labels.ts';
import { type MarkedStatus, STATUS_MARK } from '../tx-marks.ts';

/** What lies behind the nodes: changes with the view and the highlight, not with the moment shown. */
export interface DagBackdrop {
  readonly layout: DagLayout;
  readonly view: DagView;
  /** Of the plot, CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly visible: (kind: ConflictKind) => boolean;
  readonly labels: readonly LinkLabel[];
  /** Whether a link is singled out; null when none is. */
  readonly litLink: ((link: DagLink) => boolean) | null;
}

/** What one node looks like now. */
export interface NodeLook {
  readonly status: MarkedStatus;
  /** Share of a group's transactions that have been executed, 0 to 1. */
  readonly done: number;
  /** Singled out, next to what is, or neither. Everything is lit when nothing is singled out. */
  readonly lit: 'lit' | 'near' | 'faint';
  readonly selected: boolean;
  readonly focused: boolean;
  readonly mark?: Mark | null;
}

export interface NodePicture {
  readonly node: DagNode;
  readonly look: NodeLook;
  /** What a group's transactions have in common; null for a single transaction. */
  readonly name: string | null;
  readonly view: DagView;
}

/** None of the signs is wider. */
const WIDE_SIGN = STATUS_MARK.executed;
/** Below these zooms a node shows less: no status, then no number either. */
const MARK_ZOOM = 0.5;
const NUMBER_ZOOM = 0.34;
/** Still readable on a projector. */
const FAINT = 0.45;
const LIGHT: Readonly<Record<NodeLook['lit'], number>> = { lit: 1, near: 0.75, faint: FAINT };
const DASHES: Readonly<Record<ConflictKind, readonly number[]>> = { RAW: [], WAW: [6, 4], WAR: [1.5, 4] };

/** Height of the headings, above the plot. They stay while the plot scrolls. */
export const HEADING_HEIGHT = 26;

/** Columns with their headings, links, and names on the links. The origin is the plot's corner, below the headings. */
export function drawDagBackdrop(
  ctx: DrawContext,
  backdrop: DagBackdrop,
  tokens: ChartTokens,
  measure: MeasureText,
): void {
  ctx.clearRect(0, -HEADING_HEIGHT, backdrop.width, backdrop.height + HEADING_HEIGHT);
  drawColumns(ctx, backdrop, tokens, measure);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, 0, backdrop.width, backdrop.height);
  ctx.clip();
  drawLinks(ctx, backdrop, tokens);
  drawLabels(ctx, backdrop, tokens, measure);
  ctx.restore();
  drawScrollMarks(ctx, backdrop, tokens);
}

/** "wave 3", or "waves 3–7", with the number of transactions where there is room. */
export function columnTitles(column: DagLayout['columns'][number]): readonly string[] {
  const { firstWave, lastWave, transactions } = column;
  const name = firstWave === lastWave ? texts.wave(firstWave + 1) : texts.waves(firstWave + 1, lastWave + 1);
  return [`${name} · ${transactions.toLocaleString('en-US')} tx`, name, String(firstWave + 1)];
}

function drawColumns(
  ctx: DrawContext,
  { layout, view, width, height }: DagBackdrop,
  tokens: ChartTokens,
  measure: MeasureText,
): void {
  const { zoom } = view;
  const font = smallWords(tokens);
  const bottom = Math.min(height, view.y + layout.height * zoom);
  const gap = Math.min(22, layout.columns.length > 40 ? 2 : 22) * Math.min(1, zoom);
  let free = Number.NEGATIVE_INFINITY;
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const column of layout.columns) {
    const x = column.x * zoom + view.x + gap / 2;
    const wide = column.width * zoom - gap;
    if (x > width || x + wide < 0) continue;
    ctx.fillStyle = tokens.panel;
    ctx.beginPath();
    ctx.roundRect(x, -HEADING_HEIGHT, wide, Math.max(0, bottom) + HEADING_HEIGHT, Math.min(8, wide / 4));
    ctx.fill();
    const titles = columnTitles(column);
    const title = titles.find((t) => measure(t, font) + 16 <= wide) ?? titles[2] ?? '';
    // Where columns are narrower than their numbers, only every so many of them is named.
    const textX = x + (wide > 40 ? 10 : 2);
    if (textX < free) continue;
    ctx.fillStyle = tokens.dim;
    ctx.fillText(title, textX, 1 - HEADING_HEIGHT / 2);
    free = textX + measure(title, font) + 8;
  }
}

/** Thin bars at the edges that say which part of the picture is in view. */
function drawScrollMarks(ctx: DrawContext, { layout, view, width, height }: DagBackdrop, tokens: ChartTokens): void {
  const across = layout.width * view.zoom;
  const down = layout.height * view.zoom;
  ctx.fillStyle = tokens.dimmer;
  if (across > width) {
    const from = Math.max(0, -view.x / across);
    const to = Math.min(1, (width - view.x) / across);
    ctx.fillRect(from * width, height - 3, Math.max(8, (to - from) * width), 3);
  }
  if (down > height) {
    const from = Math.max(0, -view.y / down);
    const to = Math.min(1, (height - view.y) / down);
    ctx.fillRect(width - 3, from * height, 3, Math.max(8, (to - from) * height));
  }
}

function drawLinks(ctx: DrawContext, { layout, view, visible, litLink }: DagBackdrop, tokens: ChartTokens): void {
  const crowded = layout.links.length > 400;
  const thin = Math.max(0.6, Math.min(1.5, 1.5 * view.zoom));
  // The critical path and what is singled out lie on top.
  const passes: readonly ((link: DagLink) => boolean)[] = [
    (link) => !link.critical && !litLink?.(link),
    (link) => link.critical && !litLink?.(link),
    (link) => litLink?.(link) === true,
  ];
  passes.forEach((belongs, pass) => {
    for (const link of layout.links) {
      if (!visible(link.kind) || !belongs(link)) continue;
      const critical = link.critical;
      const many = layout.grouped ? Math.min(4, Math.log2(link.edges.length + 1) * 0.6) : 0;
      const color = critical ? tokens.critical : pass === 2 ? tokens.text : tokens.dimmer;
      ctx.globalAlpha =
        litLink && pass < 2 ? FAINT : critical || pass === 2 ? 1 : layout.grouped ? 0.35 : crowded ? 0.5 : 0.85;
      ctx.strokeStyle = color;
      ctx.fillStyle = color;
      ctx.lineWidth = critical ? Math.max(1.5, 3 * Math.min(1, view.zoom)) : thin + many;
      ctx.setLineDash(DASHES[link.kind] as number[]);
      strokeLink(ctx, link.curve, view, critical ? 11 : 8);
    }
  });
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

/** The curve, ending in an arrow head where the zoom leaves room for one. */
function strokeLink(ctx: DrawContext, curve: readonly number[], { zoom, x, y }: DagView, head: number): void {
  const at = (i: number): [number, number] => [(curve[i] as number) * zoom + x, (curve[i + 1] as number) * zoom + y];
  const last = curve.length - 2;
  const [tipX, tipY] = at(last);
  const [fromX] = at(last - 2);
  const size = zoom >= 0.4 ? head * Math.min(1, zoom) : 0;
  const side = fromX <= tipX ? 1 : -1;
  ctx.beginPath();
  ctx.moveTo(...at(0));
  for (let i = 2; i < curve.length; i += 6) {
    const [endX, endY] = i + 4 === last ? [tipX - side * size, tipY] : at(i + 4);
    ctx.bezierCurveTo(...at(i), ...at(i + 2), endX, endY);
  }
  ctx.stroke();
  if (size === 0) return;
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(tipX, tipY);
  ctx.lineTo(tipX - side * size, tipY - size / 2);
  ctx.lineTo(tipX - side * size, tipY + size / 2);
  ctx.closePath();
  ctx.fill();
}

function drawLabels(
  ctx: DrawContext,
  { layout, labels, litLink }: DagBackdrop,
  tokens: ChartTokens,
  measure: MeasureText,
): void {
  const font = smallMono(tokens);
  const line = smallText(tokens) * 1.4;
  ctx.font = font;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  // Where few links could run through a name, a patch behind it would only be a blot.
  const patch = layout.links.length > 40;
  for (const { link: index, x, y, text } of labels) {
    const link = layout.links[index];
    if (!link) continue;
    const lit = litLink?.(link) === true;
    ctx.globalAlpha = litLink && !lit ? FAINT : 1;
    if (patch) {
      const width = measure(text, font) + 6;
      ctx.fillStyle = tokens.panel;
      ctx.beginPath();
      ctx.roundRect(x - width / 2, y - line / 2, width, line, 4);
      ctx.fill();
    }
    ctx.fillStyle = link.critical ? tokens.critical : lit ? tokens.text : tokens.dim;
    ctx.fillText(text, x, y + 0.5);
  }
  ctx.globalAlpha = 1;
}

/** Pixels round a node that belong to its drawing: to be cleared before it is drawn anew. */
export const NODE_MARGIN = 3;

/** The node's box on the panel. */
export function nodeBox(node: DagNode, view: DagView): { x: number; y: number; width: number; height: number } {
  return {
    x: node.x * view.zoom + view.x,
    y: node.y * view.zoom + view.y,
    width: node.width * view.zoom,
    height: node.height * view.zoom,
  };
}

/**
 * One node: contract bar, number, status. Its state shows in the shape as well as in the sign: pale outline (not started), filled
 * (executing), dashed (waiting), hatched and red (aborted), plain (executed, committed).
 */
export function drawDagNode(
  ctx: DrawContext,
  { node, look, name, view }: NodePicture,
  tokens: ChartTokens,
  hatches: Hatches,
  measure: MeasureText,
): void {
  const { zoom } = view;
  const { x, y, width, height } = nodeBox(node, view);
  const color = tokens.contract[node.color] ?? tokens.dim;
  const { status } = look;
  const aborted = status === 'aborted';
  const running = status === 'executing';
  ctx.globalAlpha = LIGHT[look.lit];
  if (width < 14) {
    // No room for a border: state shows as strength of the fill.
    ctx.fillStyle = aborted ? tokens.bad : color;
    ctx.globalAlpha *= status === 'ready' || status === 'waiting' ? 0.4 : 1;
    ctx.fillRect(x, y, width, height);
    ctx.globalAlpha = 1;
    return;
  }
  const radius = Math.min(6, height / 4);
  ctx.beginPath();
  ctx.roundRect(x, y, width, height, radius);
  ctx.fillStyle = running ? color : tokens.bg;
  ctx.fill();
  if (aborted) {
    ctx.fillStyle = hatches[node.color] ?? color;
    ctx.fill();
  }
  const pale = status === 'ready' || status === 'waiting';
  const strong = look.focused || look.selected;
  // On white a light fill needs a dark edge to be seen.
  const edge = tokens.contractOutline === 'transparent' ? color : tokens.contractOutline;
  ctx.strokeStyle = look.focused ? tokens.accent : aborted ? tokens.bad : edge;
  ctx.globalAlpha = LIGHT[look.lit] * (pale && !strong ? 0.55 : 1);
  ctx.lineWidth = strong ? 3 : 1.5;
  ctx.setLineDash(status === 'waiting' ? [4, 3] : []);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.globalAlpha = LIGHT[look.lit];
  // The bar on the left is the contract's, whatever the state.
  const bar = Math.max(3, 6 * Math.min(1, zoom));
  ctx.fillStyle = color;
  ctx.beginPath();
  ctx.roundRect(x, y, bar, height, [radius, 0, 0, radius]);
  ctx.fill();
  if (look.done > 0) ctx.fillRect(x + bar, y + height - 4, (width - bar - 3) * look.done, 3);
  // Also a path of one transaction, with no link to be yellow, must be seen.
  if (node.critical) {
    ctx.fillStyle = tokens.critical;
    ctx.fillRect(x + radius, y + height - 1, width - 2 * radius, 2);
  }
  if (zoom >= NUMBER_ZOOM) drawNodeText(ctx, { node, look, name, view }, x + bar, tokens, measure);
  ctx.globalAlpha = 1;
  if (look.mark) drawMark(ctx, { x, y, width, height }, look.mark, tokens);
}

function drawNodeText(
  ctx: DrawContext,
  { node, look, name, view }: NodePicture,
  left: number,
  tokens: ChartTokens,
  measure: MeasureText,
): void {
  const { zoom } = view;
  const { x, y, width, height } = nodeBox(node, view);
  const { status } = look;
  const running = status === 'executing';
  const onFill = running ? (tokens.onContract[node.color] ?? tokens.text) : tokens.text;
  const small = smallText(tokens) * Math.min(1.15, Math.max(0.85, zoom));
  const number = name === null ? String(node.txs[0]) : `×${node.txs.length.toLocaleString('en-US')}`;
  const numberFont = `700 ${Math.min(height * 0.62, 1.28 * small)}px ${tokens.fontWords}`;
  const nameFont = `${small}px ${tokens.fontWords}`;
  const markFont = `600 ${small}px ${tokens.fontWords}`;
  const textX = left + Math.max(3, 8 * Math.min(1, zoom));
  const right = x + width - 5;
  const withName = name !== null && zoom >= MARK_ZOOM && measure(name, nameFont) <= right - textX;
  const middle = y + height / 2 + 0.5 - (withName ? 0.62 * small : 0);
  // Behind the words, so that they can be read on the stripes.
  if (status === 'aborted') {
    ctx.fillStyle = tokens.bg;
    ctx.fillRect(textX - 2, y + 3, right - textX + 3, height - 6);
  }
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.font = numberFont;
  ctx.fillStyle = onFill;
  ctx.fillText(number, textX, middle);
  if (withName) {
    ctx.font = nameFont;
    ctx.fillText(name, textX, middle + 1.35 * small);
  }
  const mark = STATUS_MARK[status];
  // Whatever the digits and the status: numbers as long as each other all have their sign, or none has.
  const taken = measure(number.replaceAll(/\d/g, '0'), numberFont) + measure(WIDE_SIGN, markFont);
  if (zoom >= MARK_ZOOM && textX + taken + 2 <= right) {
    ctx.font = markFont;
    ctx.textAlign = 'right';
    ctx.fillStyle = running
      ? onFill
      : status === 'committed'
        ? tokens.good
        : status === 'aborted'
          ? tokens.bad
          : tokens.dim;
    ctx.fillText(mark, right, middle);
  }
}
