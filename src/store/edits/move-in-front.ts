import type { LaneMove } from '../../model/refusal.ts';
import type { Scenario, TxId } from '../../model/scenario.ts';
import { drawnLanes } from '../../workloads/drawn-lanes.ts';
import { cardsOnLanes, withPinnedLanes } from './pins.ts';

/**
 * Moves cards within their lanes, one after the other: what a refusal names as its fix. Where such a card isn't pinned, the lanes
 * are pinned as they were dealt, as another pin would deal the rest of them anew.
 */
export function moveInFront(scenario: Scenario, moves: readonly LaneMove[]): Scenario {
  const idOf = (tx: number): TxId => scenario.transactions[tx]?.id ?? '';
  const pinned = moves.every(({ tx, before }) => idOf(tx) in scenario.pins && idOf(before) in scenario.pins);
  let lanes = pinned ? cardsOnLanes(scenario) : drawnLanes(scenario).drawn.map((order) => order.map(idOf));
  for (const { tx, before } of moves) {
    const [id, other] = [idOf(tx), idOf(before)];
    lanes = lanes.map((lane) =>
      lane.includes(id) && lane.includes(other)
        ? lane.filter((card) => card !== id).flatMap((card) => (card === other ? [id, card] : [card]))
        : lane,
    );
  }
  return withPinnedLanes(scenario, lanes);
}
