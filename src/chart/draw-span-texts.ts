import { chart as texts } from '#texts/chart.ts';
import { type ChartTokens, type DrawContext, type MeasureText, smallText, smallWords } from './chart-tokens.ts';
import { rowTop } from './lane-rows.ts';
import type { ExecutionSpan } from './spans.ts';
import type { Bar } from './timeline-layout.ts';
import { alphaOf, type TimelinePicture } from './timeline-picture.ts';

/** Number, then name, then marks: each only where it fits. One pass per font, as changing fonts is the dear part. */
export function drawSpanTexts(
  ctx: DrawContext,
  picture: TimelinePicture,
  tokens: ChartTokens,
  measure: MeasureText,
): void {
  const { rows } = picture;
  const bars = picture.bars.executions;
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
      const bar = bars.items[i] as Bar<ExecutionSpan>;
      if (bar.look === 'ahead' || bar.count > 1 || bar.width < 12) continue;
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
        const name = hatched ? texts.lookAndRun(bar.look, run.incarnation) : picture.nameOf(run.tx);
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
  const again = run.incarnation > 0 ? texts.runNumber(run.incarnation) : '';
  const failed = bar.look === 'executed' && !run.success ? '✗' : '';
  const final = run.committedAt <= time ? '✓' : '';
  return [again, failed, final].filter(Boolean).join(' ');
}
