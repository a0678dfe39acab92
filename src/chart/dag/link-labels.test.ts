import { describe, expect, it } from 'vitest';
import { sixPxPerLetter } from '../test-drawing.ts';
import { arrangeDag } from './arrange-dag.ts';
import { layoutDag } from './layout-dag.ts';
import { placeLinkLabels } from './link-labels.ts';
import { drawGraph, generateGraph } from './test-graphs.ts';

const panel = { width: 760, height: 300 };
const label = (graph: ReturnType<typeof drawGraph>, texts: readonly string[], zoom = 1) => {
  const layout = layoutDag(
    arrangeDag(
      graph,
      graph.wave.map(() => 0),
    ),
    panel,
  );
  const labels = placeLinkLabels({
    layout,
    view: { zoom, x: 0, y: 0 },
    ...panel,
    visible: () => true,
    textsOf: () => texts,
    measure: sixPxPerLetter,
    font: '',
    lineHeight: 15,
  });
  return { layout, labels };
};

describe('placeLinkLabels', () => {
  it('writes on the middle of a link', () => {
    const { layout, labels } = label(drawGraph(2, [[0, 1]]), ['pool.reserve0']);
    const [from, to] = layout.nodes;
    expect(labels).toHaveLength(1);
    expect(labels[0]?.x).toBeCloseTo(((from?.x ?? 0) + (from?.width ?? 0) + (to?.x ?? 0)) / 2);
    expect(labels[0]?.text).toBe('pool.reserve0');
  });

  it('takes a shorter text where the longer has no room, or none', () => {
    const graph = drawGraph(2, [[0, 1]]);
    expect(label(graph, ['w'.repeat(60), 'short']).labels.map(({ text }) => text)).toEqual(['short']);
    expect(label(graph, ['w'.repeat(60)]).labels).toEqual([]);
  });

  it('fades out where nodes are small', () => {
    expect(label(drawGraph(2, [[0, 1]]), ['a'], 0.5).labels).toEqual([]);
  });

  it('never lets names touch each other or a node', () => {
    for (let seed = 0; seed < 10; seed++) {
      const { layout, labels } = label(generateGraph(30, 12, seed), ['slot']);
      const boxes = labels.map(({ x, y }) => ({ left: x - 12, right: x + 12, top: y - 7.5, bottom: y + 7.5 }));
      const nodes = layout.nodes.map((n) => ({ left: n.x, right: n.x + n.width, top: n.y, bottom: n.y + n.height }));
      for (const [i, a] of boxes.entries()) {
        for (const b of [...boxes.slice(i + 1), ...nodes]) {
          expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
        }
      }
    }
  });
});
