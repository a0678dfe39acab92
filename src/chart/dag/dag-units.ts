import type { ConflictGraph, ConflictKind } from '../../model/graph.ts';
import { type TxIndex, txIndex } from '../../model/ids.ts';

/** A node before it has a place. */
export interface Unit {
  readonly txs: TxIndex[];
  readonly column: number;
  readonly color: number;
  critical: boolean;
}

export interface UnitLink {
  readonly from: number;
  readonly to: number;
  readonly kind: ConflictKind;
  readonly edges: number[];
  critical: boolean;
}

export interface UnitColumn {
  readonly firstWave: number;
  readonly lastWave: number;
  transactions: number;
  /** Indices of units, first in block order first. */
  readonly units: number[];
}

export interface Units {
  readonly units: readonly Unit[];
  readonly links: readonly UnitLink[];
  readonly columns: readonly UnitColumn[];
  /** Unit of each transaction. */
  readonly unitOf: readonly number[];
}

/** A grouped picture has at most this many columns; longer chains put several waves into one. */
const MOST_GROUPED_COLUMNS = 120;

/** The graph's transactions and edges as boxes and lines, one to one or grouped by column and colour. */
export function toUnits(graph: ConflictGraph, colors: readonly number[], grouped: boolean): Units {
  const waves = graph.wave.reduce((most, wave) => Math.max(most, wave + 1), 0);
  const band = grouped ? Math.max(1, Math.ceil(waves / MOST_GROUPED_COLUMNS)) : 1;
  const columns: UnitColumn[] = Array.from({ length: Math.ceil(waves / band) }, (_, i) => ({
    firstWave: i * band,
    lastWave: Math.min(waves, (i + 1) * band) - 1,
    transactions: 0,
    units: [],
  }));
  const units: Unit[] = [];
  const unitOf: number[] = [];
  const groups = new Map<number, number>();
  for (let tx = 0; tx < graph.transactions; tx++) {
    const index = Math.floor((graph.wave[tx] ?? 0) / band);
    const color = colors[tx] ?? 0;
    const column = columns[index] as UnitColumn;
    column.transactions++;
    const known = grouped ? groups.get(index * 8 + color) : undefined;
    const unit = known ?? units.push({ txs: [], column: index, color, critical: false }) - 1;
    if (known === undefined) {
      column.units.push(unit);
      groups.set(index * 8 + color, unit);
    }
    units[unit]?.txs.push(txIndex(tx));
    unitOf.push(unit);
  }
  for (const tx of graph.criticalPath) {
    const unit = units[unitOf[tx] ?? -1];
    if (unit) unit.critical = true;
  }
  return { units, links: toLinks(graph, unitOf, units.length, grouped), columns, unitOf };
}

function toLinks(graph: ConflictGraph, unitOf: readonly number[], count: number, grouped: boolean): UnitLink[] {
  const next = new Map<number, number>();
  graph.criticalPath.forEach((tx, i) => {
    const after = graph.criticalPath[i + 1];
    if (after !== undefined) next.set(tx, after);
  });
  const links: UnitLink[] = [];
  const bundles = new Map<number, UnitLink>();
  const kinds: readonly ConflictKind[] = ['RAW', 'WAW', 'WAR'];
  graph.edges.forEach((edge, i) => {
    const from = unitOf[edge.from] as number;
    const to = unitOf[edge.to] as number;
    // Within a group there is nothing to draw.
    if (from === to) return;
    const key = (from * count + to) * 3 + kinds.indexOf(edge.kind);
    let link = grouped ? bundles.get(key) : undefined;
    if (!link) {
      link = { from, to, kind: edge.kind, edges: [], critical: false };
      links.push(link);
      if (grouped) bundles.set(key, link);
    }
    link.edges.push(i);
    if (edge.kind === 'RAW' && next.get(edge.from) === edge.to) link.critical = true;
  });
  return links;
}
