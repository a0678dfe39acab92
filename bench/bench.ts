/** What a benchmark promises: its value is at least, or at most, `value`. */
export interface Goal {
  readonly op: '>=' | '<=';
  readonly value: number;
}

/**
 * One figure of `npm run bench`. A file `bench/<topic>.bench.ts` exports `benches: readonly Bench[]`; the runner finds it
 * by its name.
 *
 * A figure that compares two things (a speed-up, the growth with size) is a ratio of medians taken within one run,
 * alternating between the two, so that a slow machine or a busy minute cancels out.
 */
export interface Bench {
  readonly name: string;
  /** `×` for a ratio, `ms`, `µs`, `kB`, `%`. */
  readonly unit: string;
  /** Null: shown for information only. */
  readonly goal: Goal | null;
  /** Measures and returns the figure. Throws when it can't be measured here, and says why. */
  run(): Promise<number>;
}

/** The middle value; the mean of the two middle ones for an even count. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle];
  if (high === undefined) throw new RangeError('expected at least one value to take the median of, got none');
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/** Milliseconds that `work` takes. */
export async function timeMs(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Median milliseconds of each of the alternatives, run in turn `rounds` times after one round to warm up. */
export async function medianTimesMs(rounds: number, ...alternatives: readonly (() => unknown)[]): Promise<number[]> {
  const times: number[][] = alternatives.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, work] of alternatives.entries()) {
      const ms = await timeMs(work);
      if (round >= 0) times[i]?.push(ms);
    }
  }
  return times.map(median);
}
