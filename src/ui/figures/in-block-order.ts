import type { Scenario } from '../../model/scenario.ts';
import { cardsOnLanes, withPinnedLanes } from '../../store/edits/pins.ts';

/** Every lane's cards in block order: the order drawn then can't contradict a dependency. */
export function inBlockOrder(scenario: Scenario): Scenario {
  const place = new Map(scenario.transactions.map(({ id }, index) => [id, index]));
  const at = (id: string): number => place.get(id) ?? 0;
  return withPinnedLanes(
    scenario,
    cardsOnLanes(scenario).map((ids) => [...ids].sort((a, b) => at(a) - at(b))),
  );
}
