export const dag = {
  // ConflictDag
  writeAfterWriteBothWrite: 'Write after write: both write the location. No obstacle once writes are versioned.',
  writeAfterReadTheLater:
    'Write after read: the later writes what the earlier reads. No obstacle once writes are versioned.',
  conflicts: 'Conflicts',
  noDependenciesEveryTransactionCan: 'no dependencies: every transaction can run in wave 1',
  yellow: ' · yellow: ',
  criticalPathWord: 'critical path',
  aColumnIsTheEarliest: 'a column is the earliest step a transaction could run in',
  aColumnIsTheEarliestShort: 'a column is the earliest step',
  zoomOutOfTheConflicts: 'Zoom out of the conflicts',
  zoomIntoTheConflicts: 'Zoom into the conflicts',
  showAllConflicts: 'Show all conflicts',
  showConflictsAsATable: 'Show conflicts as a table',
  showAll: 'Show all (0)',
  conflictGraphInWaves: 'Conflict graph in waves',
  theBlockIsEmpty: 'The block is empty.',
  theConflictsShowOnceThe: 'The conflicts show once the block has been executed.',
  rightAndLeftArrowsFollow:
    'Right and left arrows follow dependencies, up and down move within a wave, Enter selects the transaction; plus and minus zoom, Shift with an arrow pans, 0 shows all.',
  statusMarks: 'Status marks',

  // DagTable
  conflictsAsATable: 'Conflicts as a table',
  wave: 'Wave',
  transaction: 'Transaction',
  status: 'Status',
  dependsOn: 'Depends on',
  criticalPath: ' (critical path)',
  nothing: 'nothing',

  // dag-data
  conflictCount: (count: string | number) => `${count} conflicts`,
  andMore: (count: string | number) => `and ${count} more`,
  linkTitle: (title: string | number, kindWords: string | number, critical: boolean) =>
    `${title} · ${kindWords}${critical ? ' · on the critical path' : ''}`,
  onTheCriticalPath: ' · on the critical path',
  runMark: (incarnation: string | number) => `, run ${incarnation}`,
  now: (status: string | number, again: string | number) => `Now ${status}${again}.`,
  waitsFor: (tx: string | number, locationName: string | number) => `Waits for ${tx}${locationName}.`,
  readAfterWrite: 'read after write',
  writeAfterWrite: 'write after write',
  writeAfterRead: 'write after read',
};
