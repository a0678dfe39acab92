import { papers as texts } from '#texts/papers.ts';
import type { ChartGuide, ChartSeries, LineChart } from '../../chart/compare/line-chart.ts';
import { scalingChart } from '../../chart/compare/scaling-chart.ts';
import {
  EXPERIMENTS,
  type ExperimentId,
  type Measure,
  measureOf,
  type Variant,
} from '../../store/papers/experiments.ts';
import type { PublishedCurve } from '../../store/papers/experiments.ts';
import type { PaperSample } from '../../store/papers/paper-runs.ts';
import type { PublishedFigure } from '../../workloads/published/published.ts';

export interface PaperPicture {
  readonly experiment: ExperimentId;
  readonly variant: Variant;
  readonly measure: Measure;
  readonly samples: readonly PaperSample[];
}

/** Series of what was published are told from ours by this. */
export const PUBLISHED = 'published ';

export function curveName(experiment: ExperimentId, curve: string): string {
  const names: Readonly<Record<string, string>> = texts.curves[experiment];
  return names[curve] ?? curve;
}

/** Our curves, what was published as marks at its lanes or, where it names none, as a level; null when there is nothing to draw. */
export function paperChart({ experiment, variant, measure, samples }: PaperPicture): LineChart | null {
  const { blocks, published } = EXPERIMENTS[experiment];
  const wanted = blocks(variant);
  const lanes = wanted[0]?.lanes ?? [];
  const theirs = published(variant).filter((curve) => curve.measure === measure);
  if (samples.length === 0 && theirs.length === 0) return null;

  const ours = wanted
    .flatMap(({ curves }) => curves)
    .map(({ id }) => ({
      id,
      label: curveName(experiment, id),
      samples: samples.filter(({ curve }) => curve === id),
    }));
  const metricsOf = (list: readonly PaperSample[]) =>
    list.map(({ metrics, lanes: count }) => ({ ...metrics, lanes: count }));
  const bounds =
    measure === 'speedup' && wanted.length === 1
      ? scalingChart({
          curves: ours.map(({ id, label, samples: list }) => ({ id, label, metrics: metricsOf(list) })),
          lanes,
          threads: 0,
          fit: null,
        }).guides
      : [];
  return {
    series: [
      ...ours.map(
        ({ id, label, samples: list }): ChartSeries => ({
          id,
          label,
          points: list.map((sample) => ({
            x: sample.lanes,
            y: measureOf(sample.metrics, measure, sample.transactions),
          })),
        }),
      ),
      ...theirs.flatMap((curve) => marksOf(experiment, curve)),
    ],
    guides: [...bounds, ...theirs.flatMap((curve) => levelsOf(experiment, measure, curve, lanes))],
    marks: [],
    x: { label: texts.lanes, kind: 'log2', ticks: [...new Set([1, ...lanes])], format: String },
    y: { label: texts.measures[measure].axis, kind: 'linear', format: (value) => formatFigure(measure, value) },
  };
}

function marksOf(experiment: ExperimentId, { id, figures }: PublishedCurve): readonly ChartSeries[] {
  const points = figures.flatMap(({ lanes, least, most }) =>
    lanes === null || least === null || most === null
      ? []
      : [{ x: lanes, y: (least + most) / 2, ...(least < most && { low: least, high: most }) }],
  );
  if (points.length === 0) return [];
  return [{ id: `${PUBLISHED}${id}`, label: texts.paper(curveName(experiment, id)), points }];
}

function levelsOf(
  experiment: ExperimentId,
  measure: Measure,
  { id, figures, byRule }: PublishedCurve,
  lanes: readonly number[],
): readonly ChartGuide[] {
  return figures.flatMap((figure) => {
    if (figure.lanes !== null && figure.least !== null && figure.most !== null) return [];
    const { least, most } = figure;
    const level = least ?? most ?? 0;
    const name = curveName(experiment, id);
    const text = formatFigure(measure, level);
    const oneEnd = least === null ? texts.paperAtMost(name, text) : texts.paperAtLeast(name, text);
    const label = least === most ? `${byRule ? name : texts.paper(name)}, ${text}` : oneEnd;
    const points = [lanes[0] ?? 1, lanes.at(-1) ?? 1].map((x) => ({ x, y: level }));
    return [{ id: `${PUBLISHED}${id}`, kind: 'published', label, points }];
  });
}

export function formatFigure(measure: Measure, value: number): string {
  if (measure === 'abortRate') return `${Number((100 * value).toFixed(1))} %`;
  const rounded = Number(value.toFixed(2));
  return measure === 'speedup' ? `${rounded}×` : String(rounded);
}

/** What was published, in words. */
export function figureText(measure: Measure, { least, most }: PublishedFigure): string {
  const format = (value: number): string => formatFigure(measure, value);
  if (least === null) return texts.upTo(format(most ?? 0));
  if (most === null) return texts.atLeast(format(least));
  return least === most ? format(least) : texts.range(format(least), format(most));
}

/** How far ours is outside of what was published, as a share of its nearer end; 0 within. */
export function distanceFrom({ least, most }: PublishedFigure, ours: number): number {
  if (most !== null && ours > most) return ours / most - 1;
  if (least !== null && ours < least) return ours / least - 1;
  return 0;
}
