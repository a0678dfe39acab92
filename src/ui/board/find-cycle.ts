import type { ConflictEdge } from '../../model/graph.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';

/**
 * A cycle between the order drawn on the lanes and the dependencies (RAW edges), or null: what the `lanes` engine would
 * refuse. Each transaction waits for the next in the list, the last for the first. Linear in cards and edges.
 */
export function findCycle(
  lanes: readonly (readonly TxIndex[])[],
  edges: readonly ConflictEdge[],
): readonly TxIndex[] | null {
  const waitsFor = new Map<number, number[]>();
  const wait = (tx: number, on: number): void => {
    const list = waitsFor.get(tx);
    if (list) list.push(on);
    else waitsFor.set(tx, [on]);
  };
  for (const lane of lanes) for (let i = 1; i < lane.length; i++) wait(lane[i] ?? 0, lane[i - 1] ?? 0);
  for (const edge of edges) if (edge.kind === 'RAW') wait(edge.to, edge.from);

  // Depth first, by hand: a chain may be thousands long. 1 = on the path, 2 = known to end.
  const state = new Map<number, 1 | 2>();
  for (const start of waitsFor.keys()) {
    if (state.has(start)) continue;
    const path = [{ tx: start, next: 0 }];
    state.set(start, 1);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const on = waitsFor.get(top.tx)?.[top.next++];
      if (on === undefined) {
        state.set(top.tx, 2);
        path.pop();
      } else if (state.get(on) === 1) {
        const from = path.findIndex(({ tx }) => tx === on);
        return path.slice(from).map(({ tx }) => txIndex(tx));
      } else if (!state.has(on)) {
        state.set(on, 1);
        path.push({ tx: on, next: 0 });
      }
    }
  }
  return null;
}
