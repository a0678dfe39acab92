import type { DagLayout } from './dag-layout.ts';

export type DagDirection = 'left' | 'right' | 'up' | 'down';

/**
 * The node that an arrow key leads to. Right follows a dependency to its first successor, left back to the predecessor it
 * had to wait for, the critical path first; up and down move within the wave, through its stacks. Null: nowhere to go.
 */
export function neighbourNode(layout: DagLayout, from: number | null, direction: DagDirection): number | null {
  const node = from === null ? undefined : layout.nodes[from];
  if (!node) return layout.nodes.length > 0 ? 0 : null;
  if (direction === 'up' || direction === 'down') {
    const wave = layout.nodes.flatMap((n, i) => (n.column === node.column ? [i] : []));
    wave.sort((a, b) => {
      const [one, two] = [layout.nodes[a], layout.nodes[b]];
      return one && two ? one.x - two.x || one.y - two.y : 0;
    });
    return wave[wave.indexOf(from as number) + (direction === 'down' ? 1 : -1)] ?? null;
  }
  const forward = direction === 'right';
  const ways = layout.links.filter((link) => link.kind === 'RAW' && (forward ? link.from : link.to) === from);
  ways.sort((a, b) => Number(b.critical) - Number(a.critical));
  const way = ways[0];
  if (way) return forward ? way.to : way.from;
  // No dependency leads on: the nearest node of the next wave, so that every node can be reached.
  const column = node.column + (forward ? 1 : -1);
  let best: number | null = null;
  layout.nodes.forEach((n, i) => {
    if (n.column !== column) return;
    if (best === null || Math.abs(n.y - node.y) < Math.abs((layout.nodes[best]?.y ?? 0) - node.y)) best = i;
  });
  return best;
}
