import type { ChartTokens, DrawContext } from './chart-tokens.ts';
import { rowTop } from './lane-rows.ts';
import { timeToPx } from './time-scale.ts';
import { clipToPlot, type TimelinePicture } from './timeline-picture.ts';

/** Thickness of a tail, and radius of the dot at its end. */
const TAIL = 2;
const DOT = 3;

/** A tick under the lanes for each commit up to the moment shown: how the result becomes final, bit by bit or all at the end. */
export function drawCommits(
  ctx: DrawContext,
  { commits, scale, rows, time }: TimelinePicture,
  tokens: ChartTokens,
): void {
  ctx.fillStyle = tokens.good;
  let drawn = Number.NEGATIVE_INFINITY;
  for (const at of commits) {
    if (at > time || at > scale.end) break;
    const x = Math.round(timeToPx(scale, at));
    if (at < scale.start || x === drawn) continue;
    drawn = x;
    ctx.fillRect(x - 1, rows.clipBottom + 1, 2, 5);
  }
}

/**
 * Of the transactions chosen: the time before a run in which it held its locks, in front of it at the top of its row; and the
 * time after it in which its result waited to be committed, behind it at the bottom.
 */
export function drawTails(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { chosen, scale, rows, time } = picture;
  clipToPlot(ctx, picture);
  for (const { lane, lockedAt, start, end, committedAt } of chosen) {
    const top = rowTop(rows, lane) + 1;
    const bottom = rowTop(rows, lane) + rows.height - 1 - TAIL;
    if (lockedAt !== null && lockedAt < Math.min(start, time)) {
      ctx.fillStyle = tokens.text;
      drawTail(ctx, timeToPx(scale, lockedAt), timeToPx(scale, Math.min(start, time)), top, 'start');
    }
    if (end < Math.min(committedAt, time)) {
      if (!Number.isFinite(committedAt)) continue;
      ctx.fillStyle = tokens.good;
      drawTail(ctx, timeToPx(scale, end), timeToPx(scale, Math.min(committedAt, time)), bottom, 'end');
    }
  }
  ctx.restore();
}

/** A line with a dot where the locks were taken, or where the commit came. */
function drawTail(ctx: DrawContext, from: number, to: number, y: number, dotAt: 'start' | 'end'): void {
  ctx.fillRect(from, y, to - from, TAIL);
  ctx.beginPath();
  ctx.roundRect((dotAt === 'start' ? from : to) - DOT, y + TAIL / 2 - DOT, 2 * DOT, 2 * DOT, DOT);
  ctx.fill();
}
