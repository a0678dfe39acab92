import { describe, expect, it } from 'vitest';
import { createRecordingContext, sixPxPerLetter, TEST_HATCHES, TEST_TOKENS } from '../test-drawing.ts';
import type { DagNode } from './dag-layout.ts';
import { arrangeDag } from './arrange-dag.ts';
import { drawDagBackdrop, drawDagNode, type NodeLook } from './draw-dag.ts';
import { layoutDag } from './layout-dag.ts';
import { drawGraph } from './test-graphs.ts';
import { STATUSES, statusOfGroup } from '../tx-marks.ts';

const view = { zoom: 1, x: 0, y: 0 };
const graph = drawGraph(3, [
  [0, 1],
  [0, 2, 'WAW'],
]);
const layout = layoutDag(arrangeDag(graph, [2, 2, 3]), { width: 760, height: 300 });
const look: NodeLook = { status: 'ready', done: 0, lit: 'lit', selected: false, focused: false };

function drawNode(change: Partial<NodeLook>, zoom = 1): string[] {
  const { context, calls } = createRecordingContext();
  const picture = {
    node: layout.nodes[0] as DagNode,
    look: { ...look, ...change },
    name: null,
    view: { ...view, zoom },
  };
  drawDagNode(context, picture, TEST_TOKENS, TEST_HATCHES, sixPxPerLetter);
  return calls.map((call) =>
    call
      .replace(/ -?[\d.]+ -?[\d.]+ /, ' ')
      .replace(/ roundRect\(.*\)/, '')
      .replace(/(fillRect \w+) .*/, '$1'),
  );
}

describe('drawDagNode', () => {
  it('has room for the sign beside three digits at the zoom that a long block opens with', () => {
    const long = layoutDag(arrangeDag(drawGraph(121, [[0, 120]]), []), { width: 760, height: 300 });
    const last = long.nodes.find(({ txs }) => txs[0] === 120) as DagNode;
    const { context, calls } = createRecordingContext();
    drawDagNode(
      context,
      { node: last, look: { ...look, status: 'waiting' }, name: null, view: { ...view, zoom: 0.8 } },
      TEST_TOKENS,
      TEST_HATCHES,
      // About what a bold digit of the page's font takes.
      (text) => text.length * 7.5,
    );
    const texts = calls.filter((call) => call.startsWith('fillText')).map((call) => call.split('"')[1]);
    expect(texts).toEqual(['120', '…']);
  });

  it('has a sign for numbers of one length or for none of them, whatever digits and statuses they have', () => {
    const graphOf8 = layoutDag(arrangeDag(drawGraph(8, []), []), { width: 760, height: 300 });
    for (let zoom = 0.5; zoom < 1; zoom += 0.02) {
      const shown = graphOf8.nodes.map((node, i) => {
        const { context, calls } = createRecordingContext();
        const status = STATUSES[i % STATUSES.length] ?? 'ready';
        // Digits and signs as wide as they differ in the page's font, and some.
        const widthOf = (text: string): number => (text === '1' ? 4 : text === '·' ? 3 : text === '○' ? 9 : 8);
        drawDagNode(
          context,
          { node, look: { ...look, status }, name: null, view: { ...view, zoom } },
          TEST_TOKENS,
          TEST_HATCHES,
          widthOf,
        );
        return calls.filter((call) => call.startsWith('fillText')).length;
      });
      expect(new Set(shown).size, `zoom ${zoom}`).toBe(1);
    }
  });

  it('shows the status by a sign and by the shape', () => {
    expect(Object.fromEntries(STATUSES.map((status) => [status, drawNode({ status })]))).toEqual({
      ready: [
        'fill bg',
        'stroke orange alpha 0.6',
        'fill orange',
        'fillRect critical',
        'fillText "0" text',
        'fillText "·" dim',
      ],
      waiting: [
        'fill bg',
        'stroke orange alpha 0.6',
        'fill orange',
        'fillRect critical',
        'fillText "0" text',
        'fillText "…" dim',
      ],
      executing: [
        'fill orange',
        'stroke orange',
        'fill orange',
        'fillRect critical',
        'fillText "0" on-2',
        'fillText "▸" on-2',
      ],
      executed: [
        'fill bg',
        'stroke orange',
        'fill orange',
        'fillRect critical',
        'fillText "0" text',
        'fillText "○" dim',
      ],
      aborted: [
        'fill bg',
        'fill hatched orange',
        'stroke bad',
        'fill orange',
        'fillRect critical',
        'fillRect bg',
        'fillText "0" text',
        'fillText "×" bad',
      ],
      committed: [
        'fill bg',
        'stroke orange',
        'fill orange',
        'fillRect critical',
        'fillText "0" text',
        'fillText "✓" good',
      ],
    });
  });

  it('marks the critical path under its nodes', () => {
    expect((layout.nodes[0] as DagNode).critical).toBe(true);
    expect(drawNode({})).toContain('fillRect critical');
  });

  it('shows less the smaller it is', () => {
    expect(drawNode({ status: 'committed' }, 0.45).filter((call) => call.startsWith('fillText'))).toEqual([
      'fillText "0" text',
    ]);
    expect(drawNode({ status: 'committed' }, 0.3).some((call) => call.startsWith('fillText'))).toBe(false);
    expect(drawNode({ status: 'committed' }, 0.1)).toHaveLength(1);
  });

  it('rings what has the focus and dims what is not lit', () => {
    expect(drawNode({ focused: true })).toContain('stroke accent');
    expect(drawNode({ lit: 'faint' })[0]).toBe('fill bg alpha 0.5');
  });
});

describe('drawDagBackdrop', () => {
  const draw = (kinds: readonly string[]) => {
    const { context, calls } = createRecordingContext();
    const backdrop = {
      layout,
      view,
      width: 760,
      height: 300,
      visible: (kind: string) => kinds.includes(kind),
      labels: [{ link: 0, x: 100, y: 50, text: 'pool.reserve0' }],
      litLink: null,
    };
    drawDagBackdrop(context, backdrop, TEST_TOKENS, sixPxPerLetter);
    return calls;
  };

  it('heads each column with its wave', () => {
    expect(draw(['RAW']).flatMap((call) => /"(wave.*)"/.exec(call)?.[1] ?? [])).toEqual([
      'wave 1 · 2 tx',
      'wave 2 · 1 tx',
    ]);
  });

  it('draws the critical path in its colour, with its location', () => {
    const calls = draw(['RAW']);
    expect(calls.filter((call) => call.startsWith('stroke critical'))).toHaveLength(1);
    expect(calls).toContain('fillText "pool.reserve0" 100 50.5 critical');
  });

  it('draws WAW only when asked', () => {
    const strokes = (kinds: readonly string[]) => draw(kinds).filter((call) => call.startsWith('stroke')).length;
    expect(strokes(['RAW', 'WAW'])).toBe(strokes(['RAW']) + 1);
  });
});

describe('statusOfGroup', () => {
  it('shows what goes on, then trouble, then what is left', () => {
    const none = { ready: 0, waiting: 0, executing: 0, executed: 0, aborted: 0, committed: 0 };
    expect(statusOfGroup({ ...none, executing: 1, aborted: 3, committed: 90 })).toBe('executing');
    expect(statusOfGroup({ ...none, aborted: 1, ready: 5 })).toBe('aborted');
    expect(statusOfGroup({ ...none, executed: 1, committed: 5 })).toBe('executed');
    expect(statusOfGroup({ ...none, committed: 5 })).toBe('committed');
  });
});
