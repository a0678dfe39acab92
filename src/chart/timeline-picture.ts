import type { Mark } from '../model/mark.ts';
import type { DrawContext } from './chart-tokens.ts';
import type { AbortArrow } from './abort-arrows.ts';
import type { TimeUnit } from './format-time.ts';
import type { LaneRows } from './lane-rows.ts';
import type { LocationName } from './sentences.ts';
import type { ExecutionSpan, RoundMark, Span } from './spans.ts';
import type { TimeScale } from './time-scale.ts';
import type { Bar, TimelineBars } from './timeline-layout.ts';

export interface MarkedTimeline {
  readonly runs: readonly { readonly span: ExecutionSpan; readonly mark: Mark }[];
  readonly lanes: ReadonlyMap<number, Mark>;
  /** The end that was predicted: a line of its own. */
  readonly said: { readonly at: number; readonly label: string } | null;
}

/** Everything one frame of the timeline shows. Sizes in CSS pixels. */
export interface TimelinePicture {
  readonly width: number;
  readonly height: number;
  readonly scale: TimeScale;
  readonly rows: LaneRows;
  readonly bars: TimelineBars;
  readonly arrows: readonly AbortArrow[];
  /** Barriers; those after the moment shown are left out. */
  readonly rounds: readonly RoundMark[];
  /** When transactions were committed; those after the moment shown are left out. */
  readonly commits: readonly number[];
  /** Runs of selected transactions: what they held before, and waited for after, is drawn. */
  readonly chosen: readonly ExecutionSpan[];
  readonly time: number;
  /** Whether the moment shown is marked: not while nothing has run. */
  readonly playhead: boolean;
  readonly unit: TimeUnit;
  /** Dashed yellow line, and what it says; null when there is no finished run. */
  readonly bound: { readonly at: number; readonly label: string } | null;
  readonly makespan: { readonly at: number; readonly label: string } | null;
  /** Contract colour (0–7) and short name of a transaction. */
  readonly colorOf: (tx: number) => number;
  readonly nameOf: (tx: number) => string;
  readonly locationName: LocationName;
  /** Whether a transaction is lit; null when none is singled out. */
  readonly lit: ((tx: number) => boolean) | null;
  readonly selected: (tx: number) => boolean;
  readonly focused: Span | null;
  /** Predictions, and what a text speaks of. */
  readonly marked?: MarkedTimeline;
  /** Mean width of the executions in view, where `bars` are only some of them. */
  readonly runWidth?: number;
}

/** Height of the axis above the rows, and of the captions below them. */
export const AXIS_HEIGHT = 34;
export const CAPTIONS_HEIGHT = 38;

/** Strength of what isn't singled out while something is. */
export const FAINT = 0.35;
/** Radius of rows' and spans' corners. */
export const RADIUS = 5;
/** Strength of what lies after the moment shown. */
const GHOST = 0.2;

/** What is drawn from here on stays among the lanes, until the context is restored. */
export function clipToPlot(ctx: DrawContext, { scale, rows }: Pick<TimelinePicture, 'scale' | 'rows'>): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(scale.left - 2, rows.clipTop, scale.width + 4, rows.clipBottom - rows.clipTop);
  ctx.clip();
}

/** How strongly a bar is drawn. */
export function alphaOf(bar: Bar, lit: TimelinePicture['lit']): number {
  const tx = bar.span.kind === 'wait' ? null : bar.span.tx;
  const faint = lit !== null && (tx === null || !lit(tx));
  return (faint ? FAINT : 1) * (bar.look === 'ahead' ? GHOST : 1);
}
