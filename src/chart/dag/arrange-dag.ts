import type { ConflictGraph } from '../../model/graph.ts';
import { GROUP_ABOVE } from './dag-layout.ts';
import { toUnits, type Units } from './dag-units.ts';
import { orderColumns } from './order-columns.ts';
import { type LayersWithWaypoints, toLayers } from './to-layers.ts';

/** Layers, and the vertices of each from top to bottom so that few links cross. */
export interface Ordered extends LayersWithWaypoints {
  readonly order: readonly (readonly number[])[];
}

/** What of a layout depends on the graph and hardly on the room: what takes the longest. */
export interface DagArrangement {
  readonly units: Units;
  /** Nodes stand for several transactions each. */
  readonly grouped: boolean;
  /** With at most so many waypoints in a column. Found once while it is asked for with the same number. */
  ordered(mostWaypoints: number): Ordered;
}

/** `colors`: of each transaction, 0 to 7. Above `groupAbove` transactions the picture is grouped. */
export function arrangeDag(
  graph: ConflictGraph,
  colors: readonly number[],
  groupAbove: number = GROUP_ABOVE,
): DagArrangement {
  const grouped = graph.transactions > groupAbove;
  const units = toUnits(graph, colors, grouped);
  let last: { readonly most: number; readonly ordered: Ordered } | null = null;
  return {
    units,
    grouped,
    ordered(most) {
      if (last?.most !== most) {
        const layered = toLayers(units, most);
        last = { most, ordered: { ...layered, order: orderColumns(layered.layers) } };
      }
      return last.ordered;
    },
  };
}
