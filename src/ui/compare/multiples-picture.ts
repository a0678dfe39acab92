import { smallWords } from '../../chart/chart-tokens.ts';
import { drawMultiple, drawTimeAxis, multipleScale, TIME_AXIS_HEIGHT } from '../../chart/compare/draw-multiple.ts';
import type { Presentation } from '../../store/presentation.ts';
import type { Picture } from '../sharing/pictures.ts';
import { layoutMultiple } from './layout-multiple.ts';
import type { DoneRun, WayRun } from './SideBySide.tsx';

const WIDTH = 1200;
const MARGIN = 16;
/** Of the names, at the left. */
const NAMES = 250;
const GAP = 12;
const LINE = 15;

/** What a run is called in the picture, and what it came to. */
export type CaptionOf = (entry: { readonly way: WayRun['way']; readonly run: DoneRun }) => readonly [string, string];

/** The runs as on the screen, under one time axis, with their names and figures; null when none is done. */
export function multiplesPicture(runs: readonly WayRun[], words: Presentation, captionOf: CaptionOf): Picture | null {
  const done = runs.flatMap(({ way, run }) => (run.kind === 'done' && run.events ? [{ way, run }] : []));
  if (done.length === 0) return null;
  const longest = Math.max(...done.map(({ run }) => run.metrics.makespan));
  const plot = WIDTH - NAMES - 2 * MARGIN;
  const laid = done.map((entry) => ({ ...entry, layout: layoutMultiple(entry.run, longest, plot, words) }));
  const height = laid.reduce(
    (sum, { layout }) => sum + Math.max(layout.height, 2 * LINE) + GAP,
    MARGIN + TIME_AXIS_HEIGHT + GAP,
  );
  return {
    width: WIDTH,
    height: Math.ceil(height),
    draw(ctx, { tokens, hatches, measure }) {
      ctx.save();
      ctx.translate(NAMES + MARGIN, MARGIN);
      drawTimeAxis(ctx, multipleScale(longest, plot), 'gas', plot, tokens);
      ctx.restore();
      let top = MARGIN + TIME_AXIS_HEIGHT + GAP;
      for (const { way, run, layout } of laid) {
        const rowHeight = Math.max(layout.height, 2 * LINE);
        const [name, figures] = captionOf({ way, run });
        ctx.font = smallWords(tokens);
        ctx.textAlign = 'left';
        ctx.textBaseline = 'middle';
        ctx.fillStyle = tokens.text;
        ctx.fillText(name, MARGIN, top + rowHeight / 2 - LINE / 2);
        ctx.fillStyle = tokens.dim;
        ctx.fillText(figures, MARGIN, top + rowHeight / 2 + LINE / 2);
        ctx.save();
        ctx.translate(NAMES + MARGIN, top);
        drawMultiple(ctx, layout, tokens, hatches, measure);
        ctx.restore();
        top += rowHeight + GAP;
      }
    },
  };
}
