import { chart as texts } from '#texts/chart.ts';
import type { RunMetrics } from '../../model/run.ts';
import { amdahl, type AmdahlFit, followsAmdahl } from './amdahl.ts';
import type { ChartGuide, ChartPoint, LineChart } from './line-chart.ts';

/** One engine's runs on several numbers of lanes, rising. */
export interface EngineCurve {
  readonly id: string;
  readonly label: string;
  readonly metrics: readonly RunMetrics[];
}

export interface ScalingInput {
  readonly curves: readonly EngineCurve[];
  readonly lanes: readonly number[];
  /** Threads of the user's machine. */
  readonly threads: number;
  /** Amdahl's law as fitted to one of the engines, by name. Drawn only where the engine follows it. */
  readonly fit: (AmdahlFit & { readonly to: string }) | null;
}

/**
 * Speed-up against lanes. Each bound is a line, named for whom it holds: most engines respect the dependencies and share one;
 * `race` and `block-access-list` wait for nobody, so that their bound lies higher.
 */
export function scalingChart({ curves, lanes, threads, fit }: ScalingInput): LineChart {
  return {
    series: curves.map(({ id, label, metrics }) => ({
      id,
      label,
      points: metrics.map((m): ChartPoint => ({ x: m.lanes, y: m.speedup })),
    })),
    guides: [...boundsOf(curves), ...(fit && followsAmdahl(fit) ? [amdahlLine(fit, lanes)] : [])],
    marks: threads > 0 ? [{ x: threads, label: texts.thisMachineThreads(threads) }] : [],
    x: { label: texts.lanes, kind: 'log2', ticks: lanes, format: String },
    y: { label: texts.speedUp, kind: 'linear', format: (value) => `${value}×` },
  };
}

function amdahlLine(
  { serialShare, error, to }: NonNullable<ScalingInput['fit']>,
  lanes: readonly number[],
): ChartGuide {
  const points = halfSteps(lanes).map((x) => ({ x, y: amdahl(serialShare, x) }));
  const label = texts.amdahlFittedTo(to, (serialShare * 100).toFixed(1), error.toFixed(2));
  return { id: 'amdahl', kind: 'fit', label, points };
}

/** The bounds that differ, as lines: min(lanes, ceiling) for each ceiling. */
function boundsOf(curves: readonly EngineCurve[]): readonly ChartGuide[] {
  const groups = new Map<string, { readonly ceiling: number; readonly names: string[]; readonly lanes: number[] }>();
  for (const { label, metrics } of curves) {
    const last = metrics.at(-1);
    // One lane says nothing of the ceiling; `sequential` has no more.
    if (!last || last.criticalPath === 0 || metrics.length < 2) continue;
    const ceiling = last.work / last.criticalPath;
    const key = ceiling.toFixed(3);
    const group = groups.get(key) ?? { ceiling, names: [], lanes: metrics.map((m) => m.lanes) };
    group.names.push(label);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => b.names.length - a.names.length);
  return sorted.map(({ ceiling, names, lanes }, i) => ({
    id: `bound ${i}`,
    kind: 'bound' as const,
    label: i === 0 ? texts.bound(ceiling.toFixed(2)) : texts.boundOf(ceiling.toFixed(2), names.join(', ')),
    points: [...new Set([...halfSteps(lanes), ceiling].filter((x) => x >= (lanes[0] ?? 1) && x <= (lanes.at(-1) ?? 1)))]
      .sort((a, b) => a - b)
      .map((x) => ({ x, y: Math.min(x, ceiling) })),
  }));
}

/** Places enough for a smooth curve between doublings. */
function halfSteps(lanes: readonly number[]): readonly number[] {
  const [first, last] = [lanes[0] ?? 1, lanes.at(-1) ?? 1];
  const steps = Math.ceil(Math.log2(last / first) * 8);
  return Array.from({ length: steps + 1 }, (_, i) => (i === steps ? last : first * 2 ** (i / 8)));
}
