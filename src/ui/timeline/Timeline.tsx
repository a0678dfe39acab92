import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { timeline as texts } from '#texts/timeline.ts';
import { describeSpan, type DescribeContext } from '../../chart/describe-span.ts';
import { createSpanLog, type Span } from '../../chart/spans.ts';
import type { RunClock } from '../../model/events.ts';
import { txIndex } from '../../model/ids.ts';
import { useApp, useDocument, useRun, useView } from '../common/app-context.tsx';
import { ChartTools } from '../common/ChartTools.tsx';
import { useLater } from '../common/use-later.ts';
import styles from '../common/chart-frame.module.css';
import { CanvasTip, type CanvasTipContent } from './CanvasTip.tsx';
import { SpanTable } from './SpanTable.tsx';
import { createTimelineView, type TimelineView } from './timeline-view.ts';
import { createTimelineData, describeContext } from './timeline-data.ts';

/** What ran where and when, up to the moment shown; with the reasons. */
export function Timeline() {
  const app = useApp();
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<TimelineView | null>(null);
  const log = useMemo(createSpanLog, []);
  const [tip, setTip] = useState<CanvasTipContent | null>(null);
  const [spoken, setSpoken] = useState('');
  const [asTable, setAsTable] = useState(false);
  const help = useId();
  const settings = useRun(({ subject }) => subject?.scenario.settings ?? null);
  const hasRun = useRun(({ events }) => events.length > 0);
  const isEmpty = useDocument(({ scenario }) => scenario.transactions.length === 0);
  // A run that is short is there again before anything has to be said.
  const old = useLater(
    useRun(({ stale, events }) => stale && events.length > 0),
    250,
  );

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const created = createTimelineView(element, {
      onSeek: (time) => app.seek(time),
      onSelect(span, lane) {
        const tx = span && span.kind !== 'wait' ? span.tx : null;
        if (tx !== null) app.mark({ tx });
        app.mark({ lane });
        app.select(tx === null ? [] : [tx]);
        if (tx !== null && app.view.getState().marks.asks === null) app.bring('inspector');
      },
      onHover(span, x, y, reads) {
        app.hover(span && span.kind !== 'wait' ? { tx: span.tx } : null);
        setTip(span && { ...describeSpan(span, describeContext(app, log.end), reads), x, y });
      },
      onFocus(span) {
        app.hover(span && span.kind !== 'wait' ? { tx: span.tx } : null);
        setSpoken(span ? speak(span, describeContext(app, log.end)) : '');
      },
    });
    view.current = created;
    const read = createTimelineData(app, log);
    const refresh = () => {
      const { events, subject } = app.run.getState();
      log.update(events, subject?.scenario.settings.lanes ?? app.document.getState().scenario.settings.lanes);
      created.update(read());
    };
    refresh();
    const stops = [app.run.subscribe(refresh), app.view.subscribe(refresh), app.document.subscribe(refresh)];
    return () => {
      for (const stop of stops) stop();
      created.destroy();
      view.current = null;
    };
  }, [app, log]);

  return (
    <div className={styles.frame} data-view="timeline">
      <header className={styles.heading}>
        <h2>{texts.lanes}</h2>
        <p>
          {old && <strong>{texts.beforeYourLastChange}</strong>}
          {settings && hasRun ? <Caption clock={settings.clock} lanes={settings.lanes} /> : texts.whatEachLaneDoesFrom}
        </p>
        <ChartTools
          names={{
            zoomOut: texts.zoomOut,
            zoomIn: texts.zoomIn,
            fit: texts.showTheWholeRun,
            table: texts.showLanesAsATable,
          }}
          fitTitle={texts.showTheWholeRunKey}
          onZoom={(factor) => view.current?.zoom(factor)}
          step={1.5}
          onFit={() => view.current?.fit()}
          asTable={asTable}
          onTable={setAsTable}
        />
      </header>
      <div className={styles.picture} hidden={asTable}>
        <canvas
          ref={canvas}
          className={styles.canvas}
          data-old={old}
          tabIndex={0}
          role="img"
          aria-label={texts.timelineOfTheLanes}
          aria-describedby={help}
        />
        {!hasRun && <p className={styles.empty}>{isEmpty ? texts.theBlockIsEmpty : texts.nothingHasRunYet}</p>}
        {tip && <CanvasTip tip={tip} />}
        <p id={help} className={styles.hidden}>
          {texts.leftAndRightArrowsMove}
        </p>
        <p className={styles.hidden} aria-live="polite">
          {spoken}
        </p>
      </div>
      {asTable && <TimelineTable log={log} />}
    </div>
  );
}

function TimelineTable({ log }: { log: ReturnType<typeof createSpanLog> }) {
  const app = useApp();
  useView(({ time }) => time);
  useRun(({ events, analysis }) => [events, analysis]);
  return (
    <SpanTable
      log={log}
      count={log.count}
      context={describeContext(app, log.end)}
      onSelect={(tx) => app.select([txIndex(tx)])}
    />
  );
}

function Caption({ clock, lanes }: { clock: RunClock; lanes: number }) {
  // Known when the run is over.
  const memory = useRun(({ report }) => report?.measured?.memory);
  const count = (word: string) => `${lanes} ${word}${lanes === 1 ? '' : 's'}`;
  if (clock === 'measured') {
    return (
      <>
        {texts.timeInMsMeasuredOn}
        {count('worker')}
        {memory && (
          <span className={styles.long}>
            {memory === 'shared' ? texts.eachReadSeesTheNewest : texts.eachTaskSeesTheState}
          </span>
        )}
      </>
    );
  }
  return (
    <>
      {texts.timeInGasModelled}
      {count('lane')}
      <span className={styles.long}>{texts.everyStateAccessAtIts}</span>
    </>
  );
}

function speak(span: Span, context: DescribeContext): string {
  const { title, when, outcome } = describeSpan(span, context);
  return [texts.lane2(span.lane + 1), title, when, ...outcome].join('. ');
}
