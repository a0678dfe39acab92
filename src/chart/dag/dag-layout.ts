import type { ConflictKind } from '../../model/graph.ts';
import type { TxIndex } from '../../model/ids.ts';

/*
 * ConflictGraph ──toUnits──▶ units in columns, links between them                         ╮
 *               ──orderColumns──▶ an order within each column that crosses few links      ╯ arrangeDag, once for a graph
 *               ──placeRows──▶ y          ──layoutDag──▶ x, headings, curves                whenever the room changes
 *
 * Plain data, in units of the layout (CSS pixels at zoom 1).
 */

/** One box of the picture: a transaction, or above the limit all transactions of one colour in one column. */
export interface DagNode {
  /** In block order; exactly one where the picture isn't grouped. */
  readonly txs: readonly TxIndex[];
  readonly column: number;
  readonly color: number;
  /** Whether the critical path goes through it. */
  readonly critical: boolean;
  /** Upper left corner. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One line of the picture, standing for one conflict edge, or in a grouped picture for all of its kind between two groups. */
export interface DagLink {
  /** Indices of `nodes`. */
  readonly from: number;
  readonly to: number;
  readonly kind: ConflictKind;
  readonly critical: boolean;
  /** Indices of the graph's edges. */
  readonly edges: readonly number[];
  /** Bézier curves: x, y of the start, then for each curve two control points and its end. */
  readonly curve: readonly number[];
}

/** A wave; in a grouped picture of a very long chain, several waves in a row. */
export interface DagColumn {
  readonly firstWave: number;
  readonly lastWave: number;
  readonly transactions: number;
  readonly x: number;
  readonly width: number;
}

export interface DagLayout {
  /** Nodes stand for several transactions each. */
  readonly grouped: boolean;
  readonly nodes: readonly DagNode[];
  readonly links: readonly DagLink[];
  readonly columns: readonly DagColumn[];
  readonly width: number;
  readonly height: number;
  /** Node of each transaction. */
  readonly nodeOf: readonly number[];
}

/** The room there is: decides how waves wrap and how far columns stand apart. */
export interface DagRoom {
  readonly width: number;
  readonly height: number;
}

/** Above this many transactions a picture is grouped. */
export const GROUP_ABOVE = 1500;
