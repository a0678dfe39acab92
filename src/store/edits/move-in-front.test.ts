import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseCycle } from '../../engines/lane-cycle.ts';
import { txIndex } from '../../model/ids.ts';
import type { Scenario } from '../../model/scenario.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import { createNewScenario } from '../new-scenario.ts';
import { moveInFront } from './move-in-front.ts';
import { withPinnedLanes } from './pins.ts';

const SIZE = 6;

function scenarioOf(lanes: readonly (readonly number[])[]): Scenario {
  const empty = createNewScenario();
  const transactions = Array.from({ length: SIZE }, (_, i) => ({
    id: `t${i}`,
    kind: 'pay' as const,
    from: 'alice',
    to: 'bob',
    value: 1n,
  }));
  const scenario = { ...empty, transactions, settings: { ...empty.settings, lanes: lanes.length } };
  return withPinnedLanes(
    scenario,
    lanes.map((lane) => lane.map((tx) => `t${tx}`)),
  );
}

const drawn = (scenario: Scenario): string =>
  drawnLanes(scenario)
    .drawn.map((lane) => lane.join(' '))
    .join(' | ');

test('only the card named moves; the others stay as drawn', () => {
  const scenario = scenarioOf([
    [5, 2, 0],
    [4, 1, 3],
  ]);
  const moved = moveInFront(scenario, [{ tx: txIndex(0), before: txIndex(2) }]);
  expect(drawn(moved)).toBe('5 0 2 | 4 1 3');
});

test('a card that isn’t pinned is pinned where it was dealt, with all the rest', () => {
  const scenario = scenarioOf([[5, 1], []]);
  const before = drawn(scenario);
  expect(before).toBe('3 5 1 | 0 2 4');
  expect(drawn(moveInFront(scenario, [{ tx: txIndex(1), before: txIndex(3) }]))).toBe('1 3 5 | 0 2 4');
});

test('the moves that a refusal names leave nothing to refuse', () => {
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5]);
  const on = fc.array(fc.array(fc.nat(SIZE - 1), { maxLength: 2 }), { minLength: SIZE, maxLength: SIZE });
  let fixed = 0;
  fc.assert(
    fc.property(order, fc.nat(SIZE), on, (cards, cut, lists) => {
      const scenario = scenarioOf([cards.slice(0, cut), cards.slice(cut)]);
      const dependencies = lists.map((list, tx) =>
        list.filter((other) => other < tx).map((other) => ({ on: txIndex(other) })),
      );
      const refuse = (of: Scenario) =>
        refuseCycle(
          drawnLanes(of).drawn.map((lane) => lane.map(txIndex)),
          dependencies,
        );
      const moves = refuse(scenario)?.moves;
      if (!moves) return;
      fixed++;
      expect(refuse(moveInFront(scenario, moves))).toBeNull();
    }),
    { numRuns: 300 },
  );
  expect(fixed).toBeGreaterThan(20);
});
