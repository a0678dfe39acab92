import { countCrossings } from './crossings.ts';

/** Vertices in layers, with edges between neighbouring layers only: the form that ordering and placing work on. */
export interface Layers {
  /** Vertices of each layer, from top to bottom. */
  readonly layers: readonly (readonly number[])[];
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
  const isLoose = (v: number): boolean => before[v]?.length === 0 && after[v]?.length === 0;
  /** By vertex: where it stands in its layer, 0 to 1, and what its layer is sorted by. Flat, as this is where the time goes. */
  const place = new Float64Array(before.length);
  const key = new Float64Array(before.length);
  const sort = (layer: number[]): void => {
    // Vertices of equal key keep their order.
    layer.sort((a, b) => (key[a] as number) - (key[b] as number));
    for (let i = 0; i < layer.length; i++) place[layer[i] as number] = (i + 0.5) / layer.length;
  };

  const current = layers.map((layer) => [...layer]);
  for (const layer of current) {
    for (const v of layer) key[v] = isLoose(v) ? 1 : 0;
    sort(layer);
  }
  let best = current.map((layer) => [...layer]);
  let fewest = countCrossings({ layers: current, before, after });
  for (let sweep = 0; sweep < MOST_SWEEPS && fewest > 0; sweep++) {
    const forth = sweep % 2 === 0;
    const neighbours = forth ? before : after;
    for (let step = 1; step < current.length; step++) {
      const layer = current[forth ? step : current.length - 1 - step] as number[];
      for (const v of layer) {
        key[v] = isLoose(v) ? 2 : (medianOf(neighbours[v] as readonly number[], place) ?? (place[v] as number));
      }
      sort(layer);
    }
    const crossings = countCrossings({ layers: current, before, after });
    if (crossings < fewest) {
      fewest = crossings;
      best = current.map((layer) => [...layer]);
    }
  }
  return best;
}

/** Middle of the neighbours' places, the mean of the two middle ones for an even count; null without neighbours. */
function medianOf(neighbours: readonly number[], place: Float64Array): number | null {
  if (neighbours.length === 0) return null;
  if (neighbours.length === 1) return place[neighbours[0] as number] as number;
  const places = Float64Array.from(neighbours, (v) => place[v] as number).sort();
  const middle = places.length >> 1;
  const high = places[middle] as number;
  return places.length % 2 === 1 ? high : ((places[middle - 1] as number) + high) / 2;
}
