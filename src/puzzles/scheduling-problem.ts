/**
 * P | prec | Cmax (Graham, Lawler, Lenstra and Rinnooy Kan 1979): transactions of known length, some of which must wait
 * for others, on identical lanes; the last end is to come early. Predecessors have lower indices, as dependencies point back in the
 * block. It is what the engine `lanes` does with the policy "wait" where nothing but gas costs time.
 */
export interface SchedulingProblem {
  readonly lanes: number;
  /** Length of each transaction. */
  readonly gas: readonly number[];
  readonly predecessors: readonly (readonly number[])[];
}

/** The transactions of each lane, in the order in which it runs them. */
export type Placement = readonly (readonly number[])[];

/**
 * When each transaction starts under the placement; null when some would wait for each other for ever. Those that no lane names
 * don't start, nor do those that depend on them: they are null.
 */
export function startTimes(problem: SchedulingProblem, placement: Placement): readonly (number | null)[] | null {
  const starts = problem.gas.map((): number | null => null);
  const endOf = (tx: number): number => (starts[tx] ?? 0) + (problem.gas[tx] ?? 0);
  const next = placement.map(() => 0);
  const free = placement.map(() => 0);
  for (let progress = true; progress; ) {
    progress = false;
    for (const [lane, txs] of placement.entries()) {
      const tx = txs[next[lane] ?? 0];
      const before = tx === undefined ? [] : (problem.predecessors[tx] ?? []);
      if (tx === undefined || before.some((other) => starts[other] === null)) continue;
      starts[tx] = Math.max(free[lane] ?? 0, ...before.map(endOf));
      free[lane] = endOf(tx);
      next[lane] = (next[lane] ?? 0) + 1;
      progress = true;
    }
  }
  return placement.every((txs, lane) => next[lane] === txs.length) ? starts : null;
}

/** Of a placement of all transactions; Infinity when it is none or can't be run. */
export function makespanOf(problem: SchedulingProblem, placement: Placement): number {
  const starts = startTimes(problem, placement);
  if (!starts) return Number.POSITIVE_INFINITY;
  return Math.max(
    0,
    ...starts.map((start, tx) => (start === null ? Number.POSITIVE_INFINITY : start + (problem.gas[tx] ?? 0))),
  );
}

/** By transaction: those that depend on it. */
export function successorsOf({ predecessors }: SchedulingProblem): readonly (readonly number[])[] {
  const successors = predecessors.map((): number[] => []);
  predecessors.forEach((before, tx) => {
    for (const other of before) successors[other]?.push(tx);
  });
  return successors;
}

/** By transaction: the heaviest chain of dependencies that begins with it, its own gas included. */
export function tailsOf(problem: SchedulingProblem): readonly number[] {
  const tails = problem.gas.map(() => 0);
  const successors = successorsOf(problem);
  for (let tx = tails.length - 1; tx >= 0; tx--) {
    tails[tx] = (problem.gas[tx] ?? 0) + Math.max(0, ...(successors[tx] ?? []).map((later) => tails[later] ?? 0));
  }
  return tails;
}
