import { createSpanLog } from '../../chart/spans.ts';
import { drawMultiple, drawTimeAxis, multipleScale, TIME_AXIS_HEIGHT } from '../../chart/compare/draw-multiple.ts';
import { createTimelineBars } from '../../chart/timeline-layout.ts';
import type { Presentation } from '../../store/presentation.ts';
import { onThemeChange, readTokens } from '../theme/canvas-tokens.ts';
import { createHatches } from '../timeline/hatches.ts';
import { createMeasureText } from '../timeline/measure-text.ts';
import { layoutMultiple } from './layout-multiple.ts';
import type { DoneRun } from './SideBySide.tsx';

export interface MultipleInput {
  readonly run: DoneRun;
  /** End of the time axis that all share. */
  readonly longest: number;
  readonly words: Presentation;
}

export interface SmallCanvas<T> {
  update(input: T): void;
  destroy(): void;
}

/** A canvas as wide as its place, drawn anew when its input, its size or the theme changes; never otherwise. */
function createSmallCanvas<T>(
  canvas: HTMLCanvasElement,
  draw: (ctx: CanvasRenderingContext2D, width: number, input: T, redraw: () => void) => void,
): SmallCanvas<T> {
  let input: T | null = null;
  let frame = 0;
  const redraw = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const ctx = canvas.getContext('2d');
      const width = canvas.clientWidth;
      if (ctx && input !== null && width > 0) draw(ctx, width, input, redraw);
    });
  };
  const sizes = new ResizeObserver(redraw);
  sizes.observe(canvas);
  const stopTheme = onThemeChange(redraw);
  return {
    update(next) {
      input = next;
      redraw();
    },
    destroy() {
      cancelAnimationFrame(frame);
      sizes.disconnect();
      stopTheme();
    },
  };
}

/** Gives the canvas its pixels; drawing is in CSS pixels from then on. */
function prepare(ctx: CanvasRenderingContext2D, width: number, height: number): number {
  const ratio = window.devicePixelRatio || 1;
  const { canvas } = ctx;
  canvas.style.height = `${height}px`;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ratio;
}

export function createAxisCanvas(canvas: HTMLCanvasElement): SmallCanvas<number> {
  return createSmallCanvas(canvas, (ctx, width, longest) => {
    prepare(ctx, width, TIME_AXIS_HEIGHT);
    if (longest > 0) drawTimeAxis(ctx, multipleScale(longest, width), 'gas', width, readTokens(canvas));
  });
}

export function createMultipleCanvas(canvas: HTMLCanvasElement): SmallCanvas<MultipleInput> {
  const log = createSpanLog();
  const bars = createTimelineBars();
  let again = (): void => {};
  const measure = createMeasureText(() => again());
  return createSmallCanvas(canvas, (ctx, width, { run, longest, words }, redraw) => {
    again = redraw;
    if (!run.events) return;
    const picture = layoutMultiple(run, longest, width, words, log, bars);
    const ratio = prepare(ctx, width, picture.height);
    const tokens = readTokens(canvas);
    drawMultiple(ctx, picture, tokens, createHatches(ctx, tokens, ratio), measure);
  });
}
