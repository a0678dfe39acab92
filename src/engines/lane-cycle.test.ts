import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TxIndex, txIndex } from '../model/ids.ts';
import { findCycle, refuseCycle } from './lane-cycle.ts';

const lanesOf = (lanes: number[][]): TxIndex[][] => lanes.map((lane) => lane.map(txIndex));
const dependenciesOf = (lists: number[][]) => lists.map((list) => list.map((on) => ({ on: txIndex(on) })));

describe('refuseCycle', () => {
  it('accepts lanes in block order, whatever depends on what', () => {
    expect(
      refuseCycle(
        lanesOf([
          [0, 2],
          [1, 3],
        ]),
        dependenciesOf([[], [0], [0, 1], [1, 2]]),
      ),
    ).toBeNull();
  });

  it('names the cycle and the one move that breaks it', () => {
    // Lane 1 draws 2 before 0; 1, on the other lane, needs 0, and 2 needs 1.
    expect(refuseCycle(lanesOf([[2, 0], [1]]), dependenciesOf([[], [0], [1]]))).toEqual({
      message:
        'The order drawn and the dependencies contradict each other, so these transactions would wait for each other for ever: ' +
        '1 depends on 0, 2 depends on 1, 0 is drawn after 2. Move transaction 0 in front of transaction 2, or use free order.',
      cycle: [0, 1, 2],
      fix: 'Move transaction 0 in front of transaction 2, or use free order.',
      moves: [{ tx: 0, before: 2 }],
    });
  });

  it('names a shortest cycle', () => {
    const dependencies = dependenciesOf([[], [0], [1], [2], [], [4]]);
    expect(findCycle(lanesOf([[3, 0], [1], [2], [5, 4]]), dependencies)).toHaveLength(2);
  });

  it('moves two cards when one is not enough', () => {
    const refusal = refuseCycle(
      lanesOf([
        [1, 0],
        [3, 2],
      ]),
      dependenciesOf([[], [0], [], [2]]),
    );
    expect(refusal?.fix).toBe(
      'Move transaction 0 in front of transaction 1, then transaction 2 in front of transaction 3, or use free order.',
    );
  });

  it('refuses exactly when nobody could finish, and names a true cycle', () => {
    const lane = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    const on = fc.array(fc.array(fc.nat(5), { maxLength: 2 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(lane, fc.nat(6), on, (order, cut, lists) => {
        const lanes = [order.slice(0, cut), order.slice(cut)];
        const dependencies = lists.map((list, tx) => list.filter((other) => other < tx));
        const cycle = findCycle(lanesOf(lanes), dependenciesOf(dependencies));
        expect(cycle === null).toBe(canFinish(lanes, dependencies));
        cycle?.forEach((tx, i) => {
          const next = cycle[(i + 1) % cycle.length] as number;
          const follows = lanes.some((l) => l.indexOf(tx) >= 0 && l.indexOf(next) === l.indexOf(tx) + 1);
          expect(follows || dependencies[next]?.includes(tx)).toBe(true);
        });
      }),
    );
  });
});

function canFinish(lanes: readonly (readonly number[])[], dependencies: readonly (readonly number[])[]): boolean {
  const done = new Set<number>();
  for (let before = -1; before < done.size; ) {
    before = done.size;
    for (const lane of lanes) {
      const next = lane.find((tx) => !done.has(tx));
      if (next !== undefined && dependencies[next]?.every((on) => done.has(on))) done.add(next);
    }
  }
  return done.size === lanes.flat().length;
}
