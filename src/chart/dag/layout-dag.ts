import type { ConflictGraph } from '../../model/graph.ts';
import {
  type DagColumn,
  type DagLayout,
  type DagLink,
  type DagNode,
  type DagOptions,
  GROUP_ABOVE,
} from './dag-layout.ts';
import { toUnits, type Units } from './dag-units.ts';
import { curveBetween } from './link-curve.ts';
import { orderColumns } from './order-columns.ts';
import { placeRows } from './place-rows.ts';
import { toLayers } from './to-layers.ts';
import { rowsBeforeWrap } from './wrap-columns.ts';

const NODE = { width: 60, height: 34 };
const GROUP = { width: 92, height: 44 };
const ROW_GAP = 16;
const STACK_GAP = 14;
/** Room for a bend, and for a location's name. */
const LEAST_GAP = 52;
const MOST_GAP = 164;
/** Of a long link passing through a column. */
const LANE = 16;
export const HEADING = 34;
const MARGIN = 14;
/** The critical path runs straight before others do. */
const CRITICAL_PULL = 8;

/**
 * The conflict DAG as boxes and curves. A column is a wave, so that a column *is* the earliest parallel step. Cost grows with
 * nodes and edges, times a logarithm.
 */
export function layoutDag(graph: ConflictGraph, options: DagOptions): DagLayout {
  const grouped = graph.transactions > (options.groupAbove ?? GROUP_ABOVE);
  const units = toUnits(graph, options.colors, grouped);
  const size = grouped ? GROUP : NODE;
  const pitch = size.height + ROW_GAP;
  const wrapAt = rowsBeforeWrap({
    counts: units.columns.map((column) => column.units.length),
    cellWidth: size.width + STACK_GAP,
    cellHeight: pitch,
    gap: LEAST_GAP,
    width: options.width - 2 * MARGIN,
    height: options.height - HEADING - 2 * MARGIN,
  });
  const { layers, waypoints } = toLayers(units, wrapAt);
  const order = orderColumns(layers);

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
    room: (v) => (v < count ? pitch : LANE),
    weight: (v) => (units.units[v]?.critical ? CRITICAL_PULL : 1),
    grid: LANE / 8,
    fixed,
  });

  const columns = placeColumns(units, stacks, size.width, options.width);
  const top = units.units.reduce((least, _, v) => Math.min(least, y.get(v) ?? 0), Number.POSITIVE_INFINITY) - pitch / 2;
  const nodes: DagNode[] = new Array(count);
  stacks.forEach((stack, i) => {
    const { x, width } = columns[i] as DagColumn;
    const used = stack.length * (size.width + STACK_GAP) - STACK_GAP;
    stack.forEach((vertices, s) => {
      for (const v of vertices) {
        const unit = units.units[v];
        if (!unit) continue;
        nodes[v] = {
          txs: unit.txs,
          column: unit.column,
          color: unit.color,
          critical: unit.critical,
          x: x + (width - used) / 2 + s * (size.width + STACK_GAP),
          y: HEADING + (y.get(v) as number) - top - size.height / 2,
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
          y: HEADING + (y.get(v) as number) - top,
        };
      });
    return { ...link, curve: curveBetween(nodes[link.from] as DagNode, nodes[link.to] as DagNode, passing) };
  });
  const last = columns.at(-1);
  const bottom = nodes.reduce((most, node) => Math.max(most, node.y + node.height), HEADING);
  const width = last ? last.x + last.width : 0;
  return { grouped, nodes, links, columns, width, height: bottom + ROW_GAP, nodeOf: units.unitOf };
}

/** A column's units as stacks, left to right. In a broken wave those with successors stand nearest to them, on the right. */
function toStacks(own: readonly number[], leads: (unit: number) => boolean, wrapAt: number): number[][] {
  if (own.length <= wrapAt) return [[...own]];
  const sorted = [...own.filter((v) => !leads(v)), ...own.filter(leads)];
  const rows = Math.ceil(sorted.length / Math.ceil(sorted.length / wrapAt));
  return Array.from({ length: Math.ceil(sorted.length / rows) }, (_, s) => sorted.slice(s * rows, (s + 1) * rows));
}

/** Columns next to each other; the space that the panel leaves goes between them, so that names fit on the links. */
function placeColumns(units: Units, stacks: readonly number[][][], nodeWidth: number, room: number): DagColumn[] {
  const used = stacks.map((stack) => stack.length * (nodeWidth + STACK_GAP) - STACK_GAP);
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
