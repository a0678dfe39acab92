import { type Insert, phrase } from '../phrase.ts';

/** Hand-outs: a run or a lesson on paper. */
export const handout = {
  print: 'Print a hand-out',
  printNote:
    'The run on paper: block, lanes, conflicts, figures, and questions with their answers on a page of their own.',
  printLesson: (title: string) => `Print “${title}” as a hand-out`,
  ranUnder: (engine: string, lanes: number, clock: string) =>
    `${engine} on ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}, ${clock} time`,
  modelled: 'modelled',
  measured: 'measured',
  sameAsSerial: 'Same receipts and post-state as one lane.',
  notSameAsSerial: (differences: number) =>
    `${differences} ${differences === 1 ? 'difference' : 'differences'} from one lane: this engine gave a wrong result.`,
  name: 'Name',
  date: 'Date',

  figures: 'Figures',
  speedup: 'Speed-up',
  speedupText: (speedup: string, bound: string) => `${speedup}× of at most ${bound}×`,
  makespan: 'Makespan',
  work: 'Work',
  criticalPath: 'Critical path',
  efficiency: 'Efficiency',
  aborts: 'Aborts',
  abortsText: (aborts: number, gas: string) => (aborts === 0 ? 'none' : `${aborts}, ${gas} gas executed twice`),

  block: 'The block',
  lanes: 'The lanes',
  lanesInRows: 'The lanes, row by row',
  conflicts: 'The conflicts',
  index: 'No.',
  transaction: 'Transaction',
  call: 'What it calls',
  gas: 'Gas',
  wave: 'Wave',
  needs: 'Needs',
  lane: 'Lane',
  from: 'From',
  to: 'To',
  outcome: 'What came of it',
  nothing: 'nothing',
  moreRows: (count: number) => `… and ${count} more; the page has all.`,
  run: (tx: number, incarnation: number) => (incarnation === 0 ? `${tx}` : `${tx}, run ${incarnation}`),
  committed: 'committed',
  startedOver: 'started over',
  gaveUp: 'gave up its lane',
  ended: 'ended',

  questions: 'Questions',
  answers: 'Answers',

  askFirstWave: 'Which transactions could all run at the very beginning? Why those?',
  firstWave: (count: number, txs: string) =>
    count === 1
      ? phrase`Only ${txs}. It needs nothing that another one writes.`
      : phrase`${count} of them: ${txs}. They need nothing that another one writes.`,
  askCriticalPath: 'Which chain of transactions can’t be shortened by any number of lanes? Draw it into the graph.',
  criticalPathIs: (chain: string, gas: string, bound: string) =>
    phrase`${chain}, ${gas} gas in a row. So no number of lanes is more than ${bound}× as fast as one.`,
  askHottest: 'Which state location makes most transactions conflict? Who writes it?',
  hottestIs: (location: Insert, pairs: number) =>
    phrase`${location}: ${pairs} conflicting ${pairs === 1 ? 'pair' : 'pairs'} of transactions.`,
  askFirstAbort: 'Which transaction had to start over first, and what did it read too early?',
  askWait: 'Find a lane that stands still. What does it wait for?',
  askLostTime: 'The makespan is longer than the bound allows. Where in the picture was the time lost?',
  lostTime: (useful: string, lanes: number) =>
    phrase`${useful} of the time of ${lanes} lanes went into work that counts. The rest is waiting, work thrown away, and lanes with nothing left to do.`,
  askMoreLanes: (lanes: number) => `Predict the makespan on ${lanes} lanes. Then try it on the page.`,
  moreLanes: phrase`Try it: the lanes’ number is in the bar at the top.`,

  // A lesson on paper.
  minutes: (minutes: number) => `about ${minutes} minutes`,
  step: (n: number, of: number) => `${n} of ${of}`,
  laneNumber: (lane: number) => `lane ${lane}`,
  kinds: { explain: 'read', predict: 'predict', run: 'run', compare: 'compare', change: 'change something' },
  runIt: 'Run the block on the page.',
  compareIt: 'What came instead of what you said? Why?',
  goal: 'Goal:',
  mark: {
    transactions: 'Write down the numbers of the transactions you mean.',
    locations: 'Write down the locations you mean.',
    lanes: 'Write down the lanes you mean.',
  },
  sources: 'Sources',
};
