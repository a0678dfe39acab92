import type { ChartTokens, Hatches, MeasureText } from '../../chart/chart-tokens.ts';
import { drawTimelineSpans, meanWidth } from '../../chart/draw-spans.ts';
import type { TimelinePicture } from '../../chart/timeline-picture.ts';
import type { PixelStrips } from './pixel-strips.ts';
import { createDoomedRuns, type DoomedRuns, layoutPending } from '../../chart/pending-spans.ts';
import type { SpanLog } from '../../chart/spans.ts';
import { createTimelineBars, layoutTimeline } from '../../chart/timeline-layout.ts';
import { timeToPx } from '../../chart/time-scale.ts';

export interface LayerInput {
  readonly log: SpanLog;
  readonly picture: TimelinePicture;
  readonly tokens: ChartTokens;
  readonly hatches: Hatches;
  readonly measure: MeasureText;
  readonly pixelRatio: number;
}

export interface TimelineLayers {
  /** Draws the spans by the layers, once the picture has held still; until then returns false, and they must be drawn one by one. */
  draw(ctx: CanvasRenderingContext2D, input: LayerInput): boolean;
}

/** Fewer bars than this are drawn quickly enough one by one. */
const WORTH_IT = 2_000;

/**
 * Two pictures of all spans, as they look at the end and as shadows, kept while only the moment shown changes. A frame of
 * playback is then the first up to the playhead, the second from there on, and on top the few spans that look different at
 * this moment: its cost doesn't grow with the log.
 */
export function createTimelineLayers(strips: PixelStrips): TimelineLayers {
  const [past, ahead] = [document.createElement('canvas'), document.createElement('canvas')];
  const bars = createTimelineBars();
  let key: readonly unknown[] = [];
  /** Whether the layers show what `key` says; they are made when it has stayed the same for a second frame. */
  let drawn = false;
  let runWidth = 0;
  let doomed: DoomedRuns | null = null;

  function makeLayer(canvas: HTMLCanvasElement, input: LayerInput, time: number): void {
    const { picture, log, tokens, hatches, measure, pixelRatio } = input;
    canvas.width = Math.round(picture.width * pixelRatio);
    canvas.height = Math.round(picture.height * pixelRatio);
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    layoutTimeline({ ...picture, log, time }, bars);
    // Commits are marked when they happen; a layer knows no moments.
    const still = { ...picture, bars, time: Number.NEGATIVE_INFINITY };
    drawTimelineSpans(pen, still, tokens, hatches, measure, strips.on(pen, picture.width, pixelRatio));
  }

  return {
    draw(ctx, input) {
      const { picture, log, pixelRatio, tokens, hatches, measure } = input;
      const { scale, rows, time } = picture;
      const next = [
        ...[
          log,
          log.generation,
          log.count,
          log.end,
          tokens,
          hatches,
          measure,
          pixelRatio,
          picture.width,
          picture.height,
        ],
        ...[scale.start, scale.end, rows.top, rows.pitch, rows.clipBottom],
        ...[picture.lit, picture.selected, picture.focused, picture.colorOf],
      ];
      const same = next.length === key.length && next.every((part, i) => part === key[i]);
      key = next;
      if (!same) {
        drawn = false;
        return false;
      }
      if (!drawn) {
        makeLayer(ahead, input, Number.NEGATIVE_INFINITY);
        makeLayer(past, input, log.end);
        runWidth = meanWidth(bars.executions);
        doomed = createDoomedRuns(log);
        drawn = true;
      }
      if (!doomed) return false;
      const { width, height } = past;
      const now = Math.min(width, Math.max(0, Math.round(timeToPx(scale, time) * pixelRatio)));
      ctx.save();
      ctx.setTransform(1, 0, 0, 1, 0, 0);
      if (now > 0) ctx.drawImage(past, 0, 0, now, height, 0, 0, now, height);
      if (now < width) ctx.drawImage(ahead, now, 0, width - now, height, now, 0, width - now, height);
      ctx.restore();
      const pending = { ...picture, bars: layoutPending({ log, scale, rows, time }, doomed, bars), runWidth };
      drawTimelineSpans(ctx, pending, tokens, hatches, measure, strips.on(ctx, picture.width, pixelRatio));
      return true;
    },
  };
}

/** Whether so many bars are worth two layers. */
export const isWorthLayers = (bars: number): boolean => bars > WORTH_IT;
