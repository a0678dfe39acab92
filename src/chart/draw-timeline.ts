import type { AbortArrow } from './abort-arrows.ts';
import {
  type ChartTokens,
  type DrawContext,
  type Hatches,
  type MeasureText,
  smallMono,
  smallText,
  smallWords,
} from './chart-tokens.ts';
import { niceTicks, type TimeUnit } from './format-time.ts';
import { waitOf } from '../model/wait-cause.ts';
import { type LaneRows, rowTop, visibleLanes } from './lane-rows.ts';
import { placeLineCaptions } from './line-labels.ts';
import { waitSentence, type LocationName } from './sentences.ts';
import type { ExecutionSpan, RoundMark, Span } from './spans.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';
import type { Bar, BarList } from './timeline-layout.ts';

/** Everything one frame of the timeline shows. Sizes in CSS pixels. */
export interface TimelinePicture {
  readonly width: number;
  readonly height: number;
  readonly scale: TimeScale;
  readonly rows: LaneRows;
  readonly bars: BarList;
  readonly arrows: readonly AbortArrow[];
  /** Barriers; those after the moment shown are left out. */
  readonly rounds: readonly RoundMark[];
  readonly time: number;
  /** Whether the moment shown is marked: not while nothing has run. */
  readonly playhead: boolean;
  readonly unit: TimeUnit;
  /** Dashed yellow line, and what it says; null when there is no finished run. */
  readonly bound: { readonly at: number; readonly label: string } | null;
  readonly makespan: { readonly at: number; readonly label: string } | null;
  /** Contract colour (0–7) and short name of a transaction. */
  readonly colorOf: (tx: number) => number;
  readonly nameOf: (tx: number) => string;
  readonly locationName: LocationName;
  /** Whether a transaction is lit; null when none is singled out. */
  readonly lit: ((tx: number) => boolean) | null;
  readonly selected: (tx: number) => boolean;
  readonly focused: Span | null;
  /** Mean width of the executions in view, where `bars` are only some of them. */
  readonly runWidth?: number;
}

/** Height of the axis above the rows, and of the captions below them. */
export const AXIS_HEIGHT = 34;
export const CAPTIONS_HEIGHT = 38;

const CAPTION_ROW = 17;
const FAINT = 0.35;
const GHOST = 0.2;
const RADIUS = 5;

/**
 * Draws one frame: road and axis, then the spans by `drawSpans` (`drawTimelineSpans`, or layers made with it), then what lies
 * over them. The caller has set the transform for the device's pixels.
 */
export function drawTimeline(
  ctx: DrawContext,
  picture: TimelinePicture,
  tokens: ChartTokens,
  measure: MeasureText,
  drawSpans: () => void,
): void {
  ctx.clearRect(0, 0, picture.width, picture.height);
  drawRoad(ctx, picture, tokens);
  drawAxis(ctx, picture, tokens);
  drawSpans();
  drawRounds(ctx, picture, tokens, measure);
  drawArrows(ctx, picture, tokens);
  drawLines(ctx, picture, tokens, measure);
  if (picture.playhead) drawPlayhead(ctx, picture, tokens);
  drawScrollMark(ctx, picture, tokens);
}

/** The spans and what is written in them; all of the work that grows with the log. */
export function drawTimelineSpans(
  ctx: DrawContext,
  picture: TimelinePicture,
  tokens: ChartTokens,
  hatches: Hatches,
  measure: MeasureText,
): void {
  const { scale, rows } = picture;
  ctx.save();
  ctx.beginPath();
  ctx.rect(scale.left - 2, rows.clipTop, scale.width + 4, rows.clipBottom - rows.clipTop);
  ctx.clip();
  drawWaits(ctx, picture, tokens, measure);
  drawRuns(ctx, picture, tokens, hatches);
  drawReads(ctx, picture, tokens);
  drawValidations(ctx, picture, tokens);
  drawTexts(ctx, picture, tokens, measure);
  ctx.restore();
}

/** Flat rows, a dashed line between each two, lane numbers on the left. */
function drawRoad(ctx: DrawContext, { rows, scale }: TimelinePicture, tokens: ChartTokens): void {
  const { first, last } = visibleLanes(rows);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, rows.clipTop, scale.left + scale.width + 12, rows.clipBottom - rows.clipTop);
  ctx.clip();
  ctx.fillStyle = tokens.lane;
  for (let lane = first; lane <= last; lane++) {
    ctx.beginPath();
    ctx.roundRect(scale.left - 1, rowTop(rows, lane), scale.width + 2, rows.height, Math.min(RADIUS, rows.height / 4));
    ctx.fill();
  }
  if (rows.pitch - rows.height >= 4) {
    ctx.strokeStyle = tokens.line;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([16, 16]);
    ctx.beginPath();
    for (let lane = first; lane < last; lane++) {
      const y = rowTop(rows, lane) + rows.height + (rows.pitch - rows.height) / 2;
      ctx.moveTo(scale.left, y);
      ctx.lineTo(scale.left + scale.width, y);
    }
    ctx.stroke();
    ctx.setLineDash([]);
  }
  ctx.fillStyle = tokens.dimmer;
  ctx.font = smallMono(tokens);
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  for (let lane = first; lane <= last; lane++) {
    ctx.fillText(String(lane + 1), scale.left - 10, rowTop(rows, lane) + rows.height / 2);
  }
  ctx.restore();
}

function drawAxis(ctx: DrawContext, { scale, rows, unit }: TimelinePicture, tokens: ChartTokens): void {
  const perPx = (scale.end - scale.start) / scale.width;
  const ticks = niceTicks(scale.start, scale.end, 72 * perPx, unit);
  const y = rows.clipTop - 10;
  ctx.fillStyle = tokens.dimmer;
  ctx.font = smallMono(tokens);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'center';
  for (const tick of ticks) {
    const x = timeToPx(scale, tick.at);
    // A label at either end would be cut off by the edge of the picture.
    if (x < scale.left - 1 || x > scale.left + scale.width - 12) continue;
    ctx.fillText(tick.label, x, y);
  }
}

function alphaOf(bar: Bar, lit: TimelinePicture['lit']): number {
  const tx = bar.span.kind === 'wait' ? null : bar.span.tx;
  const faint = lit !== null && (tx === null || !lit(tx));
  return (faint ? FAINT : 1) * (bar.look === 'ahead' ? GHOST : 1);
}

/** A gap of a pixel on either side keeps neighbours apart, but only where there is room for it. */
function inner(bar: Bar): { x: number; width: number } {
  return bar.width >= 6 ? { x: bar.x + 1, width: bar.width - 2 } : { x: bar.x, width: Math.max(bar.width, 1) };
}

function drawWaits(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens, measure: MeasureText): void {
  const { bars, rows } = picture;
  const height = Math.min(14, rows.height - 2 * rows.inset);
  const font = smallWords(tokens);
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar;
    if (bar.span.kind !== 'wait' || bar.look === 'ahead') continue;
    // An idle end is no news; a wait on somebody is.
    ctx.globalAlpha = alphaOf(bar, picture.lit) * (bar.span.cause.kind === 'no-task' ? 0.45 : 1);
    ctx.strokeStyle = tokens.dimmer;
    const { x, width } = inner(bar);
    const y = rowTop(rows, bar.lane) + rows.height / 2;
    if (width < 4) {
      // Too narrow for an outline: many of them in a row make a line.
      ctx.fillStyle = tokens.dimmer;
      ctx.fillRect(x, y - 0.5, width, 1);
      continue;
    }
    ctx.beginPath();
    ctx.roundRect(x + 1.5, y - height / 2, width - 3, height, Math.min(height, width - 3) / 2);
    ctx.stroke();
    if (bar.span.cause.kind === 'no-task' || rows.detail === 'none') continue;
    const on = waitOf(bar.span.cause)?.on;
    const texts = [
      waitSentence(bar.span.cause, picture.locationName),
      ...(on === undefined ? [] : [`waits for ${on}`]),
    ];
    const shown = texts.find((t) => measure(t, font) + 16 <= width);
    if (!shown) continue;
    ctx.fillStyle = tokens.dim;
    ctx.font = font;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillText(shown, x + 9, y + 0.5);
  }
  ctx.setLineDash([]);
  ctx.globalAlpha = 1;
}

function drawRuns(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens, hatches: Hatches): void {
  const { bars, rows } = picture;
  const height = rows.height - 2 * rows.inset;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar;
    if (bar.span.kind !== 'execution') continue;
    const run = bar.span;
    const color = picture.colorOf(run.tx);
    const fill = tokens.contract[color] ?? tokens.dim;
    const y = rowTop(rows, bar.lane) + rows.inset;
    const { x, width } = inner(bar);
    ctx.globalAlpha = alphaOf(bar, picture.lit);
    const hatched = bar.look === 'aborted' || bar.look === 'blocked';
    if (width < 4) {
      // Too narrow for corners, stripes or borders: colour only, and red for what was thrown away.
      ctx.fillStyle = hatched ? tokens.bad : fill;
      ctx.fillRect(x, y, width, height);
      continue;
    }
    ctx.beginPath();
    ctx.roundRect(x, y, width, height, Math.min(RADIUS, width / 3, height / 3));
    if (hatched) {
      ctx.fillStyle = tokens.bg;
      ctx.fill();
      ctx.fillStyle = hatches[color] ?? fill;
      ctx.fill();
      ctx.strokeStyle = fill;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    } else {
      ctx.fillStyle = fill;
      ctx.fill();
      ctx.strokeStyle = tokens.contractOutline;
      ctx.lineWidth = 1;
      ctx.stroke();
    }
    if (picture.selected(run.tx) || isSame(run, picture.focused)) {
      ctx.strokeStyle = isSame(run, picture.focused) ? tokens.accent : tokens.text;
      ctx.lineWidth = 2;
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
}

function isSame(run: ExecutionSpan, focused: Span | null): boolean {
  return focused === run;
}

/** Runs at least this wide show the moments of their reads. */
const READS_WIDTH = 140;

/** A notch at the foot of a run for each read, at its moment. */
function drawReads(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { bars, rows, scale } = picture;
  if (rows.detail !== 'name') return;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar;
    if (bar.span.kind !== 'execution' || bar.look === 'ahead' || bar.width < READS_WIDTH) continue;
    const run = bar.span;
    const hatched = bar.look === 'aborted' || bar.look === 'blocked';
    ctx.fillStyle = hatched ? tokens.text : (tokens.onContract[picture.colorOf(run.tx)] ?? tokens.text);
    ctx.globalAlpha = alphaOf(bar, picture.lit) * 0.7;
    const foot = rowTop(rows, bar.lane) + rows.height - rows.inset;
    for (const read of run.reads) {
      const x = timeToPx(scale, read.at);
      if (x > bar.x + bar.width) break;
      if (x >= bar.x) ctx.fillRect(x - 0.5, foot - 3, 1, 3);
    }
  }
  ctx.globalAlpha = 1;
}

/**
 * Thin bars, green or red, with a margin in the lane's colour so that they stand apart from the spans they touch. Where spans
 * are narrow the bars get thinner, and in the end only failures show, lest the picture turn green.
 */
function drawValidations(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { bars, rows } = picture;
  const height = rows.height - 2 * rows.inset;
  const room = picture.runWidth ?? meanWidth(bars, 'execution');
  const thick = Math.min(3, Math.max(1, room / 10));
  const margin = room >= 24 ? 1.5 : 0;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar;
    if (bar.span.kind !== 'validation' || bar.look === 'ahead') continue;
    if (room < 8 && bar.look !== 'stale') continue;
    const y = rowTop(rows, bar.lane) + rows.inset;
    const color = bar.look === 'stale' ? tokens.bad : bar.look === 'valid' ? tokens.good : tokens.dim;
    const alpha = alphaOf(bar, picture.lit);
    if (bar.width > 5) {
      ctx.fillStyle = color;
      ctx.globalAlpha = alpha * 0.3;
      ctx.fillRect(bar.x + 1, y + height / 2 - 3, bar.width - 3, 6);
    }
    ctx.globalAlpha = alpha;
    const end = bar.x + bar.width;
    if (margin > 0) {
      ctx.fillStyle = tokens.lane;
      ctx.fillRect(end - thick / 2 - margin, y, thick + 2 * margin, height);
    }
    ctx.fillStyle = color;
    ctx.fillRect(end - thick / 2, y, thick, height);
    if (picture.focused === bar.span) {
      ctx.strokeStyle = tokens.accent;
      ctx.lineWidth = 2;
      ctx.strokeRect(end - 4, y - 2, 8, height + 4);
    }
  }
  ctx.globalAlpha = 1;
}

export function meanWidth(bars: BarList, kind: Span['kind']): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar;
    if (bar.span.kind !== kind) continue;
    sum += bar.width;
    count += bar.count;
  }
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count;
}

/** Number, then name, then marks: each only where it fits. One pass per font, as changing fonts is the dear part. */
function drawTexts(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens, measure: MeasureText): void {
  const { bars, rows } = picture;
  if (rows.detail === 'none') return;
  // Two lines where rows are high enough, else the name follows the number.
  const twoLines = rows.detail === 'name';
  const small = smallText(tokens);
  const numberSize = Math.min(small * (twoLines ? 1.28 : 1.15), rows.height - 2 * rows.inset - 2);
  if (numberSize < 8) return;
  const numberFont = `700 ${numberSize}px ${tokens.fontWords}`;
  const nameFont = smallWords(tokens);
  const middle = rows.height / 2 + 0.5;
  const up = twoLines ? 0.68 * small : 0;
  const down = twoLines ? 0.86 * small : 0;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const pass of ['number', 'name', 'mark'] as const) {
    ctx.font = pass === 'number' ? numberFont : nameFont;
    for (let i = 0; i < bars.count; i++) {
      const bar = bars.items[i] as Bar;
      if (bar.span.kind !== 'execution' || bar.look === 'ahead' || bar.count > 1 || bar.width < 12) continue;
      const run = bar.span;
      const padding = bar.width < 36 ? 4 : 8;
      const room = bar.width - 2 * padding;
      const number = String(run.tx);
      const numberWidth = measure(number, numberFont);
      if (numberWidth > room) continue;
      const hatched = bar.look === 'aborted' || bar.look === 'blocked';
      ctx.globalAlpha = alphaOf(bar, picture.lit);
      ctx.fillStyle = hatched ? tokens.text : (tokens.onContract[picture.colorOf(run.tx)] ?? tokens.text);
      const y = rowTop(rows, bar.lane) + middle;
      const x = bar.x + padding;
      const mark = markOf(run, bar, picture.time);
      const markWidth = mark === '' ? 0 : measure(mark, nameFont);
      const markFits = mark !== '' && numberWidth + 8 + markWidth <= room;
      if (pass === 'number') {
        if (hatched) clearStripes(ctx, tokens, x, y - up, numberWidth, numberSize);
        ctx.fillText(number, x, y - up);
      } else if (pass === 'name') {
        const besides = twoLines ? 0 : numberWidth + 8 + (markFits ? markWidth + 8 : 0);
        const name = hatched ? `${bar.look} · run ${run.incarnation}` : picture.nameOf(run.tx);
        const shown = [name, hatched ? bar.look : ''].find((t) => besides + measure(t, nameFont) <= room);
        if (!shown) continue;
        const nameX = twoLines ? x : x + numberWidth + 8;
        if (hatched) clearStripes(ctx, tokens, nameX, y + down, measure(shown, nameFont), small);
        ctx.fillText(shown, nameX, y + down);
      } else if (markFits) ctx.fillText(mark, bar.x + bar.width - padding - markWidth, y - up);
    }
  }
  ctx.globalAlpha = 1;
}

/** A plain patch behind words on stripes. */
function clearStripes(ctx: DrawContext, tokens: ChartTokens, x: number, y: number, width: number, size: number): void {
  const color = ctx.fillStyle;
  ctx.fillStyle = tokens.bg;
  ctx.fillRect(x - 2, y - size * 0.62, width + 4, size * 1.24);
  ctx.fillStyle = color;
}

/** What is said in the upper right corner: which run it is, when not the first; a tick once it is final. */
function markOf(run: ExecutionSpan, bar: Bar, time: number): string {
  if (bar.look !== 'executed' && bar.look !== 'running') return '';
  const again = run.incarnation > 0 ? `run ${run.incarnation}` : '';
  const failed = bar.look === 'executed' && !run.success ? '✗' : '';
  const final = run.committedAt <= time ? '✓' : '';
  return [again, failed, final].filter(Boolean).join(' ');
}

function drawArrows(ctx: DrawContext, { arrows, lit }: TimelinePicture, tokens: ChartTokens): void {
  for (const arrow of arrows) {
    const faint = lit && !lit(arrow.reader.tx) && !lit(arrow.reader.abort?.by ?? -1);
    // Without its sentence an arrow is a hint only.
    ctx.globalAlpha = (faint ? FAINT : 1) * (arrow.label ? 1 : 0.6);
    ctx.strokeStyle = tokens.bad;
    ctx.fillStyle = tokens.bad;
    ctx.lineWidth = arrow.label ? 2 : 1.25;
    const down = arrow.toY >= arrow.fromY ? 1 : -1;
    const tip = arrow.toY;
    ctx.beginPath();
    ctx.moveTo(arrow.fromX, arrow.fromY);
    const bend = (tip - arrow.fromY) / 2;
    ctx.bezierCurveTo(arrow.fromX, arrow.fromY + bend, arrow.toX, tip - bend - down * 8, arrow.toX, tip - down * 7);
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(arrow.toX, tip);
    ctx.lineTo(arrow.toX - 5, tip - down * 9);
    ctx.lineTo(arrow.toX + 5, tip - down * 9);
    ctx.closePath();
    ctx.fill();
  }
  ctx.font = smallWords(tokens);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { label, reader } of arrows) {
    if (!label) continue;
    ctx.globalAlpha = lit && !lit(reader.tx) && !lit(reader.abort?.by ?? -1) ? FAINT : 1;
    ctx.beginPath();
    ctx.roundRect(label.x, label.y, label.width, label.height, label.height / 2);
    ctx.fillStyle = tokens.badBg;
    ctx.fill();
    ctx.strokeStyle = tokens.bad;
    ctx.lineWidth = 1;
    ctx.stroke();
    ctx.fillStyle = tokens.text;
    ctx.fillText(label.text, label.x + 9, label.y + label.height / 2 + 0.5);
  }
  ctx.globalAlpha = 1;
}

/** Barriers as thin lines across all lanes, named above the axis where the names don't touch. */
function drawRounds(
  ctx: DrawContext,
  { rounds, scale, rows, time }: TimelinePicture,
  tokens: ChartTokens,
  measure: MeasureText,
): void {
  if (rounds.length === 0) return;
  const font = smallWords(tokens);
  let free = scale.left;
  ctx.strokeStyle = tokens.dimmer;
  ctx.lineWidth = 1;
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { at, round, stage } of rounds) {
    const x = timeToPx(scale, at);
    if (at > time || x > scale.left + scale.width) break;
    if (x < scale.left) continue;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(x, rows.clipTop - 4);
    ctx.lineTo(x, rows.clipBottom);
    ctx.stroke();
    const text = stage === 'execute' ? `round ${round}` : stage;
    const width = measure(text, font);
    if (x < free || x + width > scale.left + scale.width) continue;
    free = x + width + 8;
    ctx.fillStyle = tokens.dim;
    ctx.fillText(text, x, rows.clipTop - 25);
  }
  ctx.setLineDash([]);
}

/** The bound and the end of the run, with captions that never touch. */
function drawLines(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens, measure: MeasureText): void {
  const { scale, rows, bound, makespan } = picture;
  const font = smallWords(tokens);
  const lines = [
    ...(bound ? [{ ...bound, color: tokens.critical, dash: [5, 4] }] : []),
    ...(makespan ? [{ ...makespan, color: tokens.text, dash: [] }] : []),
  ].map((line) => ({ ...line, x: timeToPx(scale, line.at), width: measure(line.label, font) }));
  const placed = placeLineCaptions(lines, scale.left, scale.left + scale.width);
  ctx.font = font;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  lines.forEach((line, i) => {
    const caption = placed[i];
    if (!caption) return;
    const y = rows.clipBottom + 12 + caption.row * CAPTION_ROW;
    ctx.strokeStyle = line.color;
    ctx.lineWidth = 1.5;
    ctx.setLineDash(line.dash);
    ctx.beginPath();
    ctx.moveTo(line.x, rows.clipTop - 3);
    ctx.lineTo(line.x, rows.clipBottom + 4);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillStyle = line.color;
    ctx.fillText(line.label, caption.x, y);
  });
}

function drawPlayhead(ctx: DrawContext, { scale, rows, time }: TimelinePicture, tokens: ChartTokens): void {
  const x = timeToPx(scale, time);
  if (x < scale.left - 1 || x > scale.left + scale.width + 1) return;
  const top = rows.clipTop - AXIS_HEIGHT + 4;
  ctx.strokeStyle = tokens.text;
  ctx.fillStyle = tokens.text;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x, top + 8);
  ctx.lineTo(x, rows.clipBottom + 3);
  ctx.stroke();
  ctx.beginPath();
  ctx.moveTo(x - 7, top);
  ctx.lineTo(x + 7, top);
  ctx.lineTo(x, top + 10);
  ctx.closePath();
  ctx.fill();
}

/** Which of the lanes are in view, where they don't all fit. */
function drawScrollMark(ctx: DrawContext, { rows, width }: TimelinePicture, tokens: ChartTokens): void {
  const room = rows.clipBottom - rows.clipTop;
  if (rows.total <= room) return;
  const from = (rows.clipTop - rows.top) / rows.total;
  ctx.fillStyle = tokens.dimmer;
  ctx.fillRect(width - 4, rows.clipTop + from * room, 3, Math.max(8, (room / rows.total) * room));
}
