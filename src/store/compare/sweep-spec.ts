import type { Scenario } from '../../model/scenario.ts';
import type { EngineId, RunSettings } from '../../model/settings.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import type { GeneratorOptions, TxKind } from '../../workloads/generate/options.ts';
import { type Way, withWay } from './points.ts';

export const SWEEP_PARAMETERS = ['contention', 'accounts', 'transactions', 'share', 'dispatch', 'coldRead'] as const;
export type SweepParameter = (typeof SWEEP_PARAMETERS)[number];

/** Generated blocks that differ in one thing. */
export interface SweepSpec {
  readonly parameter: SweepParameter;
  /** `share`: of which kind. */
  readonly kind: TxKind;
  readonly engines: readonly EngineId[];
  readonly lanes: number;
  /** Each value is tried on blocks of so many seeds, 1, 2, … */
  readonly seeds: number;
  /** What isn't swept. */
  readonly base: GeneratorOptions;
  /** Options, costs and fees of the runs. */
  readonly settings: RunSettings;
}

/** What can be chosen but the settings, which are the document's. */
export type SweepChoice = Omit<SweepSpec, 'settings'>;

/** Values tried; those of `dispatch` and `coldRead` in gas. */
export const SWEEP_VALUES: Readonly<Record<SweepParameter, readonly number[]>> = {
  contention: [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2],
  accounts: [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024],
  transactions: [16, 32, 64, 128, 256, 512],
  share: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1],
  dispatch: [0, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000],
  coldRead: [0, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000],
};

/** The block's dice at this value: parameters of the cost model leave them as they are. */
export function generatorOptionsAt(
  { parameter, kind, base }: SweepSpec,
  value: number,
  seed: number,
): GeneratorOptions {
  switch (parameter) {
    case 'contention':
    case 'accounts':
    case 'transactions':
      return { ...base, seed, [parameter]: value };
    case 'share':
      return { ...base, seed, mix: mixWithShare(base.mix, kind, value) };
    case 'dispatch':
    case 'coldRead':
      return { ...base, seed };
  }
}

/** `kind` has this share of the mix; the others keep their proportions. */
export function mixWithShare(mix: GeneratorOptions['mix'], kind: TxKind, share: number): GeneratorOptions['mix'] {
  const others = Object.entries(mix).filter(([name, weight]) => name !== kind && weight > 0);
  const total = others.reduce((sum, [, weight]) => sum + weight, 0);
  if (total === 0) return { [kind]: 1 };
  const rest = others.map(([name, weight]) => [name, ((1 - share) * weight) / total] as const);
  return { ...Object.fromEntries(rest), [kind]: share };
}

/** The document that one sample is a run of. */
export function scenarioAt(spec: SweepSpec, value: number, seed: number, way: Way): Scenario {
  const scenario = generateScenario(generatorOptionsAt(spec, value, seed), settingsAt(spec, value));
  return withWay(scenario, way);
}

function settingsAt({ parameter, settings }: SweepSpec, value: number): RunSettings {
  if (parameter !== 'dispatch' && parameter !== 'coldRead') return settings;
  return { ...settings, costs: { ...settings.costs, [parameter]: value } };
}
