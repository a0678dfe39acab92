export const timeline = {
  // Pages
  previous: 'Previous',
  rows: 'Rows ',
  toBetween: ' to ',
  ofBetween: ' of ',
  next: 'Next',

  // SpanTable
  lanesAsATable: 'Lanes as a table',
  lane: 'Lane',
  what: 'What',
  when: 'When',
  outcome: 'Outcome',

  // Timeline
  lanes: 'Lanes',
  beforeYourLastChange: 'before your last change · ',
  whatEachLaneDoesFrom: 'what each lane does, from left to right',
  zoomOut: 'Zoom out',
  zoomIn: 'Zoom in',
  showTheWholeRun: 'Show the whole run',
  showLanesAsATable: 'Show lanes as a table',
  showTheWholeRunKey: 'Show the whole run (0)',
  timelineOfTheLanes: 'Timeline of the lanes',
  nothingHasRunYet: 'Nothing has run yet.',
  theBlockIsEmpty: 'The block is empty: there is nothing to run.',
  leftAndRightArrowsMove:
    'Left and right arrows move along a lane, up and down between lanes, Enter selects the transaction; plus and minus zoom, Shift with an arrow pans, 0 shows the whole run.',
  timeInMsMeasuredOn: 'time in ms · measured on ',
  eachTaskSeesTheState: ' · each task sees the state as it was sent',
  eachReadSeesTheNewest: ' · shared memory: each read sees the newest state',
  timeInGasModelled: 'time in gas · modelled, ',
  everyStateAccessAtIts: ' · every state access at its moment',
  lane2: (lane: string | number) => `Lane ${lane}`,

  // timeline-data
  youSaid: (time: string | number) => `you said ${time}`,
  makespan: (time: string | number) => `makespan ${time}`,
};
