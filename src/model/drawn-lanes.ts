import { type LaneIndex, laneIndex, type TxIndex, txIndex } from './ids.ts';
import type { Scenario } from './scenario.ts';

/** The transactions pinned, with their lanes; those pinned to a lane that the run doesn't have are free. */
export function pinnedLanes(scenario: Scenario): readonly (readonly [TxIndex, LaneIndex])[] {
  const { transactions, pins, settings } = scenario;
  return transactions.flatMap(({ id }, i) => {
    const lane = pins[id];
    return lane !== undefined && lane < settings.lanes ? [[txIndex(i), laneIndex(lane)] as const] : [];
  });
}

/**
 * The lanes as drawn, each transaction in exactly one: first those pinned, in the order drawn (those without a place follow in
 * block order); then each of the rest, in block order, joins the shortest lane, before the first one there that comes later
 * in the block, so that it can't close a cycle with lanes that are in block order.
 */
export function drawnLanes(scenario: Scenario): readonly (readonly TxIndex[])[] {
  const indexOf = new Map(scenario.transactions.map(({ id }, i) => [id, txIndex(i)]));
  const pins = new Map(pinnedLanes(scenario));
  const lanes: TxIndex[][] = Array.from({ length: scenario.settings.lanes }, () => []);
  const placed = new Set<TxIndex>();

  scenario.laneOrder.forEach((ids, lane) => {
    for (const id of ids) {
      const tx = indexOf.get(id);
      if (tx === undefined || pins.get(tx) !== lane || placed.has(tx)) continue;
      lanes[lane]?.push(tx);
      placed.add(tx);
    }
  });
  for (const [tx, lane] of pins) {
    if (placed.has(tx)) continue;
    lanes[lane]?.push(tx);
    placed.add(tx);
  }
  for (const tx of indexOf.values()) {
    if (placed.has(tx)) continue;
    const lane = lanes.reduce((shortest, candidate) => (candidate.length < shortest.length ? candidate : shortest));
    const before = lane.findIndex((other) => other > tx);
    lane.splice(before < 0 ? lane.length : before, 0, tx);
  }
  return lanes;
}
