import { countCrossings } from './crossings.ts';

/** Vertices in layers, with edges between neighbouring layers only: the form that ordering and placing work on. */
export interface Layers {
  /** Vertices of each layer, from top to bottom. */
  readonly layers: readonly number[][];
  /** Neighbours of each vertex in the layer before, and in the layer after. */
  readonly before: readonly (readonly number[])[];
  readonly after: readonly (readonly number[])[];
}

const MOST_SWEEPS = 6;

/**
 * Reorders each layer so that few edges cross: vertices go to the median of their neighbours' places, forth and back (Eades
 * and Wormald 1994), and the best of the orders met is kept. A vertex without any edge goes last. Each sweep costs
 * about edges × log.
 */
export function orderColumns({ layers, before, after }: Layers): number[][] {
  let current = layers.map((layer) => sorted(layer, (v) => (isLoose(v, before, after) ? 1 : 0)));
  let best = current;
  let fewest = countCrossings({ layers: current, before, after });
  for (let sweep = 0; sweep < MOST_SWEEPS && fewest > 0; sweep++) {
    const forth = sweep % 2 === 0;
    const next = current.map((layer) => layer);
    const place = new Map<number, number>();
    const note = (layer: readonly number[]) => {
      for (const [i, v] of layer.entries()) place.set(v, (i + 0.5) / layer.length);
    };
    for (const layer of next) note(layer);
    for (let step = 1; step < next.length; step++) {
      const at = forth ? step : next.length - 1 - step;
      const layer = next[at] as number[];
      const neighbours = forth ? before : after;
      next[at] = sorted(layer, (v) => {
        if (isLoose(v, before, after)) return 2;
        return medianOf(neighbours[v] as readonly number[], place) ?? (place.get(v) as number);
      });
      note(next[at] as number[]);
    }
    current = next;
    const crossings = countCrossings({ layers: current, before, after });
    if (crossings < fewest) {
      fewest = crossings;
      best = current;
    }
  }
  return best;
}

function isLoose(vertex: number, before: Layers['before'], after: Layers['after']): boolean {
  return before[vertex]?.length === 0 && after[vertex]?.length === 0;
}

/** Sorted by key; vertices of equal key keep their order. */
function sorted(vertices: readonly number[], keyOf: (vertex: number) => number): number[] {
  const keys = new Map(vertices.map((v) => [v, keyOf(v)]));
  return [...vertices].sort((a, b) => (keys.get(a) as number) - (keys.get(b) as number));
}

/** Middle of the neighbours' places, the mean of the two middle ones for an even count; null without neighbours. */
function medianOf(neighbours: readonly number[], place: ReadonlyMap<number, number>): number | null {
  if (neighbours.length === 0) return null;
  const places = neighbours.map((v) => place.get(v) as number).sort((a, b) => a - b);
  const middle = places.length >> 1;
  const high = places[middle] as number;
  return places.length % 2 === 1 ? high : ((places[middle - 1] as number) + high) / 2;
}
