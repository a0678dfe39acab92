import { multipleRows, multipleScale } from '../../chart/compare/draw-multiple.ts';
import { createSpanLog, type SpanLog } from '../../chart/spans.ts';
import { type TimelineBars, createTimelineBars, layoutTimeline } from '../../chart/timeline-layout.ts';
import type { TimelinePicture } from '../../chart/timeline-picture.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import { txIndex } from '../../model/ids.ts';
import type { Presentation } from '../../store/presentation.ts';
import type { DoneRun } from './SideBySide.tsx';

/** A run as it lies in a small picture `width` wide, on an axis that ends at `longest`. `log` and `bars` may be used again. */
export function layoutMultiple(
  { metrics, events }: DoneRun,
  longest: number,
  width: number,
  words: Presentation,
  log: SpanLog = createSpanLog(),
  bars: TimelineBars = createTimelineBars(),
): TimelinePicture {
  log.update(events ?? [], metrics.lanes);
  const rows = multipleRows(metrics.lanes);
  const scale = multipleScale(longest, width);
  layoutTimeline({ log, scale, rows, time: log.end }, bars);
  return {
    width,
    height: rows.total,
    scale,
    rows,
    bars,
    arrows: [],
    rounds: log.rounds,
    commits: log.commits,
    chosen: [],
    time: log.end,
    playhead: false,
    unit: CLOCK_UNIT.virtual,
    bound: metrics.bound > 0 ? { at: metrics.work / metrics.bound, label: '' } : null,
    makespan: { at: metrics.makespan, label: '' },
    colorOf: (tx) => words.txColor(txIndex(tx)),
    nameOf: () => '',
    locationName: words.locationName,
    lit: null,
    selected: () => false,
    focused: null,
  };
}
