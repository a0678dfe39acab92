import { join } from 'node:path';
import { type Bench, median } from './bench.ts';
import type { MeasuredBench, RunTimes, Times } from './measured/page.ts';
import type { Workload } from './measured/workloads.ts';
import { withPage } from './with-page.ts';

const ROOT = join(import.meta.dirname, 'measured');
const ROUNDS = 21;

type Windowed = Window & { readonly bench: MeasuredBench };

/** Ratios of medians within one run, and what explains them, µs per transaction. */
interface Comparison {
  readonly memory: string;
  readonly speedup: number;
  /** One worker in the engine's hands against the same block alone on one worker. */
  readonly overhead: number;
  /** With two workers: what the coordinator spent while the run went on, and what each transaction took around the EVM. */
  readonly coordinator: number;
  readonly transfer: number;
  readonly stretch: number;
  /** Of 100 transactions, with two workers. */
  readonly aborts: number;
  /** What two workers give where nothing is between them: about the most there is to be had. Null for transactions that conflict. */
  readonly apart: number | null;
}

interface Figures {
  readonly twoThreads: number;
  readonly transfers: Comparison;
  readonly swaps: Comparison;
  readonly transfersBlockStm: Comparison;
  readonly generated: Comparison;
}

function compare(times: Times, count: number, apart: number | null): Comparison {
  const of = (lanes: number, figure: (run: RunTimes) => number): number => median((times[lanes] ?? []).map(figure));
  return {
    memory: times[2]?.[0]?.memory ?? 'none',
    speedup: of(1, ({ makespan }) => makespan) / of(2, ({ makespan }) => makespan),
    overhead: of(1, ({ makespan, work }) => makespan / work),
    coordinator: of(2, ({ validation, scheduling }) => (validation + scheduling) / count),
    transfer: of(2, ({ transfer }) => transfer / count),
    stretch: of(2, ({ evm }) => evm) / of(1, ({ evm }) => evm),
    aborts: (100 * of(2, ({ aborts }) => aborts)) / count,
    apart,
  };
}

async function measure(): Promise<Figures> {
  return withPage(ROOT, 24_173, async (page) => {
    const { twoThreads } = await page.evaluate(() => (window as unknown as Windowed).bench.calibrate());
    const apartOf = async (workload: Workload, count: number): Promise<number> => {
      const { inTurn, atOnce } = await page.evaluate(
        ([what, n, rounds]) => (window as unknown as Windowed).bench.apart(what, n, rounds),
        [workload, count, ROUNDS] as const,
      );
      return median(inTurn) / median(atOnce);
    };
    const compared = async (workload: Workload, count: number, engine: 'dag' | 'block-stm') => {
      const apart = workload === 'generated' ? null : await apartOf(workload, count);
      const times = await page.evaluate(
        ([what, n, id, rounds]) => (window as unknown as Windowed).bench.times(what, n, id, [1, 2], rounds),
        [workload, count, engine, ROUNDS] as const,
      );
      return compare(times, count, apart);
    };
    return {
      twoThreads,
      transfers: await compared('transfers', 1000, 'dag'),
      swaps: await compared('swaps', 500, 'dag'),
      transfersBlockStm: await compared('transfers', 1000, 'block-stm'),
      generated: await compared('generated', 500, 'block-stm'),
    };
  });
}

let measured: Promise<Figures> | undefined;
const figures = (): Promise<Figures> => {
  measured ??= measure();
  return measured;
};

/** The speed-up with its goal, and the figures that explain a miss. */
function benchesOf(what: string, key: Exclude<keyof Figures, 'twoThreads'>, goal: number | null): readonly Bench[] {
  const explained = (name: string, unit: string, figure: keyof Omit<Comparison, 'memory'>): Bench => ({
    name: `… ${name}`,
    unit,
    goal: null,
    run: async () => (await figures())[key][figure] ?? Number.NaN,
  });
  return [
    {
      name: `Measured, shared memory: two workers against one, ${what}`,
      unit: '×',
      goal: goal === null ? null : { op: '>=', value: goal },
      async run() {
        const { memory, speedup } = (await figures())[key];
        if (memory !== 'shared') throw new Error(`the run had ${memory} memory: the page was not isolated`);
        return speedup;
      },
    },
    ...(goal === null
      ? []
      : [explained('two workers with half of the block each and nothing between them, a moment before', '×', 'apart')]),
    explained('one worker against the block alone, around the EVM', '×', 'overhead'),
    explained('time around the EVM with two workers against one', '×', 'stretch'),
    explained('aborts with two workers, of 100 transactions', '', 'aborts'),
    explained('coordinator, each transaction', 'µs', 'coordinator'),
    explained('results and messages on the workers, each transaction', 'µs', 'transfer'),
  ];
}

/**
 * Wall clock, real Chromium. What two threads of a machine can do is less than twice the work of one, more so where they execute
 * an EVM than where they count: what they give with the same block and nothing between them stands beside each speed-up. Both vary from
 * minute to minute, so that it is no strict bound.
 */
export const benches: readonly Bench[] = [
  {
    name: 'Calibration: two threads against one',
    unit: '×',
    goal: null,
    run: async () => (await figures()).twoThreads,
  },
  ...benchesOf('1,000 independent ERC-20 transfers (DAG)', 'transfers', 1.7),
  ...benchesOf('500 swaps on separate pools (DAG)', 'swaps', 1.85),
  ...benchesOf('1,000 independent ERC-20 transfers (Block-STM, validation included)', 'transfersBlockStm', 1.7),
  ...benchesOf('500 generated transactions with hot spots (Block-STM)', 'generated', null),
];
