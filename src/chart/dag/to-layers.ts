import type { Units } from './dag-units.ts';
import type { Layers } from './order-columns.ts';

export interface LayersWithWaypoints {
  readonly layers: Layers & { readonly columnOf: (vertex: number) => number };
  /** Link → the waypoints that it passes, from left to right. */
  readonly waypoints: ReadonlyMap<number, readonly number[]>;
}

/**
 * Units and dependencies as layers: a dependency over several columns gets a waypoint in each column between, so that it has a
 * lane of its own and doesn't run through other nodes. A column takes at most `most` waypoints: where there would be more, the
 * longest links go straight. WAR and WAW take no part, as they don't make the waves and may be hidden.
 */
export function toLayers({ units, links, columns }: Units, most: number): LayersWithWaypoints {
  const layers = columns.map((column) => [...column.units]);
  const columnOf = units.map((unit) => unit.column);
  const before: number[][] = units.map(() => []);
  const after: number[][] = units.map(() => []);
  const passing = columns.map(() => 0);
  const waypoints = new Map<number, number[]>();
  const join = (a: number, b: number) => {
    after[a]?.push(b);
    before[b]?.push(a);
  };
  const length = (i: number) => {
    const link = links[i];
    return link ? (columnOf[link.to] as number) - (columnOf[link.from] as number) : 0;
  };
  const dependencies = links.flatMap((link, i) => (link.kind === 'RAW' ? [i] : []));
  dependencies.sort(
    (a, b) => Number(links[b]?.critical) - Number(links[a]?.critical) || length(a) - length(b) || a - b,
  );
  for (const i of dependencies) {
    const { from, to } = links[i] as Units['links'][number];
    if (length(i) === 1) {
      join(from, to);
      continue;
    }
    const first = (columnOf[from] as number) + 1;
    const between = Array.from({ length: Math.max(0, length(i) - 1) }, (_, k) => first + k);
    if (between.length === 0 || between.some((column) => (passing[column] as number) >= most)) continue;
    let last = from;
    const path = between.map((column) => {
      const waypoint = columnOf.push(column) - 1;
      before.push([]);
      after.push([]);
      layers[column]?.push(waypoint);
      passing[column] = (passing[column] as number) + 1;
      join(last, waypoint);
      last = waypoint;
      return waypoint;
    });
    join(last, to);
    waypoints.set(i, path);
  }
  return { layers: { layers, before, after, columnOf: (vertex) => columnOf[vertex] as number }, waypoints };
}
