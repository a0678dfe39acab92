import type { GeneratorOptions, TxKind } from '../../workloads/generate/options.ts';

/** Steps of a slider on a logarithmic scale. */
export const LOG_STEPS = 200;

/** Slider position (0 to `LOG_STEPS`) → a whole number from `least` to `most`, rounded to two digits. */
export function fromLogSlider(position: number, least: number, most: number): number {
  const exact = least * (most / least) ** (position / LOG_STEPS);
  const step = 10 ** Math.max(0, Math.floor(Math.log10(exact)) - 1);
  return Math.min(most, Math.max(least, Math.round(exact / step) * step));
}

export function toLogSlider(value: number, least: number, most: number): number {
  return Math.round((LOG_STEPS * Math.log(value / least)) / Math.log(most / least));
}

/** What the dice will throw, on average. */
export interface GeneratorOutlook {
  /** Kinds in the mix with about how many of each, most first. */
  readonly kinds: readonly { readonly kind: TxKind; readonly count: number }[];
  readonly failing: number;
  /** Share of the most popular account, by Zipf's law; 0 to 1. */
  readonly topShare: number;
}

export function outlookOf(options: GeneratorOptions): GeneratorOutlook {
  const weights = Object.entries(options.mix) as [TxKind, number][];
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const kinds = weights
    .filter(([, weight]) => weight > 0)
    .map(([kind, weight]) => ({ kind, count: Math.round((options.transactions * weight) / total) }))
    .sort((a, b) => b.count - a.count);
  let harmonic = 0;
  for (let k = 1; k <= options.accounts; k++) harmonic += k ** -options.contention;
  return { kinds, failing: Math.round(options.transactions * options.failing), topShare: 1 / harmonic };
}
