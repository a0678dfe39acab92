import type { Scenario, TxId } from '../../model/scenario.ts';
import { insertionIndex } from './drop-index.ts';

/**
 * The cards on each lane, in the order drawn: `settings.lanes` lists. Pinned cards that `laneOrder` doesn't name follow in
 * block order. Pins to lanes or transactions that don't exist are left out.
 */
export function cardsOnLanes(scenario: Scenario): readonly (readonly TxId[])[] {
  const lanes: TxId[][] = Array.from({ length: scenario.settings.lanes }, () => []);
  const existing = new Set(scenario.transactions.map((tx) => tx.id));
  const placed = new Set<TxId>();
  scenario.laneOrder.forEach((order, lane) => {
    for (const id of order) {
      if (scenario.pins[id] !== lane || !existing.has(id) || placed.has(id)) continue;
      placed.add(id);
      lanes[lane]?.push(id);
    }
  });
  for (const { id } of scenario.transactions) {
    const lane = scenario.pins[id];
    if (lane !== undefined && !placed.has(id)) lanes[lane]?.push(id);
  }
  return lanes;
}

/** The scenario with these cards on the lanes and all others unpinned. */
export function withPinnedLanes(scenario: Scenario, lanes: readonly (readonly TxId[])[]): Scenario {
  const pins: Record<TxId, number> = {};
  lanes.forEach((ids, lane) => {
    for (const id of ids) pins[id] = lane;
  });
  const some = lanes.some((ids) => ids.length > 0);
  return { ...scenario, pins, laneOrder: some ? lanes : [] };
}

/** After any edit of transactions or lanes: pins only to what exists, each pinned card once in its lane's order. */
export function withConsistentPins(scenario: Scenario): Scenario {
  return withPinnedLanes(scenario, cardsOnLanes(scenario));
}

/**
 * Pins the cards to a lane, side by side in the order given, at `gap` of that lane as it is seen now (default: its end).
 * Throws a RangeError for a lane that doesn't exist; ids that don't exist are left out.
 */
export function pinTransactions(scenario: Scenario, ids: readonly TxId[], lane: number, gap?: number): Scenario {
  if (!Number.isInteger(lane) || lane < 0 || lane >= scenario.settings.lanes) {
    throw new RangeError(`expected a lane from 0 to ${scenario.settings.lanes - 1}, got ${lane}`);
  }
  const existing = new Set(scenario.transactions.map((tx) => tx.id));
  const moved = new Set(ids.filter((id) => existing.has(id)));
  if (moved.size === 0) return scenario;
  const lanes = cardsOnLanes(scenario).map((order, index) => {
    const rest = order.filter((id) => !moved.has(id));
    if (index !== lane) return rest;
    const movedHere = order.flatMap((id, at) => (moved.has(id) ? [at] : []));
    const at = insertionIndex(movedHere, Math.min(order.length, Math.max(0, gap ?? order.length)));
    return [...rest.slice(0, at), ...moved, ...rest.slice(at)];
  });
  return withPinnedLanes(scenario, lanes);
}

/** Back to "any lane". */
export function unpinTransactions(scenario: Scenario, ids: readonly TxId[]): Scenario {
  const freed = new Set(ids);
  return withPinnedLanes(
    scenario,
    cardsOnLanes(scenario).map((order) => order.filter((id) => !freed.has(id))),
  );
}

export function clearPins(scenario: Scenario): Scenario {
  return { ...scenario, pins: {}, laneOrder: [] };
}

/** Like cards to players: transaction i on lane i mod lanes, in block order. */
export function dealRoundRobin(scenario: Scenario): Scenario {
  const { lanes } = scenario.settings;
  const dealt = Array.from({ length: lanes }, (_, lane) =>
    scenario.transactions.filter((_tx, index) => index % lanes === lane).map((tx) => tx.id),
  );
  return withPinnedLanes(scenario, dealt);
}

/**
 * Wave by wave (level in the dependency graph), each transaction to the lane with the least gas so far. A list schedule by
 * hand: no lane order contradicts a dependency, as waves never fall along a lane. Not the best schedule, only a good start.
 */
export function packByWaves(scenario: Scenario, wave: readonly number[], gas: readonly number[]): Scenario {
  const load = Array.from({ length: scenario.settings.lanes }, () => 0);
  const lanes: TxId[][] = load.map(() => []);
  const order = scenario.transactions.map((_, index) => index);
  order.sort((a, b) => (wave[a] ?? 0) - (wave[b] ?? 0) || (gas[b] ?? 0) - (gas[a] ?? 0) || a - b);
  for (const index of order) {
    let lane = 0;
    for (let other = 1; other < load.length; other++) if ((load[other] ?? 0) < (load[lane] ?? 0)) lane = other;
    load[lane] = (load[lane] ?? 0) + (gas[index] ?? 0);
    const tx = scenario.transactions[index];
    if (tx) lanes[lane]?.push(tx.id);
  }
  return withPinnedLanes(scenario, lanes);
}

/** Another number of lanes; cards on lanes that go away are unpinned. */
export function setLanes(scenario: Scenario, lanes: number): Scenario {
  if (!Number.isInteger(lanes) || lanes < 1) throw new RangeError(`expected at least 1 lane, got ${lanes}`);
  return withConsistentPins({ ...scenario, settings: { ...scenario.settings, lanes } });
}
