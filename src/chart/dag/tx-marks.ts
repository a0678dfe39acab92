/** Status of a transaction at a moment, as the store's replay tells it. */
export type MarkedStatus = 'ready' | 'waiting' | 'executing' | 'executed' | 'aborted' | 'committed';

/** The letter for each status: colour is never the only sign. */
export const STATUS_MARK: Readonly<Record<MarkedStatus, string>> = {
  ready: '·',
  waiting: 'W',
  executing: 'E',
  executed: '…',
  aborted: 'A',
  committed: '✓',
};

export const STATUSES: readonly MarkedStatus[] = ['ready', 'waiting', 'executing', 'executed', 'aborted', 'committed'];

/** A group shows the status that says most about it: trouble first, then activity, then what is left to do. */
export function statusOfGroup(counts: Readonly<Record<MarkedStatus, number>>): MarkedStatus {
  const urgent = (['aborted', 'executing', 'waiting'] as const).find((status) => counts[status] > 0);
  if (urgent) return urgent;
  if (counts.ready > 0) return 'ready';
  return counts.executed > 0 ? 'executed' : 'committed';
}
