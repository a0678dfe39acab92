import { chart as texts } from '#texts/chart.ts';
import { type ChartTokens, type DrawContext, type Hatches, type MeasureText, smallWords } from './chart-tokens.ts';
import { rowTop } from './lane-rows.ts';
import { waitOf } from '../model/wait-cause.ts';
import { waitSentence } from './sentences.ts';
import { createStrips, type Strips } from './draw-strips.ts';
import type { ExecutionSpan, Span, ValidationSpan, WaitSpan } from './spans.ts';
import { drawSpanTexts } from './draw-span-texts.ts';
import { timeToPx } from './time-scale.ts';
import type { Bar, BarList } from './timeline-layout.ts';
import { alphaOf, clipToPlot, RADIUS, type TimelinePicture } from './timeline-picture.ts';

/** The spans and what is written in them; all of the work that grows with the log. Narrow executions are left to `strips`. */
export function drawTimelineSpans(
  ctx: DrawContext,
  picture: TimelinePicture,
  tokens: ChartTokens,
  hatches: Hatches,
  measure: MeasureText,
  strips: Strips = createStrips(ctx),
): void {
  clipToPlot(ctx, picture);
  drawWaits(ctx, picture, tokens, measure);
  drawRuns(ctx, picture, tokens, hatches, strips);
  drawReads(ctx, picture, tokens);
  drawValidations(ctx, picture, tokens);
  drawSpanTexts(ctx, picture, tokens, measure);
  ctx.restore();
}

/** A gap of a pixel on either side keeps neighbours apart, but only where there is room for it. */
function inner(bar: Bar): { x: number; width: number } {
  return bar.width >= 6 ? { x: bar.x + 1, width: bar.width - 2 } : { x: bar.x, width: Math.max(bar.width, 1) };
}

function drawWaits(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens, measure: MeasureText): void {
  const { rows } = picture;
  const bars = picture.bars.waits;
  const height = Math.min(14, rows.height - 2 * rows.inset);
  const font = smallWords(tokens);
  // Dashes of row upon row would flicker, and hide what was run.
  const thin = height < 5;
  ctx.lineWidth = 1;
  ctx.setLineDash([3, 3]);
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar<WaitSpan>;
    if (bar.look === 'ahead') continue;
    // An idle end is no news; a wait on somebody is.
    ctx.globalAlpha = alphaOf(bar, picture.lit) * (thin || bar.span.cause.kind === 'no-task' ? 0.45 : 1);
    ctx.strokeStyle = tokens.dimmer;
    const { x, width } = inner(bar);
    const y = rowTop(rows, bar.lane) + rows.height / 2;
    if (thin && bar.span.cause.kind === 'no-task') continue;
    if (width < 4 || thin) {
      // Too small for an outline: many of them in a row make a line.
      ctx.fillStyle = tokens.dimmer;
      ctx.fillRect(x, y - 0.5, width, 1);
      continue;
    }
    ctx.beginPath();
    ctx.roundRect(x + 1.5, y - height / 2, width - 3, height, Math.min(height, width - 3) / 2);
    ctx.stroke();
    if (bar.span.cause.kind === 'no-task' || rows.detail === 'none') continue;
    const on = waitOf(bar.span.cause)?.on;
    const wordings = [
      waitSentence(bar.span.cause, picture.locationName),
      ...(on === undefined ? [] : [texts.waitsFor(on)]),
    ];
    const shown = wordings.find((t) => measure(t, font) + 16 <= width);
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

function drawRuns(
  ctx: DrawContext,
  picture: TimelinePicture,
  tokens: ChartTokens,
  hatches: Hatches,
  strips: Strips,
): void {
  const { rows } = picture;
  const bars = picture.bars.executions;
  const height = rows.height - 2 * rows.inset;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar<ExecutionSpan>;
    const run = bar.span;
    const color = picture.colorOf(run.tx);
    const fill = tokens.contract[color] ?? tokens.dim;
    const y = rowTop(rows, bar.lane) + rows.inset;
    const { x, width } = inner(bar);
    const alpha = alphaOf(bar, picture.lit);
    const hatched = bar.look === 'aborted' || bar.look === 'blocked';
    if (width < 4) {
      // Too narrow for corners, stripes or borders: colour only, and red for what was thrown away.
      strips.add(x, y, width, height, hatched ? tokens.bad : fill, alpha);
      continue;
    }
    ctx.globalAlpha = alpha;
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
  strips.end();
  ctx.globalAlpha = 1;
}

function isSame(run: ExecutionSpan, focused: Span | null): boolean {
  return focused === run;
}

/** Runs at least this wide show the moments of their reads. */
const READS_WIDTH = 140;

/** A notch at the foot of a run for each read, at its moment. */
function drawReads(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { rows, scale } = picture;
  const bars = picture.bars.executions;
  if (rows.detail !== 'name') return;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar<ExecutionSpan>;
    if (bar.look === 'ahead' || bar.width < READS_WIDTH) continue;
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

/** Of a failure's bar where spans are narrow. */
const TICK = 4;

/**
 * Thin bars, green or red, with a margin in the lane's colour so that they stand apart from the spans they touch. Where spans
 * are narrow the bars get thinner, and in the end only failures show, as ticks at the foot of the lane: they take no time, and must
 * look as if they took none, lest the picture turn red.
 */
function drawValidations(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { rows } = picture;
  const bars = picture.bars.validations;
  const height = rows.height - 2 * rows.inset;
  const room = picture.runWidth ?? meanWidth(picture.bars.executions);
  const thick = Math.min(3, Math.max(1, room / 10));
  const margin = room >= 24 ? 1.5 : 0;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar<ValidationSpan>;
    if (bar.look === 'ahead') continue;
    if (room < 8 && bar.look !== 'stale') continue;
    const tall = room < 8 ? Math.min(TICK, height) : height;
    const y = rowTop(rows, bar.lane) + rows.inset + height - tall;
    const color = bar.look === 'stale' ? tokens.bad : bar.look === 'valid' ? tokens.good : tokens.dim;
    const alpha = alphaOf(bar, picture.lit);
    if (bar.width > 5) {
      ctx.fillStyle = color;
      ctx.globalAlpha = alpha * 0.3;
      ctx.fillRect(bar.x + 1, y + tall / 2 - Math.min(3, tall / 2), bar.width - 3, Math.min(6, tall));
    }
    ctx.globalAlpha = alpha;
    const end = bar.x + bar.width;
    if (margin > 0) {
      ctx.fillStyle = tokens.lane;
      ctx.fillRect(end - thick / 2 - margin, y, thick + 2 * margin, tall);
    }
    ctx.fillStyle = color;
    ctx.fillRect(end - thick / 2, y, thick, tall);
    if (picture.focused === bar.span) {
      ctx.strokeStyle = tokens.accent;
      ctx.lineWidth = 2;
      ctx.strokeRect(end - 4, y - 2, 8, tall + 4);
    }
  }
  ctx.globalAlpha = 1;
}

export function meanWidth(bars: BarList<ExecutionSpan>): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < bars.count; i++) {
    const bar = bars.items[i] as Bar<ExecutionSpan>;
    sum += bar.width;
    count += bar.count;
  }
  return count === 0 ? Number.POSITIVE_INFINITY : sum / count;
}
