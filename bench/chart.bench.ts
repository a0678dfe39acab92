import { generateGraph } from '../src/chart/dag/test-graphs.ts';
import { arrangeDag } from '../src/chart/dag/arrange-dag.ts';
import { layoutDag } from '../src/chart/dag/layout-dag.ts';
import { layoutLaneRows } from '../src/chart/lane-rows.ts';
import { createSpanLog } from '../src/chart/spans.ts';
import { generateLog } from '../src/chart/test-log.ts';
import { createTimelineBars, layoutTimeline } from '../src/chart/timeline-layout.ts';
import { type Bench, medianTimesMs } from './bench.ts';

const ROUNDS = 7;
const ROOM = { width: 800, height: 360 };

/** Median milliseconds to lay out graphs of these sizes, in turn. A fifth as many hot slots as transactions: 15 to 20 waves. */
async function layoutTimes(groupAbove: number, ...sizes: readonly number[]): Promise<number[]> {
  const works = sizes.map((transactions) => {
    const graph = generateGraph(transactions, transactions / 5, 1);
    const colors = graph.gas.map((_, tx) => tx % 8);
    return () => layoutDag(arrangeDag(graph, colors, groupAbove), ROOM);
  });
  return medianTimesMs(ROUNDS, ...works);
}

async function time(work: () => unknown): Promise<number> {
  const [ms] = await medianTimesMs(ROUNDS, work);
  return ms ?? Number.NaN;
}

export const benches: readonly Bench[] = [
  {
    name: 'Conflict DAG layout, 1,000 transactions',
    unit: 'ms',
    goal: null,
    run: async () => (await layoutTimes(Infinity, 1_000))[0] ?? Number.NaN,
  },
  {
    name: 'Conflict DAG layout, 10,000 transactions, grouped as on the page',
    unit: 'ms',
    goal: { op: '<=', value: 500 },
    run: async () => (await layoutTimes(1_500, 10_000))[0] ?? Number.NaN,
  },
  {
    name: 'Conflict DAG layout, 10,000 transactions, every one of them',
    unit: 'ms',
    goal: { op: '<=', value: 1_000 },
    run: async () => (await layoutTimes(Infinity, 10_000))[0] ?? Number.NaN,
  },
  {
    name: 'Conflict DAG layout, 10,000 against 1,000 transactions, every one of them',
    unit: '×',
    // Ten would be linear; sorting adds a logarithm, and larger graphs leave the cache.
    goal: { op: '<=', value: 20 },
    async run() {
      const [small, large] = await layoutTimes(Infinity, 1_000, 10_000);
      return (large ?? Number.NaN) / (small ?? Number.NaN);
    },
  },
  {
    name: 'Timeline: 100,000 spans to bars, all in view',
    unit: 'ms',
    goal: { op: '<=', value: 17 },
    async run() {
      const log = createSpanLog();
      log.update(generateLog({ transactions: 46_000, lanes: 16, seed: 1 }), 16);
      const bars = createTimelineBars();
      const rows = layoutLaneRows(16, 34, 300, 0);
      const scale = { start: 0, end: log.end, left: 34, width: ROOM.width };
      return time(() => layoutTimeline({ log, scale, rows, time: log.end / 2 }, bars));
    },
  },
];
