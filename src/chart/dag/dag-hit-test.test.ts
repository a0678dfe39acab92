import { describe, expect, it } from 'vitest';
import { arrangeDag } from './arrange-dag.ts';
import { hitTestDag } from './dag-hit-test.ts';
import type { DagNode } from './dag-layout.ts';
import { neighbourNode } from './dag-steps.ts';
import { layoutDag } from './layout-dag.ts';
import { drawGraph } from './test-graphs.ts';

const graph = drawGraph(5, [
  [0, 1],
  [1, 2],
  [0, 3],
  [0, 4, 'WAW'],
]);
const layout = layoutDag(arrangeDag(graph, [0, 0, 0, 0, 0]), { width: 760, height: 300 });
const node = (i: number) => layout.nodes[i] as DagNode;
const all = () => true;

describe('hitTestDag', () => {
  it('finds a node', () => {
    for (const i of layout.nodes.keys()) {
      expect(hitTestDag(layout, all, node(i).x + 5, node(i).y + 5, 6)).toEqual({ kind: 'node', node: i });
    }
  });

  it('finds the link between two nodes, and none where it is far or hidden', () => {
    const x = (node(0).x + node(0).width + node(1).x) / 2;
    // A bend passes through the middle between its ends.
    const y = (node(0).y + node(1).y + node(0).height) / 2;
    expect(hitTestDag(layout, all, x, y + 3, 6)).toEqual({
      kind: 'link',
      link: layout.links.findIndex((l) => l.to === 1),
    });
    expect(hitTestDag(layout, () => false, x, y + 3, 6)).toBeNull();
    expect(hitTestDag(layout, all, x, y - 60, 6)).toBeNull();
  });
});

describe('neighbourNode', () => {
  it('follows dependencies, the critical path first', () => {
    expect(neighbourNode(layout, null, 'right')).toBe(0);
    expect(neighbourNode(layout, 0, 'right')).toBe(1);
    expect(neighbourNode(layout, 1, 'right')).toBe(2);
    expect(neighbourNode(layout, 2, 'right')).toBeNull();
    expect(neighbourNode(layout, 3, 'left')).toBe(0);
  });

  it('goes to the nearest node of the next wave where no dependency leads on', () => {
    expect(neighbourNode(layout, 4, 'right')).toBe(3);
  });

  it('moves within a wave', () => {
    expect(neighbourNode(layout, 0, 'down')).toBe(4);
    expect(neighbourNode(layout, 4, 'up')).toBe(0);
    expect(neighbourNode(layout, 0, 'up')).toBeNull();
  });
});
