import { comparing as texts } from '#texts/comparing.ts';
import type { ChartAxis } from '../../chart/compare/line-chart.ts';
import { formatTime } from '../../chart/format-time.ts';
import { SWEEP_VALUES, type SweepParameter, type SweepSpec } from '../../store/compare/sweep-spec.ts';
import { TX_KIND_TITLES } from '../../workloads/generate/options.ts';

export const PARAMETER_TITLES: Readonly<Record<SweepParameter, string>> = {
  contention: texts.contentionExponentOfZipfsLaw,
  accounts: texts.numberOfAccounts,
  transactions: texts.numberOfTransactions,
  share: texts.shareOfOneKind,
  dispatch: texts.dispatchCostGasForEach,
  coldRead: texts.coldReadGasForEach,
};

/** The swept parameter as an axis. */
export function axisOf({ parameter, kind }: Pick<SweepSpec, 'parameter' | 'kind'>): ChartAxis {
  const ticks = SWEEP_VALUES[parameter];
  const label = parameter === 'share' ? texts.shareOf(TX_KIND_TITLES[kind]) : PARAMETER_TITLES[parameter];
  switch (parameter) {
    case 'contention':
      return { label, kind: 'linear', ticks, format: String };
    case 'share':
      return { label, kind: 'linear', ticks, format: (value) => `${Math.round(value * 100)}%` };
    case 'accounts':
    case 'transactions':
      return { label, kind: 'log2', ticks, format: String };
    case 'dispatch':
    case 'coldRead':
      return { label, kind: 'symlog', ticks, format: (value) => formatTime(value, 'gas') };
  }
}
