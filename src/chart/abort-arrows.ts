import type { MeasureText } from './chart-tokens.ts';
import { type LaneRows, rowTop } from './lane-rows.ts';
import { abortSentence, type LocationName } from './sentences.ts';
import type { ExecutionSpan, SpanLog } from './spans.ts';
import { type TimeScale, timeToPx } from './time-scale.ts';

/** From the writer's finish to the incarnation that had read too early. Pixels. */
export interface AbortArrow {
  readonly reader: ExecutionSpan;
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
  /** The sentence, where there is room for it: never over another one. */
  readonly label: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly text: string;
  } | null;
}

export interface ArrowInput {
  readonly log: SpanLog;
  readonly scale: TimeScale;
  readonly rows: LaneRows;
  readonly time: number;
  readonly name: LocationName;
  readonly measure: MeasureText;
  readonly font: string;
  /** Transactions whose arrows come first and get their sentence even where it covers a span. */
  readonly focus: ReadonlySet<number>;
}

/** More arrows than this are a thicket: then only those in focus are drawn. */
const MOST_ARROWS = 40;
const LABEL_HEIGHT = 20;
const LABEL_PADDING = 9;

export function layoutAbortArrows(input: ArrowInput): AbortArrow[] {
  const { log, scale, time, focus } = input;
  const inView = log.aborts.filter(
    (run) => run.abortedAt <= time && run.start <= scale.end && run.abortedAt >= scale.start && run.abort?.by !== null,
  );
  const focused = inView.filter((run) => isFocused(run, focus));
  const others = inView.length > MOST_ARROWS ? [] : inView.filter((run) => !isFocused(run, focus));
  const arrows: AbortArrow[] = [];
  for (const run of [...focused, ...others]) {
    const arrow = layoutArrow(run, input, arrows);
    if (arrow) arrows.push(arrow);
  }
  return arrows;
}

function isFocused(run: ExecutionSpan, focus: ReadonlySet<number>): boolean {
  return focus.has(run.tx) || (run.abort !== null && run.abort.by !== null && focus.has(run.abort.by));
}

/** The writer's last run that had ended when the reader was thrown away. */
export function writerOf(log: SpanLog, reader: ExecutionSpan): ExecutionSpan | null {
  const by = reader.abort?.by;
  if (by === null || by === undefined) return null;
  return log.runs[by]?.findLast((run) => run.end <= reader.abortedAt) ?? null;
}

function layoutArrow(reader: ExecutionSpan, input: ArrowInput, placed: readonly AbortArrow[]): AbortArrow | null {
  const { log, scale, rows } = input;
  const writer = writerOf(log, reader);
  if (!writer || !reader.abort) return null;
  const down = writer.lane < reader.lane || (writer.lane === reader.lane && reader.lane > 0);
  const spanTop = rowTop(rows, reader.lane) + rows.inset;
  const spanBottom = rowTop(rows, reader.lane) + rows.height - rows.inset;
  const toY = down ? spanTop : spanBottom;
  if (toY < rows.clipTop || toY > rows.clipBottom) return null;
  const writerTop = rowTop(rows, writer.lane);
  const fromY =
    writer.lane === reader.lane ? toY : down ? writerTop + rows.height - rows.inset : writerTop + rows.inset;
  const fromX = timeToPx(scale, writer.end);
  const readerStart = timeToPx(scale, reader.start);
  const readerEnd = timeToPx(scale, reader.end);
  const toX = Math.min(Math.max(fromX, readerStart + 4), Math.max(readerEnd - 4, readerStart + 4));
  const text = abortSentence(reader.tx, reader.abort, input.name);
  // The road line next to the reader, on the side that the arrow comes from.
  const roadY = down
    ? spanTop - rows.inset - (rows.pitch - rows.height) / 2
    : spanBottom + rows.inset + (rows.pitch - rows.height) / 2;
  return {
    reader,
    fromX,
    fromY,
    toX,
    toY,
    label: placeLabel(text, Math.max(fromX, toX), roadY, reader, input, placed),
  };
}

function placeLabel(
  text: string,
  arrowX: number,
  roadY: number,
  reader: ExecutionSpan,
  { scale, rows, measure, font, focus }: ArrowInput,
  placed: readonly AbortArrow[],
): AbortArrow['label'] {
  const fits = rows.pitch - rows.height + 2 * rows.inset >= LABEL_HEIGHT;
  if (!fits && !isFocused(reader, focus)) return null;
  const width = Math.ceil(measure(text, font)) + 2 * LABEL_PADDING;
  const right = scale.left + scale.width;
  if (width > scale.width) return null;
  const y = Math.min(Math.max(roadY - LABEL_HEIGHT / 2, rows.clipTop), rows.clipBottom - LABEL_HEIGHT);
  const free = (x: number) =>
    placed.every(
      ({ label }) =>
        !label || Math.abs(label.y - y) >= LABEL_HEIGHT || label.x + label.width + 6 <= x || x + width + 6 <= label.x,
    );
  const besides = [arrowX + 12, arrowX - 12 - width];
  // At the right edge the sentence may lie across its arrow; anywhere else it would seem to belong to nothing.
  if (arrowX > right - width) besides.unshift(right - width);
  for (const x of besides) {
    if (x >= scale.left && x + width <= right && free(x)) return { x, y, width, height: LABEL_HEIGHT, text };
  }
  return null;
}
