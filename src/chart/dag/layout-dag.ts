import type { DagArrangement } from './arrange-dag.ts';
import type { DagColumn, DagLayout, DagLink, DagNode, DagRoom } from './dag-layout.ts';
import type { Units } from './dag-units.ts';
import { curveBetween } from './link-curve.ts';
import { placeRows } from './place-rows.ts';
import { rowsBeforeWrap } from './wrap-columns.ts';

const NODE = { width: 60, height: 34 };
/** For each digit beyond two, so that the status's sign still fits beside the number at the zoom that the picture opens with. */
const DIGIT = 9;
const GROUP = { width: 92, height: 44 };
const ROW_GAP = 16;
/** Where many nodes must share the room. */
const NARROW = 8;
/** Room for a bend, and for a location's name. */
const LEAST_GAP = 52;
const MOST_GAP = 164;
/** Of a long link passing through a column, as a share of a row. */
const LANE = 0.25;
/** Places are multiples of this share of a row, so that rows line up across the picture. */
const GRID = 0.125;
/** Above the first row and below the last. */
const EDGE = 12;
const MARGIN = 14;
/** Groups have so many links that lanes of their own would crowd out the groups. */
const GROUP_WAYPOINTS = 3;
/** The critical path runs straight before others do. */
const CRITICAL_PULL = 8;
/** A link that passes columns runs straight before single nodes are level with their neighbours. */
const PASSING_PULL = 3;

/**
 * The conflict DAG as boxes and curves in the room there is. A column is a wave, so that a column *is* the earliest parallel step.
 * Cost grows with nodes and edges, times a logarithm.
 */
export function layoutDag({ units, grouped, ordered }: DagArrangement, panel: DagRoom): DagLayout {
  const size = grouped ? GROUP : nodeSize(units.unitOf.length);
  const counts = units.columns.map((column) => column.units.length);
  const room = panel.height - 2 * EDGE;
  // Rows move closer together before the picture has to be made smaller.
  const share = room / Math.max(1, ...counts);
  const pitch = Math.min(size.height + ROW_GAP, Math.max(size.height + NARROW, Math.floor(share)));
  const wrapAt = rowsBeforeWrap({
    counts,
    cellWidth: size.width + NARROW,
    cellHeight: pitch,
    gap: LEAST_GAP,
    width: panel.width - 2 * MARGIN,
    height: room,
  });
  const { layers, waypoints, order } = ordered(grouped ? GROUP_WAYPOINTS : Math.max(6, 2 * wrapAt));

  const count = units.units.length;
  const leading = new Set(units.links.filter((link) => link.kind === 'RAW').map((link) => link.from));
  const stacks = order.map((layer) =>
    toStacks(
      layer.filter((v) => v < count),
      (v) => leading.has(v),
      wrapAt,
    ),
  );
  const fixed = new Map<number, number>();
  for (const stack of stacks) {
    if (stack.length < 2) continue;
    for (const nodes of stack) {
      for (const [row, unit] of nodes.entries()) fixed.set(unit, (row + 0.5) * pitch);
    }
  }
  const y = placeRows({
    ...layers,
    layers: order.map((layer, i) => ((stacks[i] as number[][]).length > 1 ? [] : layer)),
    room: (v) => (v < count ? pitch : LANE * pitch),
    weight: (v) => (units.units[v]?.critical ? CRITICAL_PULL : v < count ? 1 : PASSING_PULL),
    grid: GRID * pitch,
    fixed,
  });

  const columns = placeColumns(
    units,
    stacks,
    size.width,
    panel.width / Math.min(1, room / (Math.min(wrapAt, Math.max(1, ...counts)) * pitch)),
  );
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [v, middle] of y) {
    const half = v < count ? size.height / 2 : 0;
    top = Math.min(top, middle - half);
    bottom = Math.max(bottom, middle + half);
  }
  const nodes: DagNode[] = new Array(count);
  stacks.forEach((stack, i) => {
    const { x, width } = columns[i] as DagColumn;
    const used = stack.length * (size.width + NARROW) - NARROW;
    stack.forEach((vertices, s) => {
      for (const v of vertices) {
        const unit = units.units[v];
        if (!unit) continue;
        nodes[v] = {
          txs: unit.txs,
          column: unit.column,
          color: unit.color,
          critical: unit.critical,
          x: x + (width - used) / 2 + s * (size.width + NARROW),
          y: EDGE + (y.get(v) as number) - top - size.height / 2,
          width: size.width,
          height: size.height,
        };
      }
    });
  });
  const links: DagLink[] = units.links.map((link, i) => {
    const passing = (waypoints.get(i) ?? [])
      .filter((v) => y.has(v))
      .map((v) => {
        const { x, width } = columns[layers.columnOf(v)] as DagColumn;
        return {
          left: x + width / 2 - size.width / 2,
          right: x + width / 2 + size.width / 2,
          y: EDGE + (y.get(v) as number) - top,
        };
      });
    return { ...link, curve: curveBetween(nodes[link.from] as DagNode, nodes[link.to] as DagNode, passing) };
  });
  const last = columns.at(-1);
  const width = last ? last.x + last.width : 0;
  return {
    grouped,
    nodes,
    links,
    columns,
    width,
    height: count === 0 ? 0 : bottom - top + 2 * EDGE,
    nodeOf: units.unitOf,
  };
}

/** A column's units as stacks, left to right. In a broken wave those with successors stand nearest to them, on the right. */
function toStacks(own: readonly number[], leads: (unit: number) => boolean, wrapAt: number): number[][] {
  if (own.length <= wrapAt) return [[...own]];
  const sorted = [...own.filter((v) => !leads(v)), ...own.filter(leads)];
  const rows = Math.ceil(sorted.length / Math.ceil(sorted.length / wrapAt));
  return Array.from({ length: Math.ceil(sorted.length / rows) }, (_, s) => sorted.slice(s * rows, (s + 1) * rows));
}

/** Columns next to each other; the space that the panel leaves goes between them, so that names fit on the links. */
function nodeSize(transactions: number) {
  const digits = String(transactions - 1).length;
  return { ...NODE, width: NODE.width + DIGIT * Math.max(0, digits - 2) };
}

function placeColumns(units: Units, stacks: readonly number[][][], nodeWidth: number, room: number): DagColumn[] {
  const used = stacks.map((stack) => stack.length * (nodeWidth + NARROW) - NARROW);
  const sum = used.reduce((total, width) => total + width, 0);
  const gap = Math.min(MOST_GAP, Math.max(LEAST_GAP, (room - 2 * MARGIN - sum) / Math.max(1, used.length)));
  let x = 0;
  return units.columns.map(({ firstWave, lastWave, transactions }, i) => {
    const width = (used[i] as number) + gap;
    const column = { firstWave, lastWave, transactions, x, width };
    x += width;
    return column;
  });
}
