import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DagLayout, DagNode } from './dag-layout.ts';
import type { ConflictGraph } from '../../model/graph.ts';
import { arrangeDag } from './arrange-dag.ts';
import { layoutDag } from './layout-dag.ts';
import { drawGraph, generateGraph } from './test-graphs.ts';

const room = { width: 760, height: 330 };
const layoutPlain = (graph: ConflictGraph) => layoutDag(arrangeDag(graph, new Array(graph.transactions).fill(0)), room);

/** The chains of the first example: 2→3→7 is critical. */
const MIXED = drawGraph(12, [
  [0, 9],
  [1, 8],
  [2, 3],
  [3, 7],
  [4, 10],
  [5, 6],
  [6, 11],
]);

const middle = (node: DagNode | undefined) => (node ? node.y + node.height / 2 : Number.NaN);
const overlap = (a: DagNode, b: DagNode) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function expectSound(layout: DagLayout): void {
  const { nodes, columns, width, height } = layout;
  for (const [i, node] of nodes.entries()) {
    const column = columns[node.column];
    expect(node.x).toBeGreaterThanOrEqual(column?.x ?? Infinity);
    expect(node.x + node.width).toBeLessThanOrEqual((column?.x ?? 0) + (column?.width ?? 0) + 1e-9);
    expect(node.y).toBeGreaterThanOrEqual(0);
    expect(node.y + node.height).toBeLessThanOrEqual(height);
    for (const other of nodes.slice(i + 1)) expect(overlap(node, other)).toBe(false);
  }
  expect(columns.reduce((sum, column) => sum + column.width, 0)).toBeCloseTo(width);
}

describe('layoutDag', () => {
  it('puts each wave into a column and lets chains run straight', () => {
    const layout = layoutPlain(MIXED);
    expect(layout.columns.map((c) => c.transactions)).toEqual([5, 5, 2]);
    expect(layout.nodes.map((n) => n.column)).toEqual([0, 0, 0, 1, 0, 0, 1, 2, 1, 1, 1, 2]);
    for (const link of layout.links) expect(middle(layout.nodes[link.from])).toBe(middle(layout.nodes[link.to]));
    expectSound(layout);
  });

  it('names the critical path', () => {
    const layout = layoutPlain(MIXED);
    expect(layout.nodes.flatMap((node, i) => (node.critical ? [i] : []))).toEqual([...MIXED.criticalPath]);
    const critical = layout.links.filter((link) => link.critical).map(({ from, to }) => `${from}→${to}`);
    expect(critical).toEqual(MIXED.criticalPath.slice(1).map((tx, i) => `${MIXED.criticalPath[i]}→${tx}`));
  });

  it('leads a long dependency past the nodes between', () => {
    // 0→1→2 and 0→2 directly: the direct link must not run through 1.
    const layout = layoutPlain(
      drawGraph(3, [
        [0, 1],
        [1, 2],
        [0, 2],
      ]),
    );
    const link = layout.links.find(({ from, to }) => from === 0 && to === 2);
    const between = layout.nodes[1] as DagNode;
    expect(link?.curve).toHaveLength(2 + 3 * 6);
    const [passY] = (link?.curve ?? []).slice(7);
    expect(passY === undefined || passY < between.y || passY > between.y + between.height).toBe(true);
  });

  it('breaks a tall wave into stacks rather than a thread', () => {
    const layout = layoutPlain(drawGraph(200, []));
    expect(layout.columns).toHaveLength(1);
    expect(new Set(layout.nodes.map((node) => node.x)).size).toBeGreaterThan(8);
    expect(layout.width / layout.height).toBeGreaterThan(1);
    expectSound(layout);
  });

  it('draws WAR and WAW too, wherever they lead, and lets them decide nothing', () => {
    const layout = layoutPlain(
      drawGraph(3, [
        [0, 1],
        [0, 2, 'WAW'],
        [1, 2, 'WAR'],
      ]),
    );
    expect(layout.nodes.map((node) => node.column)).toEqual([0, 1, 0]);
    expect(layout.links.map(({ from, to, kind }) => `${from}→${to} ${kind}`)).toEqual([
      '0→1 RAW',
      '0→2 WAW',
      '1→2 WAR',
    ]);
    for (const link of layout.links) expect(link.curve.every(Number.isFinite)).toBe(true);
  });

  it('groups by wave and colour above the limit, and loses no transaction and no conflict', () => {
    const graph = generateGraph(2000, 150, 1);
    const colors = graph.gas.map((_, tx) => tx % 3);
    const layout = layoutDag(arrangeDag(graph, colors), room);
    expect(layout.grouped).toBe(true);
    expect(layout.nodes.flatMap((node) => node.txs).sort((a, b) => a - b)).toEqual(graph.gas.map((_, tx) => tx));
    for (const node of layout.nodes) {
      expect(new Set(node.txs.map((tx) => colors[tx]))).toEqual(new Set([node.color]));
      const { firstWave = -1, lastWave = -1 } = layout.columns[node.column] ?? {};
      expect(node.txs.every((tx) => (graph.wave[tx] ?? -1) >= firstWave && (graph.wave[tx] ?? -1) <= lastWave)).toBe(
        true,
      );
    }
    const between = graph.edges.filter((edge) => layout.nodeOf[edge.from] !== layout.nodeOf[edge.to]);
    expect(layout.links.reduce((sum, link) => sum + link.edges.length, 0)).toBe(between.length);
    expectSound(layout);
  });

  it('folds a very long chain into bands of waves', () => {
    const chain = drawGraph(
      3000,
      Array.from({ length: 2999 }, (_, i) => [i, i + 1] as const),
    );
    const layout = layoutPlain(chain);
    expect(layout.columns.length).toBeLessThanOrEqual(120);
    expect(layout.columns[0]).toMatchObject({ firstWave: 0, lastWave: 24, transactions: 25 });
  });

  it('is sound for any graph', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer(),
        (transactions, slots, seed) => {
          const graph = generateGraph(transactions, slots, seed);
          const layout = layoutPlain(graph);
          expect(layout.nodes).toHaveLength(transactions);
          expect(layout.nodes.map((node) => node.column)).toEqual(graph.wave);
          expect(layout.links).toHaveLength(graph.edges.length);
          for (const link of layout.links) expect(link.curve.every(Number.isFinite)).toBe(true);
          expectSound(layout);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('is the same in a room whether or not it has been in another one before', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer(),
        fc.array(fc.record({ width: fc.integer({ min: 80, max: 2000 }), height: fc.integer({ min: 60, max: 900 }) }), {
          minLength: 2,
          maxLength: 4,
        }),
        (transactions, seed, rooms) => {
          const graph = generateGraph(transactions, 8, seed);
          const arranged = arrangeDag(graph, graph.wave);
          for (const one of rooms)
            expect(layoutDag(arranged, one)).toEqual(layoutDag(arrangeDag(graph, graph.wave), one));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has nothing to draw for an empty block', () => {
    expect(layoutPlain(drawGraph(0, []))).toMatchObject({
      nodes: [],
      links: [],
      columns: [],
      width: 0,
      height: 0,
    });
  });
});
