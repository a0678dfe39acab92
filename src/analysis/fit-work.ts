import { evaluate, fitRobust, median, type Observation } from './least-squares.ts';
import type { WorkKinds } from './work-kinds.ts';

/** One execution: what it did, and how long the EVM took, µs. */
export interface WorkSample extends WorkKinds {
  readonly time: number;
}

/** Microseconds by kind of work: `WorkCosts` as a fit has them. Kinds that the samples don't tell apart from others are 0. */
export interface FittedWork {
  readonly transaction: number;
  /** For 1,000 gas. */
  readonly compute: number;
  readonly read: number;
  readonly write: number;
}

export type WorkKind = keyof FittedWork;

/** Where one kind explains as much as another, the first is taken: reads are most of what a short transaction does. */
const KINDS: readonly WorkKind[] = ['read', 'compute', 'transaction', 'write'];
/** Another kind must bring the error on samples not fitted to down by this factor. */
const WORTHWHILE = 0.97;
/** Samples are left out in turn in so many groups. */
const FOLDS = 5;
/** So few samples are left out one at a time: each is missed. */
const LEFT_OUT_ALONE = 16;
/** More samples than this tell nothing new. */
const MOST_SAMPLES = 300;

/**
 * What each kind of work costs, by robust least squares. Costs can't be negative. A kind is only used if it helps to tell
 * the times of samples that were not fitted to (cross-validation): a block of eight equal payments supports one kind, a mixed
 * block of a thousand all four.
 */
export function fitWork(samples: readonly WorkSample[]): FittedWork {
  const used = thin(samples);
  let best: { readonly kinds: readonly WorkKind[]; readonly costs: readonly number[]; readonly error: number } | null =
    null;
  for (const kinds of subsets(KINDS)) {
    const observations = used.map((sample) => toObservation(sample, kinds));
    const costs = fitNonNegative(observations);
    if (!costs) continue;
    const error = validationError(observations);
    if (best && error >= best.error * (kinds.length > best.kinds.length ? WORTHWHILE : 1)) continue;
    best = { kinds, costs, error };
  }
  const fitted = { transaction: 0, compute: 0, read: 0, write: 0 };
  best?.kinds.forEach((kind, i) => {
    fitted[kind] = best?.costs[i] ?? 0;
  });
  return fitted;
}

/** How far off the fitted times typically are, as a share of the measured one. */
export function typicalError(samples: readonly WorkSample[], fitted: FittedWork): number {
  return median(samples.map((sample) => Math.abs(fittedTime(sample, fitted) - sample.time) / Math.max(sample.time, 1)));
}

/** What the fit says of an execution, µs. */
export function fittedTime({ compute, reads, writes }: WorkKinds, fitted: FittedWork): number {
  return fitted.transaction + (fitted.compute * compute) / 1000 + fitted.read * reads + fitted.write * writes;
}

/** Null where the observations don't decide the costs, or decide for a negative one. */
function fitNonNegative(observations: readonly Observation[]): readonly number[] | null {
  const costs = fitRobust(observations);
  return costs?.every((cost) => cost >= 0) ? costs : null;
}

function toObservation(sample: WorkSample, kinds: readonly WorkKind[]): Observation {
  return { inputs: kinds.map((kind) => amountOf(sample, kind)), output: sample.time };
}

function amountOf({ compute, reads, writes }: WorkSample, kind: WorkKind): number {
  switch (kind) {
    case 'transaction':
      return 1;
    case 'compute':
      return compute / 1000;
    case 'read':
      return reads;
    case 'write':
      return writes;
  }
}

/** Mean absolute error on samples that the fit hasn't seen: squares would let the outliers choose. */
function validationError(observations: readonly Observation[]): number {
  const folds = observations.length <= LEFT_OUT_ALONE ? observations.length : FOLDS;
  let error = 0;
  for (let fold = 0; fold < folds; fold++) {
    const costs = fitNonNegative(observations.filter((_, i) => i % folds !== fold));
    if (!costs) return Number.POSITIVE_INFINITY;
    for (let i = fold; i < observations.length; i += folds) {
      const { inputs, output } = observations[i] as Observation;
      error += Math.abs(output - evaluate(costs, inputs));
    }
  }
  return error / observations.length;
}

function thin(samples: readonly WorkSample[]): readonly WorkSample[] {
  const step = Math.ceil(samples.length / MOST_SAMPLES);
  return step <= 1 ? samples : samples.filter((_, i) => i % step === 0);
}

/** All but the empty one; fewer kinds first, and among as many those named first. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const all: T[][] = [];
  for (let bits = 1; bits < 1 << items.length; bits++) all.push(items.filter((_, i) => bits & (1 << i)));
  return all.sort((a, b) => a.length - b.length);
}
