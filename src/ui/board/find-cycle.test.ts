import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConflictEdge } from '../../model/graph.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';
import { findCycle } from './find-cycle.ts';

const raw = (from: number, to: number): ConflictEdge => ({
  from: txIndex(from),
  to: txIndex(to),
  kind: 'RAW',
  locations: [],
});
const lanes = (...drawn: number[][]): TxIndex[][] => drawn.map((lane) => lane.map(txIndex));

describe('a cycle between lane order and dependencies', () => {
  test('block order on every lane has none', () => {
    expect(findCycle(lanes([0, 2], [1, 3]), [raw(0, 1), raw(1, 2), raw(2, 3)])).toBeNull();
  });

  test('a reader drawn before its writer on one lane waits for itself', () => {
    // 3 waits for 2 (it reads what 2 wrote), 2 waits for 3 (drawn behind it).
    expect([...(findCycle(lanes([3, 2]), [raw(2, 3)]) ?? [])].sort()).toEqual([2, 3]);
  });

  test('across two lanes', () => {
    // Lane 1: 1 then 2; lane 2: 3 then 0. 1 needs 0, 3 needs 2.
    const cycle = findCycle(lanes([1, 2], [3, 0]), [raw(0, 1), raw(2, 3)]);
    expect([...(cycle ?? [])].sort()).toEqual([0, 1, 2, 3]);
  });

  test('only reads of a write make one wait', () => {
    expect(findCycle(lanes([3, 2]), [{ ...raw(2, 3), kind: 'WAW' }])).toBeNull();
  });

  test('agrees with running the lanes by hand', () => {
    const edge = fc.tuple(fc.nat(7), fc.nat(7)).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(edge, { maxLength: 10 }),
        (order, cut, pairs) => {
          const drawn = lanes(order.slice(0, cut), order.slice(cut));
          const edges = pairs.map(([from, to]) => raw(from, to));
          const cycle = findCycle(drawn, edges);
          expect(cycle === null).toBe(runsToTheEnd(drawn, edges));
          if (cycle) {
            const waits = (tx: TxIndex, on: TxIndex): boolean =>
              edges.some((e) => e.to === tx && e.from === on) ||
              drawn.some((lane) => lane.indexOf(on) >= 0 && lane.indexOf(tx) === lane.indexOf(on) + 1);
            cycle.forEach((tx, i) => {
              expect(waits(tx, cycle[(i + 1) % cycle.length] ?? txIndex(-1))).toBe(true);
            });
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** The obvious way: let every lane go on as long as its head has all it needs. */
function runsToTheEnd(drawn: TxIndex[][], edges: ConflictEdge[]): boolean {
  const rest = drawn.map((lane) => [...lane]);
  const done = new Set<TxIndex>();
  for (let moved = true; moved; ) {
    moved = false;
    for (const lane of rest) {
      const head = lane[0];
      if (head === undefined || edges.some((e) => e.to === head && !done.has(e.from))) continue;
      done.add(head);
      lane.shift();
      moved = true;
    }
  }
  return rest.every((lane) => lane.length === 0);
}
