import { chart as texts } from '#texts/chart.ts';
import { type ChartTokens, type DrawContext, type MeasureText, smallMono, smallWords } from './chart-tokens.ts';
import { drawCommits, drawTails } from './draw-commits.ts';
import { drawTimelineMarks } from './draw-marks.ts';
import { niceTicks } from './format-time.ts';
import { rowTop, visibleLanes } from './lane-rows.ts';
import { placeLineCaptions } from './line-labels.ts';
import { timeToPx } from './time-scale.ts';
import { AXIS_HEIGHT, clipToPlot, FAINT, RADIUS, type TimelinePicture } from './timeline-picture.ts';

const CAPTION_ROW = 17;

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
  drawTails(ctx, picture, tokens);
  drawCommits(ctx, picture, tokens);
  drawRounds(ctx, picture, tokens, measure);
  drawArrows(ctx, picture, tokens);
  drawLines(ctx, picture, tokens, measure);
  drawTimelineMarks(ctx, picture, tokens);
  if (picture.playhead) drawPlayhead(ctx, picture, tokens);
  drawScrollMark(ctx, picture, tokens);
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

function drawArrows(ctx: DrawContext, picture: TimelinePicture, tokens: ChartTokens): void {
  const { arrows, lit } = picture;
  clipToPlot(ctx, picture);
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
  ctx.restore();
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
  for (const [i, { at, round, stage }] of rounds.entries()) {
    const x = timeToPx(scale, at);
    if (at > time || x > scale.left + scale.width) break;
    // Where validation costs nothing, the next round begins at the same moment and is what counts.
    const next = rounds[i + 1];
    if (x < scale.left || (next && next.at <= time && timeToPx(scale, next.at) - x < 1)) continue;
    ctx.setLineDash([2, 3]);
    ctx.beginPath();
    ctx.moveTo(x, rows.clipTop - 4);
    ctx.lineTo(x, rows.clipBottom);
    ctx.stroke();
    const text = stage === 'execute' ? texts.round(round) : stage;
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
  const { scale, rows, bound, makespan, marked } = picture;
  const font = smallWords(tokens);
  const lines = [
    ...(bound ? [{ ...bound, color: tokens.critical, dash: [5, 4] }] : []),
    ...(makespan ? [{ ...makespan, color: tokens.text, dash: [] }] : []),
    ...(marked?.said ? [{ ...marked.said, color: tokens.dim, dash: [2, 3] }] : []),
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
