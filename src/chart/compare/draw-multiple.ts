import { type ChartTokens, type DrawContext, type Hatches, type MeasureText, smallMono } from '../chart-tokens.ts';
import { drawTimelineSpans } from '../draw-spans.ts';
import { niceTicks, type TimeUnit } from '../format-time.ts';
import { type LaneRows, rowTop } from '../lane-rows.ts';
import { type TimeScale, timeToPx } from '../time-scale.ts';
import type { TimelinePicture } from '../timeline-picture.ts';

/** Room left of the lanes' numbers, and right of the last bar; CSS pixels. */
export const MULTIPLE_LEFT = 8;
export const MULTIPLE_RIGHT = 12;
export const TIME_AXIS_HEIGHT = 22;

/** Rows of a small picture: the more lanes there are the thinner, with no room for words. CSS pixels. */
export function multipleRows(lanes: number): LaneRows {
  const pitch = lanes <= 4 ? 22 : lanes <= 8 ? 14 : lanes <= 16 ? 8 : lanes <= 32 ? 5 : 3;
  const gap = pitch >= 14 ? 2 : pitch >= 5 ? 1 : 0;
  const total = lanes * pitch;
  return {
    count: lanes,
    top: 0,
    pitch,
    height: pitch - gap,
    inset: pitch >= 14 ? 1 : 0,
    detail: pitch >= 20 ? 'number' : 'none',
    total,
    clipTop: 0,
    clipBottom: total,
  };
}

/** Where a run of this length lies on an axis shared by all. */
export function multipleScale(longest: number, width: number): TimeScale {
  const pixels = Math.max(1, width - MULTIPLE_LEFT - MULTIPLE_RIGHT);
  return { start: 0, end: longest > 0 ? longest : 1, left: MULTIPLE_LEFT, width: pixels };
}

/** One run, small: its lanes, its spans, the time at which it ends and the time that it can't beat. */
export function drawMultiple(
  ctx: DrawContext,
  picture: TimelinePicture,
  tokens: ChartTokens,
  hatches: Hatches,
  measure: MeasureText,
): void {
  const { scale, rows, width, height, unit } = picture;
  ctx.clearRect(0, 0, width, height);
  ctx.fillStyle = tokens.lane;
  for (let lane = 0; lane < rows.count; lane++) {
    ctx.fillRect(scale.left, rowTop(rows, lane), scale.width, rows.height);
  }
  ctx.strokeStyle = tokens.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const { at } of axisTicks(scale, unit)) {
    const x = Math.round(timeToPx(scale, at)) + 0.5;
    ctx.moveTo(x, 0);
    ctx.lineTo(x, height);
  }
  ctx.stroke();
  drawTimelineSpans(ctx, picture, tokens, hatches, measure);
  if (picture.bound) verticalLine(ctx, timeToPx(scale, picture.bound.at), height, tokens.critical, [5, 3]);
  if (picture.makespan) verticalLine(ctx, timeToPx(scale, picture.makespan.at), height, tokens.text, []);
}

function verticalLine(ctx: DrawContext, x: number, height: number, color: string, dash: number[]): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5;
  ctx.setLineDash(dash);
  ctx.beginPath();
  ctx.moveTo(x, 0);
  ctx.lineTo(x, height);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The axis above all pictures. */
export function drawTimeAxis(ctx: DrawContext, scale: TimeScale, unit: TimeUnit, width: number, tokens: ChartTokens) {
  ctx.clearRect(0, 0, width, TIME_AXIS_HEIGHT);
  ctx.fillStyle = tokens.dim;
  ctx.font = smallMono(tokens);
  ctx.textBaseline = 'middle';
  for (const { at, label } of axisTicks(scale, unit)) {
    const x = timeToPx(scale, at);
    if (x > scale.left + scale.width - 8) continue;
    ctx.textAlign = at === 0 ? 'left' : 'center';
    ctx.fillText(label, at === 0 ? scale.left : x, TIME_AXIS_HEIGHT / 2);
  }
}

function axisTicks(scale: TimeScale, unit: TimeUnit) {
  return niceTicks(scale.start, scale.end, (80 * (scale.end - scale.start)) / scale.width, unit);
}
