import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCrossings } from './crossings.ts';
import { type Layers, orderColumns } from './order-columns.ts';

/** Layers of the given sizes, numbered through, with these edges. */
function layersOf(sizes: readonly number[], edges: readonly (readonly [number, number])[]): Layers {
  let next = 0;
  const layers = sizes.map((size) => Array.from({ length: size }, () => next++));
  const before: number[][] = Array.from({ length: next }, () => []);
  const after: number[][] = Array.from({ length: next }, () => []);
  for (const [a, b] of edges) {
    after[a]?.push(b);
    before[b]?.push(a);
  }
  return { layers, before, after };
}

function crossingsByComparison({ layers, after }: Layers): number {
  let count = 0;
  for (const [l, layer] of layers.entries()) {
    const lower = layers[l + 1] ?? [];
    const ends = layer.flatMap((v, i) => (after[v] ?? []).map((w) => [i, lower.indexOf(w)] as const));
    for (const [i, a] of ends.entries()) {
      for (const b of ends.slice(i + 1)) if ((a[0] - b[0]) * (a[1] - b[1]) < 0) count++;
    }
  }
  return count;
}

const randomLayers = fc
  .record({
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat()), { maxLength: 25 }),
  })
  .map(({ sizes, picks }) => {
    const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((a, b) => a + b, 0));
    const edges = picks.map(([l, a, b]) => {
      const layer = l % (sizes.length - 1);
      const from = (starts[layer] as number) + (a % (sizes[layer] as number));
      return [from, (starts[layer + 1] as number) + (b % (sizes[layer + 1] as number))] as const;
    });
    return layersOf(sizes, [...new Map(edges.map((edge) => [edge.join(), edge])).values()]);
  });

describe('countCrossings', () => {
  it('counts as comparing all pairs does', () => {
    fc.assert(fc.property(randomLayers, (layers) => countCrossings(layers) === crossingsByComparison(layers)));
  });
});

describe('orderColumns', () => {
  it('untangles what can be untangled', () => {
    const crossed = layersOf(
      [3, 3],
      [
        [0, 5],
        [1, 4],
        [2, 3],
      ],
    );
    expect(countCrossings(crossed)).toBe(3);
    expect(countCrossings({ ...crossed, layers: orderColumns(crossed) })).toBe(0);
  });

  it('puts vertices without edges last', () => {
    expect(orderColumns(layersOf([3, 1], [[1, 3]]))).toEqual([[1, 0, 2], [3]]);
  });

  it('keeps every vertex in its layer and never crosses more than before', () => {
    fc.assert(
      fc.property(randomLayers, (layers) => {
        const order = orderColumns(layers);
        expect(order.map((layer) => [...layer].sort((a, b) => a - b))).toEqual(layers.layers);
        const loose = (v: number) => layers.before[v]?.length === 0 && layers.after[v]?.length === 0;
        expect(countCrossings({ ...layers, layers: order })).toBeLessThanOrEqual(countCrossings(layers));
        for (const layer of order) {
          const from = layer.findIndex(loose);
          if (from >= 0) expect(layer.slice(from).every(loose)).toBe(true);
        }
      }),
    );
  });
});
