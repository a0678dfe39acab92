import { Play, Square } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { papers as texts } from '#texts/papers.ts';
import type { ChartSeries } from '../../chart/compare/line-chart.ts';
import { lookOf, type SeriesLook } from '../../chart/compare/series-look.ts';
import type { CostModel } from '../../model/settings.ts';
import { rowsToCsv } from '../../store/compare/csv.ts';
import {
  EXPERIMENTS,
  type ExperimentId,
  type Measure,
  measureOf,
  type Variant,
} from '../../store/papers/experiments.ts';
import type { PaperSample, PaperState } from '../../store/papers/paper-runs.ts';
import { useDocument } from '../common/app-context.tsx';
import { Button } from '../common/Button.tsx';
import { Segments } from '../common/Segments.tsx';
import { ExportButtons } from '../compare/ExportButtons.tsx';
import { lineChartPicture } from '../compare/line-chart-picture.ts';
import { LineChartView } from '../compare/LineChartView.tsx';
import { titledPicture } from '../compare/titled-picture.ts';
import { curveName, formatFigure, PUBLISHED, paperChart } from './paper-chart.ts';
import { BesideTable, RunsTable } from './PaperTables.tsx';
import type { RunsOf } from './use-paper-runs.ts';
import styles from './PapersView.module.css';

const SIZES = ['1000', '10000'] as const;
type Size = (typeof SIZES)[number];

/** One experiment: what was published, what is run, our curves over the published figures, and why they differ. */
export function PaperPanel({ id, runsOf }: { id: ExperimentId; runsOf: RunsOf }) {
  const experiment = EXPERIMENTS[id];
  const words = texts.experiments[id];
  const [variant, setVariant] = useState<Variant>(experiment.variants[0] ?? 'only');
  const [measure, setMeasure] = useState<Measure>(experiment.measures[0] ?? 'speedup');
  const [size, setSize] = useState<Size>('1000');
  const block = useDocument((document) => document.block);
  const title = useDocument(({ scenario }) => scenario.title);
  const onDocument = useMemo(
    () => experiment.blocks(variant).some(({ create }) => create === null),
    [experiment, variant],
  );
  const spec = { experiment: id, variant, transactions: Number(size) };
  const runs = runsOf(spec, onDocument ? block : null);
  const state = useStore(runs.store);
  // Two at once would only wait for each other.
  useEffect(() => () => runs.cancel(), [runs]);
  const { samples } = state;
  const picture = { experiment: id, variant, measure, samples };
  const chart = useMemo(
    () => paperChart({ experiment: id, variant, measure, samples }),
    [id, variant, measure, samples],
  );
  const look = (series: ChartSeries) => curveLook(id, variant, series.id);
  const toPicture = () =>
    chart &&
    titledPicture(lineChartPicture(chart, look), {
      title: texts.pictureTitle(words.title, texts.variants[variant].name, texts.measures[measure].axis),
      notes: [texts.pictureNote, `${texts.source}${words.source}`],
    });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <article className={styles.paper} aria-label={words.title} tabIndex={0}>
      <h3>{words.title}</h3>
      <p className={styles.source}>
        {texts.source}
        {words.source}
      </p>
      <div className={styles.said}>
        <Said title={texts.whatWasPublished} sentences={words.published} />
        <Said title={texts.whatIsRunHere} sentences={words.ours} />
      </div>
      <div className={styles.bar}>
        {experiment.variants.length > 1 && (
          <Segments
            label={texts.variant}
            value={variant}
            segments={experiment.variants.map((value) => ({
              value,
              label: texts.variants[value].name,
              hint: texts.variants[value].hint,
            }))}
            onChange={setVariant}
          />
        )}
        {experiment.sized && (
          <Segments
            label={texts.size}
            value={size}
            segments={SIZES.map((value) => ({ value, ...texts.sizes[value] }))}
            onChange={setSize}
          />
        )}
        {experiment.measures.length > 1 && (
          <Segments
            label={texts.measure}
            value={measure}
            segments={experiment.measures.map((value) => ({
              value,
              label: texts.measures[value].name,
              hint: texts.measures[value].hint,
            }))}
            onChange={setMeasure}
          />
        )}
        {state.status === 'working' ? (
          <Button onClick={runs.cancel}>
            <Square size={12} aria-hidden fill="currentColor" />
            {texts.cancel}
          </Button>
        ) : (
          <Button look="primary" disabled={onDocument && !block} onClick={() => runs.start(spec, block)}>
            <Play size={13} aria-hidden fill="currentColor" />
            {texts.run}
          </Button>
        )}
      </div>
      <div className={styles.line}>
        <p role="status" className={styles.status}>
          {state.status === 'working' && <progress value={state.done} max={state.total} aria-label={texts.runsDone} />}
          {onDocument && !block ? texts.noBlock : statusText(state, chart !== null)}
          {onDocument && block && ` ${texts.onDocument(title)}`}
        </p>
        {samples.length > 0 && (
          <ExportButtons name={`papers-${id}`} picture={toPicture} toCsv={() => samplesToCsv(id, samples)} />
        )}
      </div>
      {chart && (
        <LineChartView
          chart={chart}
          label={`${words.title}: ${texts.measures[measure].axis}`}
          lookOf={look}
          describe={({ id: series, label }, { x, y, low, high }) => {
            if (series.startsWith(PUBLISHED)) {
              const value =
                low === undefined || high === undefined
                  ? formatFigure(measure, y)
                  : texts.range(formatFigure(measure, low), formatFigure(measure, high));
              return texts.describePublished(curveName(id, series.slice(PUBLISHED.length)), texts.onLanes(x), value);
            }
            const sample = samples.find(({ curve, lanes }) => curve === series && lanes === x);
            const bound = measure === 'speedup' && sample ? formatFigure('speedup', sample.metrics.bound) : null;
            return texts.describe(label, texts.onLanes(x), formatFigure(measure, y), bound);
          }}
        />
      )}
      <BesideTable {...picture} />
      {samples.length > 0 && (
        <>
          <RunsTable {...picture} />
          <CostNotes samples={samples} />
        </>
      )}
      <Said title={texts.whereTheyDiffer} sentences={words.differs} />
    </article>
  );
}

function Said({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section className={styles.section}>
      <h4>{title}</h4>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}

/** What the runs were charged, each way of charging once. */
function CostNotes({ samples }: { samples: readonly PaperSample[] }) {
  const notes = new Set(samples.map(({ settings, gas }) => costText(settings.costs, gas)));
  return [...notes].map((note) => (
    <p key={note} className={styles.source}>
      {note}
    </p>
  ));
}

function costText({ dispatch, exclusive, validationPerRead }: CostModel, gas: number): string {
  if (dispatch === 0 && validationPerRead === 0 && exclusive === undefined) return texts.noCosts;
  const share = (cost: number): string => texts.costInGas(cost.toLocaleString('en'), ((100 * cost) / gas).toFixed(2));
  const taking = exclusive === undefined ? share(dispatch) : texts.atATime(share(exclusive));
  return texts.costs(taking, share(validationPerRead), Math.round(gas).toLocaleString('en'));
}

/** Ours in order; what was published has the colour and the mark of the curve that it stands beside, hollow and dashed. */
function curveLook(id: ExperimentId, variant: Variant, series: string): SeriesLook {
  const { blocks, published } = EXPERIMENTS[id];
  const curves = blocks(variant).flatMap((block) => block.curves.map((curve) => curve.id));
  if (!series.startsWith(PUBLISHED)) return lookOf(curves.indexOf(series));
  const theirs = published(variant).find((curve) => `${PUBLISHED}${curve.id}` === series);
  return { ...lookOf(curves.indexOf(theirs?.against ?? '')), hollow: true };
}

function statusText({ status, done, total, samples, message }: PaperState, drawn: boolean): string {
  switch (status) {
    case 'idle':
      return drawn ? texts.notRunYet : texts.nothingToDrawYet;
    case 'working':
      return texts.progress(done, total);
    case 'cancelled':
      return texts.cancelled(done, total);
    case 'failed':
      return texts.failed(message ?? '');
    case 'done':
      return samples.every(({ equal }) => equal) ? texts.complete(samples.length) : texts.incorrect(samples.length);
  }
}

function samplesToCsv(id: ExperimentId, samples: readonly PaperSample[]): string {
  const header = [
    'curve',
    'engine',
    'lanes',
    'speedup',
    'bound',
    'aborts_per_transaction',
    'lanes_busy',
    'serial_result',
  ];
  return rowsToCsv(
    header,
    samples.map(({ curve, settings, lanes, metrics, transactions, equal }) => [
      curveName(id, curve),
      settings.engine,
      lanes,
      metrics.speedup,
      metrics.bound,
      measureOf(metrics, 'abortRate', transactions),
      measureOf(metrics, 'busy', transactions),
      equal,
    ]),
  );
}
