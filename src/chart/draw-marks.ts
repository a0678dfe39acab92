import { MARK_SIGN, type Mark } from '../model/mark.ts';
import { type ChartTokens, type DrawContext, smallText } from './chart-tokens.ts';
import { rowTop, visibleLanes } from './lane-rows.ts';
import { timeToPx } from './time-scale.ts';
import type { TimelinePicture } from './timeline-picture.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const colorOf = (mark: Mark, tokens: ChartTokens): string =>
  ({ marked: tokens.accent, right: tokens.good, missed: tokens.critical, wrong: tokens.bad, spot: tokens.critical })[
    mark
  ];

/** An outline around something marked, and its sign in the upper right corner; what was missed is dashed. */
export function drawMark(ctx: DrawContext, box: Box, mark: Mark, tokens: ChartTokens): void {
  const { x, y, width, height } = box;
  const color = colorOf(mark, tokens);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = color;
  ctx.lineWidth = 2.5;
  ctx.setLineDash(mark === 'missed' ? [4, 3] : []);
  ctx.beginPath();
  ctx.roundRect(x - 1, y - 1, width + 2, height + 2, 6);
  ctx.stroke();
  ctx.setLineDash([]);
  const sign = MARK_SIGN[mark];
  if (sign === '') return;
  const radius = 0.62 * smallText(tokens);
  const [left, top] = [Math.max(x + radius, x + width - radius), y + 1];
  ctx.beginPath();
  ctx.arc(left, top, radius + 1, 0, 2 * Math.PI);
  ctx.fillStyle = tokens.bg;
  ctx.fill();
  ctx.lineWidth = 1.5;
  ctx.stroke();
  ctx.font = `700 ${0.8 * smallText(tokens)}px ${tokens.fontWords}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = color;
  ctx.fillText(sign, left, top + 0.5);
}

/** Marked runs and lanes, over everything else. */
export function drawTimelineMarks(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { marked, rows, scale, time } = picture;
  if (!marked) return;
  const { first, last } = visibleLanes(rows);
  const right = scale.left + scale.width;
  for (const [lane, mark] of marked.lanes) {
    if (lane < first || lane > last) continue;
    drawMark(
      ctx,
      { x: scale.left - 1, y: rowTop(rows, lane), width: scale.width + 2, height: rows.height },
      mark,
      tokens,
    );
  }
  for (const { span, mark } of marked.runs) {
    if (span.lane < first || span.lane > last || span.start > time) continue;
    const from = Math.max(scale.left, timeToPx(scale, span.start));
    const to = Math.min(right, timeToPx(scale, Math.min(span.end, time)));
    if (to <= from) continue;
    drawMark(ctx, { x: from, y: rowTop(rows, span.lane), width: to - from, height: rows.height }, mark, tokens);
  }
}
