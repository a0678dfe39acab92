import { type CSSProperties, useEffect, useId, useRef, useState } from 'react';
import { dag as texts } from '#texts/dag.ts';
import type { DagHit } from '../../chart/dag/dag-hit-test.ts';
import type { DagLayout } from '../../chart/dag/dag-layout.ts';
import { statuses } from '#texts/statuses.ts';
import { STATUS_MARK, STATUSES } from '../../chart/tx-marks.ts';
import type { ConflictKind } from '../../model/graph.ts';
import { txIndex } from '../../model/ids.ts';
import { useApp, useRun } from '../common/app-context.tsx';
import { ChartTools } from '../common/ChartTools.tsx';
import frame from '../common/chart-frame.module.css';
import { CanvasTip, type CanvasTipContent } from '../timeline/CanvasTip.tsx';
import { Term } from '../common/Term.tsx';
import styles from './ConflictDag.module.css';
import { createDagCanvas, type DagCanvas } from './dag-canvas.ts';
import { createDagData, type DagSource } from './dag-data.ts';
import { DagTable } from './DagTable.tsx';

const ONLY_RAW: ReadonlySet<ConflictKind> = new Set(['RAW']);
const OPTIONAL: readonly { readonly kind: ConflictKind; readonly title: string }[] = [
  { kind: 'WAW', title: texts.writeAfterWriteBothWrite },
  {
    kind: 'WAR',
    title: texts.writeAfterReadTheLater,
  },
];

/** Who depends on whom, and because of which locations: waves from left to right, with what each transaction is doing now. */
export function ConflictDag() {
  const app = useApp();
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const canvas = useRef<DagCanvas | null>(null);
  const source = useRef<DagSource | null>(null);
  const [kinds, setKinds] = useState(ONLY_RAW);
  const [tip, setTip] = useState<CanvasTipContent | null>(null);
  const [spoken, setSpoken] = useState('');
  const [asTable, setAsTable] = useState(false);
  const help = useId();
  const graph = useRun(({ analysis }) => analysis?.graph ?? null);
  const kindsNow = useRef(kinds);

  useEffect(() => {
    if (!back.current || !front.current) return;
    const data = createDagData(app);
    const onHover = (hit: DagHit | null, layout: DagLayout, x: number, y: number) => {
      app.hover(data.targetOf(hit, layout));
      setTip(hit && { ...data.describe(hit, layout), x, y });
    };
    const created = createDagCanvas(back.current, front.current, {
      onSelect(txs) {
        for (const tx of txs) app.mark({ tx: txIndex(tx) });
        app.select(txs.map(txIndex));
        if (txs.length > 0 && app.view.getState().marks.asks === null) app.bring('inspector');
      },
      onSelectLink: (edges) => app.selectLocation(data.locationBehind(edges)),
      onHover,
      onFocus(node, layout) {
        const hit: DagHit | null = node === null ? null : { kind: 'node', node };
        app.hover(data.targetOf(hit, layout));
        setSpoken(hit ? data.speak(hit, layout) : '');
      },
    });
    const refresh = () => {
      const now = data.read(kindsNow.current);
      if (now) created.update(now);
    };
    canvas.current = created;
    source.current = data;
    refresh();
    const stops = [app.run.subscribe(refresh), app.view.subscribe(refresh), app.document.subscribe(refresh)];
    return () => {
      for (const stop of stops) stop();
      created.destroy();
      canvas.current = null;
    };
  }, [app]);

  useEffect(() => {
    kindsNow.current = kinds;
    const now = source.current?.read(kinds);
    if (now) canvas.current?.update(now);
  }, [kinds]);

  const toggle = (kind: ConflictKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    setKinds(next);
  };
  const has = (kind: ConflictKind) => graph?.edges.some((edge) => edge.kind === kind) ?? false;
  const free = graph !== null && graph.transactions > 0 && !has('RAW');

  return (
    <div className={`${frame.frame} ${styles.dag}`} data-view="conflicts">
      <header className={frame.heading}>
        <h2>{texts.conflicts}</h2>
        <p>
          {free ? (
            texts.noDependenciesEveryTransactionCan
          ) : (
            <>
              <span className={styles.long}>{texts.aColumnIsTheEarliest}</span>
              <span className={styles.short}>{texts.aColumnIsTheEarliestShort}</span>
              {texts.yellow}
              <Term term="critical path">{texts.criticalPathWord}</Term>
            </>
          )}
        </p>
        <ChartTools
          names={{
            zoomOut: texts.zoomOutOfTheConflicts,
            zoomIn: texts.zoomIntoTheConflicts,
            fit: texts.showAllConflicts,
            table: texts.showConflictsAsATable,
          }}
          fitTitle={texts.showAll}
          onZoom={(factor) => canvas.current?.zoom(factor)}
          step={1.4}
          onFit={() => canvas.current?.fit()}
          asTable={asTable}
          onTable={setAsTable}
        >
          {OPTIONAL.map(({ kind, title }) => (
            <button
              key={kind}
              type="button"
              className={styles.kind}
              data-kind={kind}
              aria-pressed={kinds.has(kind)}
              disabled={!has(kind)}
              title={title}
              onClick={() => toggle(kind)}
            >
              {kind}
            </button>
          ))}
        </ChartTools>
      </header>
      <div className={frame.picture} hidden={asTable}>
        <canvas ref={back} className={frame.canvas} style={unless(graph)} aria-hidden />
        <canvas
          ref={front}
          className={frame.canvas}
          style={unless(graph)}
          tabIndex={0}
          role="img"
          aria-label={texts.conflictGraphInWaves}
          aria-describedby={help}
        />
        {(!graph || graph.transactions === 0) && (
          <p className={frame.empty}>{graph ? texts.theBlockIsEmpty : texts.theConflictsShowOnceThe}</p>
        )}
        {tip && <CanvasTip tip={tip} />}
        <p id={help} className={frame.hidden}>
          {texts.rightAndLeftArrowsFollow}
        </p>
        <p className={frame.hidden} aria-live="polite">
          {spoken}
        </p>
      </div>
      {asTable && <DagTable />}
      <ul className={styles.legend} aria-label={texts.statusMarks}>
        {STATUSES.map((status) => (
          <li key={status} data-status={status}>
            <b aria-hidden>{STATUS_MARK[status]}</b> {statuses[status]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Nothing of the graph before stays in the picture while there is none. */
const unless = (graph: object | null): CSSProperties => (graph ? {} : { visibility: 'hidden' });
