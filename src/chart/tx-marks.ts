/** Status of a transaction at a moment, as the store's replay tells it. */
export type MarkedStatus = 'ready' | 'waiting' | 'executing' | 'executed' | 'aborted' | 'committed';

/** The sign of each status, the same wherever a transaction is shown: colour is never the only one. */
export const STATUS_MARK: Readonly<Record<MarkedStatus, string>> = {
  ready: '·',
  waiting: '…',
  executing: '▸',
  executed: '○',
  aborted: '×',
  committed: '✓',
};

export const STATUSES: readonly MarkedStatus[] = ['ready', 'waiting', 'executing', 'executed', 'aborted', 'committed'];

/** A group shows what goes on in it first, then trouble, then what is left to do. */
export function statusOfGroup(counts: Readonly<Record<MarkedStatus, number>>): MarkedStatus {
  const order = ['executing', 'aborted', 'waiting', 'ready', 'executed'] as const;
  return order.find((status) => counts[status] > 0) ?? 'committed';
}
