import { timeline as texts } from '#texts/timeline.ts';
import { boundLine } from '../../chart/bound-line.ts';
import type { DescribeContext } from '../../chart/describe-span.ts';
import { formatTime, type TimeUnit } from '../../chart/format-time.ts';
import type { SpanLog } from '../../chart/spans.ts';
import { CLOCK_UNIT } from '../../model/events.ts';
import { txIndex } from '../../model/ids.ts';
import type { App, ViewState } from '../../store/app.ts';
import { type Presentation, presentationOf } from '../../store/presentation.ts';
import { createLit } from './lit.ts';
import type { TimelineData } from './timeline-view.ts';

/** What the timeline takes from the stores. What hasn't changed since the last call is the very same object as then. */
export function createTimelineData(app: App, log: SpanLog): () => TimelineData {
  const litBy = createLit();
  let words: {
    readonly of: Presentation;
    readonly colorOf: (tx: number) => number;
    readonly nameOf: (tx: number) => string;
  } | null = null;
  let selection: Pick<TimelineData, 'selected' | 'selectedTxs'> & { readonly of: ViewState['selected'] } = {
    of: [],
    selected: () => false,
    selectedTxs: new Set(),
  };

  return () => {
    const { report, analysis, events } = app.run.getState();
    const { time, hovered, selected, marks } = app.view.getState();
    const presentation = presentationOfRun(app);
    if (words?.of !== presentation) {
      const { txColor, txSubtitle } = presentation;
      words = { of: presentation, colorOf: (tx) => txColor(txIndex(tx)), nameOf: (tx) => txSubtitle(txIndex(tx)) };
    }
    if (selection.of !== selected) {
      const selectedTxs = new Set<number>(selected);
      selection = { of: selected, selectedTxs, selected: (tx) => selectedTxs.has(tx) };
    }
    const unit = unitOfRun(app);
    // While a measured run goes on there is no report, and nothing is known of its bound or its end.
    const finished = report?.events === events ? report : null;
    const makespan = finished?.metrics.makespan;
    return {
      log,
      lanes: log.lanes.length,
      time,
      unit,
      bound: finished && boundLine(finished, analysis?.graph ?? null, unit),
      makespan: makespan === undefined ? null : { at: makespan, label: texts.makespan(formatTime(makespan, unit)) },
      colorOf: words.colorOf,
      nameOf: words.nameOf,
      locationName: presentation.locationName,
      lit: litBy(hovered, analysis),
      selected: selection.selected,
      selectedTxs: selection.selectedTxs,
      marks: { transactions: marks.transactions, lanes: marks.lanes, said: finished && saidEnd(marks, unit) },
    };
  };
}

/** A predicted makespan, once there is one to hold it against. */
function saidEnd({ figure }: ViewState['marks'], unit: TimeUnit): TimelineData['marks']['said'] {
  if (figure?.name !== 'makespan' || figure.said < 0) return null;
  return { at: figure.said, label: texts.youSaid(formatTime(figure.said, unit)) };
}

/** For putting spans into words at the moment shown. */
export function describeContext(app: App, logEnd: number): DescribeContext {
  const { txTitle, locationName } = presentationOfRun(app);
  const { time } = app.view.getState();
  return { time, logEnd, unit: unitOfRun(app), titleOf: (tx) => txTitle(txIndex(tx)), locationName };
}

/** Names and colours of the block that was run, which the document may have left behind. */
function presentationOfRun(app: App): Presentation {
  const { subject, analysis } = app.run.getState();
  const { scenario, block } = subject ?? app.document.getState();
  return presentationOf(scenario, block, analysis);
}

function unitOfRun(app: App): TimeUnit {
  return CLOCK_UNIT[app.run.getState().subject?.scenario.settings.clock ?? 'virtual'];
}
