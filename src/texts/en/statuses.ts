/** What a transaction is doing. What hasn't started may lack a lane or a predecessor's result: that depends on the engine. */
export const statuses = {
  ready: 'not started',
  waiting: 'waiting',
  executing: 'executing',
  executed: 'executed, not yet final',
  aborted: 'aborted',
  committed: 'committed',
} as const;
