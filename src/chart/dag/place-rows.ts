import type { Layers } from './order-columns.ts';

export interface RowInput extends Layers {
  /** Vertical room of each vertex: two neighbours stand half of each apart. */
  readonly room: (vertex: number) => number;
  /** Pull of a vertex towards its wish: the critical path pulls hard, so that it runs straight. */
  readonly weight: (vertex: number) => number;
  /** Places are rounded to multiples of it. */
  readonly grid: number;
  /** Vertices that have a place already, and aren't in `layers`. */
  readonly fixed: ReadonlyMap<number, number>;
}

/** Pull of a vertex that has no neighbour to be level with. */
const IDLE = 0.01;

/**
 * The y (of the middle) of each vertex: level with its neighbours as far as order and room allow. Forth, back and forth again;
 * in each layer the places nearest to the wishes, in the sense of least squares, are found exactly by pooling adjacent
 * violators (Ayer et al. 1955), in linear time.
 */
export function placeRows({ layers, before, after, room, weight, grid, fixed }: RowInput): Map<number, number> {
  const y = new Map(fixed);
  for (const layer of layers) {
    let next = 0;
    for (const v of layer) {
      y.set(v, next + room(v) / 2);
      next += room(v);
    }
  }
  const settle = (layer: readonly number[], neighbours: Layers['before']) => {
    const wishes = layer.map((v) => {
      const near = (neighbours[v] as readonly number[]).filter((w) => y.has(w));
      if (near.length === 0) return { at: y.get(v) as number, weight: IDLE };
      return { at: middle(near.map((w) => y.get(w) as number)), weight: weight(v) };
    });
    const placed = spreadApart(wishes, layer.map(room));
    layer.forEach((v, i) => {
      y.set(v, Math.round((placed[i] as number) / grid) * grid);
    });
  };
  for (const layer of layers) settle(layer, before);
  for (const layer of [...layers].reverse()) settle(layer, after);
  for (const layer of layers) settle(layer, before);
  return y;
}

function middle(values: number[]): number {
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  const high = values[half] as number;
  return values.length % 2 === 1 ? high : ((values[half - 1] as number) + high) / 2;
}

/** Places nearest to the wishes, in the given order and at least half of both rooms apart. */
export function spreadApart(
  wishes: readonly { readonly at: number; readonly weight: number }[],
  rooms: readonly number[],
): number[] {
  // Subtracting the room that must lie before each turns "apart" into "rising".
  const offsets: number[] = [];
  let offset = 0;
  rooms.forEach((room, i) => {
    if (i > 0) offset += ((rooms[i - 1] as number) + room) / 2;
    offsets.push(offset);
  });
  const pools: { sum: number; weight: number; count: number }[] = [];
  wishes.forEach((wish, i) => {
    let pool = { sum: (wish.at - (offsets[i] as number)) * wish.weight, weight: wish.weight, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.weight >= pool.sum / pool.weight; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  return pools
    .flatMap(({ sum, weight, count }) => new Array<number>(count).fill(sum / weight))
    .map((at, i) => at + (offsets[i] as number));
}
