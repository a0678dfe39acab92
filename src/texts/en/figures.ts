export const figures = {
  // BulletBar
  speedUpOfAtMost: (speedup: string | number, bound: string | number) => `speed-up ${speedup} of at most ${bound}`,

  // FigureList
  speedUp: 'speed-up',
  bound: 'bound ',
  longestTransaction: 'longest transaction',
  criticalPath: 'critical path',
  makespan: 'makespan',
  of: ' of ',
  work: 'work',
  lane: 'lane',
  lanes: 'lanes',
  usefulWorkOn: ' useful work on ',
  youSaid: (value: string | number) => `you said ${value}`,
  abort: 'abort',
  aborts: 'aborts',
  gasTwice: (time: string | number, blocked: number) =>
    blocked > 0 ? `and ${blocked.toLocaleString('en')} blocked (${time} gas in vain)` : `(${time} gas in vain)`,
  ofAtMostItems: (items: string | number, mostItems: string | number) => `${items} of at most ${mostItems} items`,
  asFastAsOneLane: (times: string) => `${times} one lane at these costs`,
  workCountsNoOverheads: (oneLane: string, work: string) =>
    `Speed-up is work ÷ makespan, and work counts neither the handing out of tasks nor loading from the state before the block. One lane pays them, too: it takes ${oneLane} for ${work} of work.`,
  theBlockAccessListGas: (limit: string | number, changes: string | number, hash: string | number) =>
    `The block access list: ${limit} (gas limit ÷ 2,000), ${changes} changes, hash ${hash}. A block’s header carries the hash of its list. What isn’t executed here isn’t in this one: withdrawals, system contracts after the last transaction, and those before the first that the block comes without.`,
  bytesOfList: ' bytes of list,',
  tooLong: (limit: string | number) => `too long: ${limit}`,
  hash: ', hash ',
  timeIsModelledRealEvms: 'Time is modelled: real EVMs, timed in gas by the cost model of this scenario.',
  timeIsMeasuredOnThis: 'Time is measured on this machine with the wall clock. Another run will differ a little.',
  modelled: 'modelled',
  measured: 'measured',
  lanesCantBeMoreThan: (lanes: string | number) => `${lanes} lanes can’t be more than ${lanes} times as fast as one.`,
  nobodyWaitsButTheLongest: (chain: string | number, time: string | number, factor: string | number) =>
    `Nobody waits, but the longest transaction takes ${chain}: ${time} of work ÷ ${chain} = ${factor}.`,
  theHeaviestChainOfDependencies: (chain: string | number, time: string | number, factor: string | number) =>
    `The heaviest chain of dependencies takes ${chain} however many lanes there are: ${time} of work ÷ ${chain} = ${factor}.`,

  // Figures
  figures: 'Figures',

  // HeaderCheckMarks
  blockHeader: 'block header:',
  theHeaderDoesntSay: (name: string | number) => `the header doesn’t say ${name}`,
  unknown: 'unknown',
  equal: 'equal',
  different: 'different',

  // LaneUse
  laneShare: (lane: string | number, percent: string | number) => `lane ${lane} ${percent}`,
  shareOfTheMakespanSpent: (text: string | number) => `Share of the makespan spent executing: ${text}`,
  utilisation: (text: string | number) => `utilisation: ${text}`,

  // RunBanner
  andMore: (count: string | number) => ` (and ${count} more)`,
  theBlockCantRun: (message: string | number, more: string | number) => `The block can’t run: ${message}${more}.`,
  tryAgain: 'Try again',
  run: 'Run',
  theRunFailed: (message: string | number) => `The run failed: ${message}`,
  theRunWasCancelled: 'The run was cancelled.',
  lanesAreOfTheBlockBefore: 'The lanes and the figures are of the block before your last change.',
  lanesAreOfTheRunBefore: 'The lanes and the figures are of the run before your last change.',
  thisRunMayTakeA: 'This run may take a while. Start it when you are ready.',
  running: 'Running',
  executingOnOneLane: 'Executing on one lane',
  findingConflicts: 'Finding conflicts',
  checkingAgainstOneLane: 'Checking against one lane',
  doneOfTotal: (done: string | number, total: string | number) => `: ${done} of ${total}`,
  cancel: 'Cancel',
  moveCardsOnLanes: 'the fix that was named',
  moveInFrontOf: (tx: number, before: number) => `Move ${tx} in front of ${before}`,
  makeTheseMoves: (moves: number) => `Make these ${moves} moves`,
  putTheLanesInBlock: 'put the lanes in block order',
  putTheLanesInBlockOrder: 'Put the lanes in block order',

  // SerialCheckMark
  inTheOrderOfCompletion: ' in the order of completion',
  postStateRoot: (postStateRoot: string | number) => `post-state root ${postStateRoot}`,
  sameResultAsOneLane: 'same result as one lane',
  oneEntry: 'one entry',
  entries: (wrong: string | number) => `${wrong} entries`,
  fromOneLane: (value: string | number, count: number, order: string | number) =>
    `${value} ${count === 1 ? 'difference' : 'differences'} from one lane${order}`,
  root: '· root ',
  invalidBlockItsAccessList: (oneEntry: string | number) => `invalid block: its access list is wrong in ${oneEntry}`,
};
