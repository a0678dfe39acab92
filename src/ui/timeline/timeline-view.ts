import { layoutAbortArrows } from '../../chart/abort-arrows.ts';
import { type ChartTokens, type Hatches, smallWords } from '../../chart/chart-tokens.ts';
import { drawTimelineSpans } from '../../chart/draw-spans.ts';
import { drawTimeline } from '../../chart/draw-timeline.ts';
import { hitTestTimeline, readsNear } from '../../chart/hit-test.ts';
import { clampScroll, type LaneRows, layoutLaneRows, rowTop } from '../../chart/lane-rows.ts';
import { type Direction, neighbourSpan } from '../../chart/span-steps.ts';
import type { ReadEvent, Span, SpanLog } from '../../chart/spans.ts';
import type { Mark } from '../../model/mark.ts';
import { countBars, createTimelineBars, layoutTimeline } from '../../chart/timeline-layout.ts';
import { AXIS_HEIGHT, CAPTIONS_HEIGHT, type TimelinePicture } from '../../chart/timeline-picture.ts';
import {
  clampScale,
  fitLimits,
  fitScale,
  panBy,
  pxToTime,
  reveal,
  timeToPx,
  type TimeScale,
  zoomAbout,
} from '../../chart/time-scale.ts';
import { listenToPointer } from '../common/pointer-gestures.ts';
import { onThemeChange, readTokens } from '../theme/canvas-tokens.ts';
import { createHatches } from './hatches.ts';
import { createMeasureText } from './measure-text.ts';
import { createPixelStrips } from './pixel-strips.ts';
import { createTimelineLayers, isWorthLayers } from './timeline-layers.ts';

/** Pixels of 1 rem in the type that the rows are made for. */
const USUAL_REM = 16;

/** What the timeline shows; the rest (zoom, scroll, focus) is the view's own. */
export interface TimelineData
  extends Pick<
    TimelinePicture,
    'unit' | 'bound' | 'makespan' | 'colorOf' | 'nameOf' | 'locationName' | 'lit' | 'time'
  > {
  readonly log: SpanLog;
  readonly lanes: number;
  readonly selected: (tx: number) => boolean;
  readonly selectedTxs: ReadonlySet<number>;
  /** Marks by transaction and lane, and the end that was predicted. */
  readonly marks: {
    readonly transactions: ReadonlyMap<number, Mark>;
    readonly lanes: ReadonlyMap<number, Mark>;
    readonly said: { readonly at: number; readonly label: string } | null;
  };
}

export interface TimelineCallbacks {
  onSeek(time: number): void;
  /** A span was clicked, or Enter was pressed on it; null: empty road. */
  onSelect(span: Span | null, lane: number): void;
  /** The span under the pointer, with the pointer's place within the canvas and the reads that happened there. */
  onHover(span: Span | null, x: number, y: number, reads: readonly ReadEvent[]): void;
  /** The span that the keyboard has reached. */
  onFocus(span: Span | null): void;
}

export interface TimelineView {
  update(data: TimelineData): void;
  fit(): void;
  zoom(factor: number): void;
  destroy(): void;
}

const LEFT = 34;
const RIGHT = 14;

/** The canvas and its gestures, apart from React: data goes in by `update`, gestures come out by the callbacks. */
export function createTimelineView(canvas: HTMLCanvasElement, callbacks: TimelineCallbacks): TimelineView {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser gives no 2D canvas');
  const ctx: CanvasRenderingContext2D = context;
  const bars = createTimelineBars();
  const strips = createPixelStrips();
  const layers = createTimelineLayers(strips);
  /** So many bars in view that layers pay. */
  let crowded = false;
  let data: TimelineData | null = null;
  let tokens: ChartTokens = readTokens(canvas);
  let pixelRatio = 1;
  let hatches: Hatches = [];
  let width = 0;
  let height = 0;
  let scale: TimeScale = { start: 0, end: 1, left: LEFT, width: 1 };
  /** Shows the whole run, also as it grows, until the user zooms. */
  let fitted = true;
  let scroll = 0;
  let focused: Span | null = null;
  let generation = 0;
  let frame = 0;
  let destroyed = false;

  const limits = () =>
    fitLimits(Math.max(data?.log.end ?? 0, data?.makespan?.at ?? 0, data?.bound?.at ?? 0, data?.marks.said?.at ?? 0));
  const rowsNow = (): LaneRows =>
    layoutLaneRows(data?.lanes ?? 1, AXIS_HEIGHT, height - CAPTIONS_HEIGHT, scroll, tokens.rem / USUAL_REM);
  const scaleNow = (): TimeScale => {
    const plot = Math.max(1, width - LEFT - RIGHT);
    return fitted ? fitScale(limits(), LEFT, plot) : clampScale({ ...scale, width: plot }, limits());
  };
  const invalidate = () => {
    if (frame === 0 && !destroyed) frame = requestAnimationFrame(draw);
  };
  const measure = createMeasureText(invalidate);
  const show = (next: TimeScale) => {
    scale = next;
    const { start, end } = limits();
    fitted = next.start <= start && next.end >= end;
    invalidate();
    pointAgain();
  };

  function draw(): void {
    frame = 0;
    if (!data || width === 0) return;
    scale = scaleNow();
    const rows = rowsNow();
    const { log, time, locationName, selectedTxs } = data;
    const arrows = layoutAbortArrows({
      log,
      scale,
      rows,
      time,
      name: locationName,
      measure,
      font: smallWords(tokens),
      focus: selectedTxs,
    });
    const playhead = log.count > 0;
    const picture: TimelinePicture = {
      ...data,
      rounds: log.rounds,
      commits: log.commits,
      chosen: [...selectedTxs].flatMap((tx) => log.runs[tx] ?? []),
      width,
      height,
      scale,
      rows,
      bars,
      arrows,
      playhead,
      focused,
      marked: {
        ...data.marks,
        runs: [...data.marks.transactions].flatMap(([tx, mark]) => {
          return (log.runs[tx] ?? []).map((span) => ({ span, mark }));
        }),
      },
    };
    ctx.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    drawTimeline(ctx, picture, tokens, measure, () => {
      if (crowded && layers.draw(ctx, { log, picture, tokens, hatches, measure, pixelRatio })) return;
      layoutTimeline({ log, scale, rows, time }, bars);
      crowded = isWorthLayers(countBars(bars));
      drawTimelineSpans(ctx, picture, tokens, hatches, measure, strips.on(ctx, width, pixelRatio));
    });
  }

  function restyle(): void {
    tokens = readTokens(canvas);
    hatches = createHatches(ctx, tokens, pixelRatio);
    invalidate();
  }

  function resize(): void {
    width = canvas.clientWidth;
    height = canvas.clientHeight;
    pixelRatio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * pixelRatio);
    canvas.height = Math.round(height * pixelRatio);
    restyle();
    // A resized canvas is blank: waiting for the next frame would show a flash.
    cancelAnimationFrame(frame);
    draw();
  }

  /** What dragging does. */
  let mode: 'scrub' | 'pan' = 'pan';

  const nearPlayhead = (x: number) => data !== null && Math.abs(timeToPx(scale, data.time) - x) <= 6;
  const seekTo = (x: number) =>
    callbacks.onSeek(pxToTime(scale, Math.min(Math.max(x, scale.left), scale.left + scale.width)));
  function scrollBy(pixels: number): boolean {
    const rows = rowsNow();
    const room = rows.clipBottom - rows.clipTop;
    const next = clampScroll(scroll + pixels, rows.total, Math.max(room, height - CAPTIONS_HEIGHT - AXIS_HEIGHT));
    if (next === scroll) return false;
    scroll = next;
    invalidate();
    pointAgain();
    return true;
  }

  /** Where the pointer is, over the canvas: what lies there changes also when the picture moves. */
  let pointed: { readonly x: number; readonly y: number } | null = null;

  function pointAt(x: number, y: number): void {
    pointed = { x, y };
    const rows = rowsNow();
    const hit = data && hitTestTimeline(data.log, scale, rows, x, y);
    const scrub = nearPlayhead(x) || y < rows.clipTop;
    canvas.style.cursor = scrub ? 'ew-resize' : hit?.span ? 'pointer' : 'grab';
    const reads = hit?.span?.kind === 'execution' ? readsNear(hit.span, scale, x) : [];
    callbacks.onHover(hit?.span ?? null, x, y, reads);
  }

  function pointAgain(): void {
    if (pointed) pointAt(pointed.x, pointed.y);
  }

  const stopPointer = listenToPointer(canvas, {
    press(x, y) {
      const rows = rowsNow();
      const onAxis = y < rows.clipTop || y > rows.clipBottom;
      mode = onAxis || nearPlayhead(x) ? 'scrub' : 'pan';
      if (onAxis) seekTo(x);
    },
    drag(x, y, dx, dy) {
      pointed = null;
      callbacks.onHover(null, x, y, []);
      if (mode === 'scrub') {
        seekTo(x);
        return;
      }
      scrollBy(-dy);
      show(panBy(scale, -dx, limits()));
      canvas.style.cursor = 'grabbing';
    },
    click(x, y) {
      const hit = data && hitTestTimeline(data.log, scale, rowsNow(), x, y);
      if (hit && mode === 'pan') callbacks.onSelect(hit.span, hit.lane);
    },
    hover: pointAt,
    leave() {
      pointed = null;
      callbacks.onHover(null, 0, 0, []);
    },
    zoom: (x, _y, factor) => show(zoomAbout(scale, x, factor, limits())),
    scroll(dx, dy, shift) {
      const sideways = shift ? dy || dx : dx;
      if (sideways !== 0) show(panBy(scale, sideways, limits()));
      // Where the lanes all fit, the wheel has nothing to scroll and moves through time instead.
      if (!shift && dy !== 0 && !scrollBy(dy)) {
        const rows = rowsNow();
        if (rows.total <= rows.clipBottom - rows.clipTop) show(panBy(scale, dy, limits()));
      }
    },
  });

  const DIRECTIONS: Readonly<Record<string, Direction>> = {
    ArrowLeft: 'previous',
    ArrowRight: 'next',
    ArrowUp: 'lane-above',
    ArrowDown: 'lane-below',
    Home: 'first',
    End: 'last',
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (!data || event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = scale.left + scale.width / 2;
    const direction = DIRECTIONS[event.key];
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      show(panBy(scale, (event.key === 'ArrowLeft' ? -1 : 1) * scale.width * 0.2, limits()));
    } else if (direction) focus(neighbourSpan(data.log, focused, direction, data.time));
    else if (event.key === '+' || event.key === '=') show(zoomAbout(scale, middle, 1.5, limits()));
    else if (event.key === '-' || event.key === '_') show(zoomAbout(scale, middle, 1 / 1.5, limits()));
    else if (event.key === '0') show(fitScale(limits(), LEFT, scale.width));
    else if (event.key === 'Enter' && focused) callbacks.onSelect(focused, focused.lane);
    else if (event.key === 'Escape' && focused) focus(null);
    else return;
    event.preventDefault();
    // The page's own keys (step, scrub) use the arrows too.
    event.stopPropagation();
  }

  function focus(span: Span | null): void {
    focused = span;
    if (span && data) {
      const rows = rowsNow();
      const top = rowTop(rows, span.lane);
      if (top < rows.clipTop) scrollBy(top - rows.clipTop);
      else if (top + rows.height > rows.clipBottom) scrollBy(top + rows.height - rows.clipBottom);
      const next = reveal(scale, span.start, Math.min(span.end, data.log.end), limits());
      if (!fitted) show(next);
    }
    callbacks.onFocus(span);
    invalidate();
  }

  /** Brings a transaction's last run into view: what is chosen elsewhere shall be seen here. */
  function revealRun(tx: number): void {
    const runs = data?.log.runs[tx];
    const { start, end } = scale;
    const seen = runs?.some((run) => run.end >= start && run.start <= end);
    const last = runs?.at(-1);
    if (last && data && !fitted && !seen) show(reveal(scale, last.start, Math.min(last.end, data.log.end), limits()));
  }

  const onBlur = () => {
    if (focused) focus(null);
  };

  const observer = new ResizeObserver(resize);
  observer.observe(canvas);
  const stopTheme = onThemeChange(restyle);
  canvas.addEventListener('keydown', onKeyDown);
  canvas.addEventListener('blur', onBlur);

  return {
    update(next) {
      const before = data;
      data = next;
      if (generation !== next.log.generation) {
        generation = next.log.generation;
        focused = null;
      }
      const [only] = next.selectedTxs;
      if (before && before.selectedTxs !== next.selectedTxs && next.selectedTxs.size === 1) revealRun(only ?? -1);
      invalidate();
    },
    fit: () => show(fitScale(limits(), LEFT, scale.width)),
    zoom: (factor) => show(zoomAbout(scale, scale.left + scale.width / 2, factor, limits())),
    destroy() {
      destroyed = true;
      observer.disconnect();
      stopTheme();
      stopPointer();
      cancelAnimationFrame(frame);
      canvas.removeEventListener('keydown', onKeyDown);
      canvas.removeEventListener('blur', onBlur);
    },
  };
}
