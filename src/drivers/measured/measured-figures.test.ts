import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConflictEdge } from '../../model/graph.ts';
import { txIndex } from '../../model/ids.ts';
import { toMeasuredFigures } from './measured-figures.ts';

const raw = (from: number, to: number): ConflictEdge => ({
  from: txIndex(from),
  to: txIndex(to),
  kind: 'RAW',
  locations: [],
});
const order = (n: number) => Array.from({ length: n }, (_, tx) => txIndex(tx));

describe('work and critical path of a measured run', () => {
  test('each transaction counts with the shorter of its two times', () => {
    const times = { alone: [10, 20, 30], inRun: [12, 15, 90], order: order(3) };
    expect(toMeasuredFigures({ ...times, edges: [raw(0, 2)] })).toEqual({ work: 55, criticalPath: 40 });
    expect(toMeasuredFigures({ ...times, edges: [] })).toEqual({ work: 55, criticalPath: 30 });
  });

  test('edges are between positions in the order of the run', () => {
    const edges = [raw(0, 1)];
    const figures = toMeasuredFigures({
      alone: [1, 10, 100],
      inRun: [1, 10, 100],
      edges,
      order: [2, 0, 1].map(txIndex),
    });
    expect(figures.criticalPath).toBe(101);
  });

  test('where nobody waits, the longest transaction is the bound', () => {
    expect(toMeasuredFigures({ alone: [3, 9], inRun: [4, 8], edges: null, order: order(2) }).criticalPath).toBe(8);
  });

  test('no schedule of the times in the run beats them', () => {
    const time = fc.integer({ min: 0, max: 1000 });
    const block = fc.integer({ min: 1, max: 12 }).chain((n) =>
      fc.record({
        alone: fc.array(time, { minLength: n, maxLength: n }),
        inRun: fc.array(time, { minLength: n, maxLength: n }),
        on: fc.array(fc.option(fc.nat(), { nil: undefined }), { minLength: n, maxLength: n }),
        lanes: fc.integer({ min: 1, max: 4 }),
      }),
    );
    fc.assert(
      fc.property(block, ({ alone, inRun, on, lanes }) => {
        const edges = on.flatMap((from, to) => (from === undefined || to === 0 ? [] : [raw(from % to, to)]));
        // Each lane takes the next transaction in block order and waits for what it depends on.
        const free = new Array<number>(lanes).fill(0);
        const end: number[] = [];
        for (const [tx, duration] of inRun.entries()) {
          const lane = free.indexOf(Math.min(...free));
          const needed = edges.filter((edge) => edge.to === tx).map((edge) => end[edge.from] ?? 0);
          end[tx] = Math.max(free[lane] ?? 0, ...needed) + duration;
          free[lane] = end[tx] ?? 0;
        }
        const { work, criticalPath } = toMeasuredFigures({ alone, inRun, edges, order: order(inRun.length) });
        const makespan = Math.max(...end);
        expect(criticalPath).toBeLessThanOrEqual(makespan);
        expect(work).toBeLessThanOrEqual(lanes * makespan);
      }),
    );
  });
});
