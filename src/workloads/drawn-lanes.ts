import type { Scenario } from '../model/scenario.ts';

export interface DrawnLanes {
  /** [transaction, lane], for those pinned. */
  readonly pins: [number, number][];
  /** For the `lanes` engine: each transaction in exactly one lane, in the order in which that lane runs them. */
  readonly drawn: number[][];
}

/**
 * Where each transaction goes when the lanes are the user's. Pinned ones in their lane, in the order drawn. The others
 * are dealt in block order, each to the lane that has the fewest transactions so far (the first of them), which is round robin
 * when nothing is pinned; within its lane, one stands before the first drawn transaction with a higher index. So lanes that are
 * drawn in block order stay in block order, and dealing never makes a cycle of its own.
 *
 * A pin to a lane that doesn't exist counts as none.
 */
export function drawnLanes(scenario: Scenario): DrawnLanes {
  const lanes = Math.max(1, scenario.settings.lanes);
  const indexOf = new Map(scenario.transactions.map(({ id }, i) => [id, i]));
  const pins: [number, number][] = [];
  const laneOf = new Map<number, number>();
  scenario.transactions.forEach(({ id }, i) => {
    const lane = scenario.pins[id];
    if (lane === undefined || !Number.isInteger(lane) || lane < 0 || lane >= lanes) return;
    pins.push([i, lane]);
    laneOf.set(i, lane);
  });

  const drawn: number[][] = Array.from({ length: lanes }, () => []);
  const placed = new Set<number>();
  const place = (tx: number, lane: number) => {
    placed.add(tx);
    drawn[lane]?.push(tx);
  };
  scenario.laneOrder.slice(0, lanes).forEach((ids, lane) => {
    for (const id of ids) {
      const tx = indexOf.get(id);
      if (tx !== undefined && !placed.has(tx) && (laneOf.get(tx) ?? lane) === lane) place(tx, lane);
    }
  });
  for (const [tx, lane] of pins) if (!placed.has(tx)) place(tx, lane);

  const count = drawn.map((order) => order.length);
  const dealt: number[][] = drawn.map(() => []);
  for (let tx = 0; tx < scenario.transactions.length; tx++) {
    if (placed.has(tx)) continue;
    let lane = 0;
    for (let other = 1; other < lanes; other++) if ((count[other] ?? 0) < (count[lane] ?? 0)) lane = other;
    count[lane] = (count[lane] ?? 0) + 1;
    dealt[lane]?.push(tx);
  }
  return { pins, drawn: drawn.map((order, lane) => mergeInBlockOrder(order, dealt[lane] ?? [])) };
}

/** `dealt` rises; each of it goes before the first of `drawn` that is higher. */
function mergeInBlockOrder(drawn: readonly number[], dealt: readonly number[]): number[] {
  const merged: number[] = [];
  let next = 0;
  for (const tx of drawn) {
    while (next < dealt.length && (dealt[next] ?? 0) < tx) merged.push(dealt[next++] ?? 0);
    merged.push(tx);
  }
  return [...merged, ...dealt.slice(next)];
}
