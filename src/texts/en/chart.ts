export const chart = {
  // draw-dag
  wave: (firstWave: string | number) => `wave ${firstWave}`,
  waves: (firstWave: string | number, lastWave: string | number) => `waves ${firstWave}–${lastWave}`,

  // bound-line
  canBeat: (who: string | number, time: string | number) => `${who} can beat ${time}`,
  noCorrectSchedule: 'no correct schedule',
  evenWithoutWaitingNoSchedule: 'even without waiting, no schedule',
  inThisOrderNoSchedule: 'in this order no schedule',
  noSchedule: 'no schedule',

  // describe-span
  spanFromTo: (number: string | number, exact: string | number, number2: string | number) =>
    `${number} to ${exact} (${number2})`,
  spanAt: (exact: string | number) => `at ${exact}`,
  laneWaits: (lane: string | number) => `Lane ${lane} waits`,
  validationOfRun: (tx: string | number, incarnation: string | number) => `Validation of ${tx} · run ${incarnation}`,
  runMark: (incarnation: string | number) => ` · run ${incarnation}`,
  checkingWhetherWhatItRead: 'Checking whether what it read still holds.',
  everythingItReadStillHolds: 'Everything it read still holds.',
  atIt: (exact: string | number, readSentence: string | number) => `At ${exact} it ${readSentence}.`,
  gaveUpItsLaneWill: (by: string | number, locationName: string | number) =>
    `Gave up its lane: ${by} will write ${locationName} again.`,
  couldNotBeIncluded: (invalid: string | number) => `Could not be included: ${invalid}`,
  revertedOrHaltedWhichIs: 'Reverted or halted, which is a valid result.',
  abortedAt: (exact: string | number, abortSentence: string | number) => `Aborted at ${exact}: ${abortSentence}.`,
  committedAt: (exact: string | number) => `Committed at ${exact}.`,

  failed: 'Failed.',
  failedBecause: (sentence: string) => `Failed: ${sentence}.`,
  executing: 'Executing.',

  // draw-spans
  waitsFor: (on: string | number) => `waits for ${on}`,

  // sentences
  metWhichWillWriteAgain: (tx: string | number, location: string | number, by: string | number) =>
    `${tx} met ${location}, which ${by} will write again`,
  readWhichHasChangedSince: (tx: string | number, location: string | number) =>
    `${tx} read ${location}, which has changed since`,
  readFromRunOfWhich: (
    tx: string | number,
    location: string | number,
    incarnation: string | number,
    by: string | number,
  ) => `${tx} read ${location} from run ${incarnation} of ${by}, which started over`,
  readFromWhichNoLonger: (tx: string | number, location: string | number, tx2: string | number) =>
    `${tx} read ${location} from ${tx2}, which no longer writes it`,
  readBeforeWroteIt: (tx: string | number, location: string | number, by: string | number) =>
    `${tx} read ${location} before ${by} wrote it`,
  readAsItWasBefore: (name: string | number) => `read ${name} as it was before the block`,
  readFromListPrestate: (name: string | number) => `read ${name}, from the block access list`,
  readFromListAfter: (name: string | number, index: string | number) =>
    `read ${name}, from the block access list: after ${index}`,
  readWrittenByRun: (name: string | number, tx: string | number, incarnation: string | number) =>
    `read ${name}, written by ${tx} (run ${incarnation})`,
  readASumOfAdditions: (name: string | number, terms: string | number) => `read ${name}, a sum of ${terms} additions`,
  txWaitsFor: (tx: string | number, on: string | number) => `${tx} waits for ${on}`,
  txWaitsForLocation: (tx: string | number, on: string | number, name: string | number) =>
    `${tx} waits for ${on}: ${name}`,
  waitsForLockOn: (tx: string | number, on: string | number, lockName: string | number) =>
    `${tx} waits for ${on}: lock on ${lockName}`,
  waitsForToCommit: (tx: string | number, on: string | number) => `${tx} waits for ${on} to commit`,
  loadingThatTheListNames: (locations: number) =>
    `loading ${locations} ${locations === 1 ? 'location' : 'locations'} that the list names`,
  othersAreStillAtWork: (round: string | number) => `others are still at work on round ${round}`,
  whatIsLeftIsPinned: 'what is left is pinned to other lanes',
  noTaskLeftForThis: 'no task left for this lane',
  theAccountOf: (name: string | number) => `the account of ${name}`,

  // draw-timeline
  round: (round: string | number) => `round ${round}`,

  // parting-sentence
  andStartTheSameTransactions: (names: string | number, names2: string | number) =>
    `${names} and ${names2} start the same transactions at the same moments, to the end.`,
  again: ' again',
  becauseAborted: (abortSentence: string | number) => `, as ${abortSentence}`,
  atTheStart: 'At the start',
  atMoment: (time: string | number) => `At ${time}`,
  startsOnLane: (
    when: string | number,
    names: string | number,
    tx: string | number,
    again: string | number,
    lane: string | number,
    because: string | number,
  ) => `${when} ${names} starts ${tx}${again} on lane ${lane}${because}`,
  leavesLaneWaiting: (lane: string | number) => `leaves lane ${lane} waiting`,
  hasExecutedItAndLets: (on: string | number) => `has executed it and lets it wait for the commit of ${on}`,
  letsItWaitForWhich: (on: string | number, locationName: string | number) =>
    `lets it wait for ${on}, which has the lock first${locationName}`,
  letsItWaitFor: (on: string | number, locationName: string | number) => `lets it wait for ${on}${locationName}`,
  aValue: 'a value',
  knowsThatItReadsFrom: (what: string | number, on: string | number) =>
    `knows that it reads ${what} from ${on}, which hasn’t finished`,
  hasExecutedItByAnd: (time: string | number) => `has executed it by ${time}, and that stands`,
  isExecutingItOnLane: (lane: string | number) => `is executing it on lane ${lane} since earlier`,
  startsOnLaneInstead: (tx: string | number, lane: string | number) => `starts ${tx} on lane ${lane} instead`,
  leavesLaneIdle: (lane: string | number, waitSentence: string | number) =>
    `leaves lane ${lane} idle (${waitSentence})`,
  isStillOnLaneWhich: (task: string | number, tx: string | number, lane: string | number) =>
    `is still ${task} ${tx} on lane ${lane}, which takes it later`,
  neverDoes: 'never does',
  startsItAt: (time: string | number) => `starts it at ${time}`,

  // scaling-chart
  thisMachineThreads: (threads: string | number) => `this machine: ${threads} threads`,
  lanes: 'lanes',
  speedUp: 'speed-up',
  amdahlFittedTo: (engine: string, serial: string, error: string) =>
    `Amdahl fitted to ${engine}: ${serial}% serial, ±${error}×`,
  bound: (ceiling: string | number) => `bound ${ceiling}×`,
  boundOf: (ceiling: string, names: string) => `bound ${ceiling}× of ${names}`,

  // draw-span-texts
  lookAndRun: (look: string | number, incarnation: string | number) => `${look} · run ${incarnation}`,
  runNumber: (incarnation: string | number) => `run ${incarnation}`,
};
