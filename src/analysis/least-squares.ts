/** One observation: what went in, and what came out. */
export interface Observation {
  readonly inputs: readonly number[];
  readonly output: number;
}

/** Residuals beyond so many standard deviations count less, in proportion (Huber 1964): 95 % as efficient if there were none. */
const HUBER = 1.345;
/** From the median of absolute residuals to the standard deviation, where they are normal. */
const MAD_TO_SIGMA = 1.4826;
const ROUNDS = 6;
/** A pivot this small beside its diagonal: the inputs can't be told apart. */
const SINGULAR = 1e-9;

/**
 * Least squares that outliers don't bend: the weights are found again from the residuals of the round before. Null where the
 * observations don't decide the coefficients.
 */
export function fitRobust(observations: readonly Observation[]): readonly number[] | null {
  let weights = observations.map(() => 1);
  let coefficients = fitWeighted(observations, weights);
  for (let round = 0; coefficients && round < ROUNDS; round++) {
    const fitted = coefficients;
    const residuals = observations.map(({ inputs, output }) => Math.abs(output - evaluate(fitted, inputs)));
    const limit = HUBER * MAD_TO_SIGMA * median(residuals);
    if (limit === 0 || residuals.every((residual) => residual <= limit)) break;
    weights = residuals.map((residual) => Math.min(1, limit / residual));
    coefficients = fitWeighted(observations, weights);
  }
  return coefficients;
}

export function evaluate(coefficients: readonly number[], inputs: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < coefficients.length; i++) sum += (coefficients[i] ?? 0) * (inputs[i] ?? 0);
  return sum;
}

/** The middle value; of an even number the upper of the two. 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** Normal equations, solved by elimination: there are never more than a handful of inputs. */
function fitWeighted(observations: readonly Observation[], weights: readonly number[]): readonly number[] | null {
  const size = observations[0]?.inputs.length ?? 0;
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
  for (const [n, { inputs, output }] of observations.entries()) {
    const weight = weights[n] ?? 1;
    for (const [i, row] of rows.entries()) {
      const scaled = weight * (inputs[i] ?? 0);
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) + scaled * (inputs[j] ?? 0);
      row[size] = (row[size] ?? 0) + scaled * output;
    }
  }
  return solve(rows);
}

/** Gauss–Jordan on a positive semidefinite system with its right side as last column. */
function solve(rows: number[][]): readonly number[] | null {
  const size = rows.length;
  const diagonal = rows.map((row, i) => row[i] ?? 0);
  for (let i = 0; i < size; i++) {
    const pivotRow = rows[i] as number[];
    const pivot = pivotRow[i] ?? 0;
    if (pivot <= SINGULAR * (diagonal[i] ?? 0)) return null;
    for (let k = i; k <= size; k++) pivotRow[k] = (pivotRow[k] ?? 0) / pivot;
    rows.forEach((row, other) => {
      const factor = row[i] ?? 0;
      if (other === i || factor === 0) return;
      for (let k = i; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    });
  }
  return rows.map((row) => row[size] ?? 0);
}
