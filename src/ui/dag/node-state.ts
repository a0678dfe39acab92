import type { DagLayout, DagNode } from '../../chart/dag/dag-layout.ts';
import type { NodeLook } from '../../chart/dag/draw-dag.ts';
import { statusOfGroup } from '../../chart/tx-marks.ts';
import type { DagData } from './dag-canvas.ts';

/** What a node's transactions are doing now, and whether one of them is selected. */
export function nodeState(
  { txs }: DagNode,
  { grouped }: DagLayout,
  { statusOf, selected }: Pick<DagData, 'statusOf' | 'selected'>,
): Pick<NodeLook, 'status' | 'done' | 'selected'> {
  const isSelected = selected.size > 0 && txs.some((tx) => selected.has(tx));
  if (!grouped) return { selected: isSelected, status: statusOf(txs[0] as number), done: 0 };
  const counts = { ready: 0, waiting: 0, executing: 0, executed: 0, aborted: 0, committed: 0 };
  for (const tx of txs) counts[statusOf(tx)]++;
  return {
    selected: isSelected,
    status: statusOfGroup(counts),
    done: inSteps((counts.executed + counts.committed) / txs.length),
  };
}

/** A bar in a node is some 100 pixels long: finer steps would draw the node anew, words and all, for nothing to be seen. */
const STEPS = 64;

function inSteps(share: number): number {
  return Math.floor(share * STEPS) / STEPS;
}
