/** Amdahl's law as fitted, in figures. */
interface FitWords {
  readonly serial: string;
  readonly error: string;
  readonly percent: string;
}

export const comparing = {
  // BestRun
  noneIsFasterThanOneLane: (why: string) => `None of them is faster than one lane. ${why}`,
  noneOfThoseIsFaster: (why: string) => `none is faster than one lane. ${why}`,
  fastestWithASerialResult: 'Fastest of these with a serial result: ',
  figuresAndLimit: (speedup: string, bound: string, against: string, limit: string) =>
    `, ${speedup}× of at most ${bound}×${against}. ${limit}`,
  againstOneLane: (times: string) => `, and ${times}× one lane, which pays these costs, too`,
  theHeaviestChainOfDependencies: (time: string | number, time2: string | number) =>
    `the heaviest chain of dependencies takes ${time} of ${time2} work`,
  theLongestTransaction: (time: string | number, time2: string | number) =>
    `the longest transaction takes ${time} of ${time2} work`,
  withoutTheList: 'Without every value given beforehand: ',
  allAreKeptBusy: (lanes: number) => (lanes === 1 ? 'The one lane is kept busy.' : `All ${lanes} lanes are kept busy.`),
  noScheduleCanDoBetter: (chain: string | number) => `No schedule can do better: ${chain}.`,
  noWaitingScheduleCanDoBetter: (chain: string | number) =>
    `Where a transaction waits for what it reads, no schedule can do better: ${chain}.`,
  gasWereExecutedInVain: (time: string | number) => ` ${time} gas were executed in vain.`,
  withMoreLanesTheBound: 'With more lanes the bound rises',
  theBoundIsSetBy: (chain: string | number) => `What sets the bound: ${chain}`,

  // Chips
  oneStaysChosen: 'The only one chosen: it stays until another is.',

  // CompareTable
  figuresOfTheRuns: 'Figures of the runs',
  engine: 'Engine',
  lanes: 'Lanes',
  makespan: 'Makespan',
  speedUp: 'Speed-up',
  besideItsBound: 'beside its bound',
  efficiency: 'Efficiency',
  aborts: 'Aborts',
  gasInVain: 'Gas in vain',
  events: 'Events',
  serialCheck: 'Serial check',
  openThisRun: 'Open this run',
  notRun: 'Not run: ',
  gas: (number: string | number) => `${number} gas`,
  equalInItsOwnOrder: 'equal, in its own order',
  equal: 'equal',
  differs: 'differs',

  // CompareView
  sideBySide: 'Side by side',
  chosenRunsOnOneTime: 'Chosen runs on one time axis, and where two of them part',
  scalingCurve: 'Scaling curve',
  speedUpAgainstLanesTo: 'Speed-up against lanes, 1 to 64, with the bound, and Amdahl’s law where it fits',
  sweep: 'Sweep',
  oneParameterOfGeneratedBlocks: 'One parameter of generated blocks against speed-up or aborts',
  compare: 'Compare',
  whatToCompare: 'What to compare',
  generatedBlocks: 'generated blocks',
  modelledTime: ' · modelled time',
  closeTheComparison: 'Close the comparison',
  backToTheRunEsc: 'Back to the run (Esc)',
  theBlockHasProblemsTo: 'The block has problems to mend first; then it can be compared.',
  runsDone: 'Runs done',
  ofBetween: ' of ',
  runs: ' runs',
  cancel: 'Cancel',
  cancelledChangeTheChoiceTo: 'Cancelled. Change the choice to go on.',
  theComparisonFailed: 'The comparison failed: ',

  // CurveTable
  theScalingCurveAsA: 'The scaling curve as a table',
  onOpenThisRun: (name: string | number, lanesText: string | number, speedup: string | number) =>
    `${name} on ${lanesText}: ${speedup}, open this run`,
  differsMark: ' differs',
  refused: 'refused',
  wasRefused: ' was refused: ',

  // ExportButtons
  saveItAsSvgInstead: (message: string | number) => `${message}. Save it as SVG instead.`,
  nothingIsDrawnYet: 'Nothing is drawn yet',
  wrongResultIn: (name: string) => `${name} (wrong result)`,
  thePictureCouldNotBe: 'The picture could not be saved',
  saveAsCsv: 'Save as CSV',
  csv: 'CSV',
  saveAsSvg: 'Save as SVG',
  svg: 'SVG',
  saveAsPng: 'Save as PNG',
  png: 'PNG',

  // headings
  runsSideBySide: (title: string) => `${title}: runs side by side`,
  speedUpOf: (title: string) => `${title}: speed-up against lanes`,
  runsOf: (transactions: number, engines: string, lanes: string) =>
    `Modelled time, in gas. ${transactions} ${transactions === 1 ? 'transaction' : 'transactions'} on ${lanes}: ${engines}.`,
  timedByKind: 'Executions are timed by kind of work, as fitted to a measured run.',
  overheads: (named: string) => `Also paid for: ${named}.`,
  workCountsNoOverheads:
    'Speed-up is work ÷ makespan, and work counts no such costs: one lane, which pays them too, comes to less than 1×.',
  listLoadsSideBySide:
    'Block access list loads all that the list names side by side, in the time of one first read, as if storage answered any number of requests at once.',
  overhead: {
    dispatch: (gas: string) => `handing out a task (${gas} gas)`,
    validationPerRead: (gas: string) => `validating one read (${gas} gas)`,
    coldRead: (gas: string) => `the first read of a location (${gas} gas)`,
  },
  yellowIsTheBound: 'Yellow: the bound of each run, which no schedule with the same knowledge can beat.',
  generatedBlocksFigure: (figure: string, parameter: string) =>
    `Generated blocks: ${figure} by ${parameter.charAt(0).toLowerCase()}${parameter.slice(1)}`,
  someLanes: (counts: string) => `${counts} lanes`,
  sweptOn: (lanes: string, engines: string, base: string) =>
    `Modelled time, in gas. Generated blocks${base} on ${lanes}: ${engines}.`,
  ofContention: (exponent: number) => `contention ${exponent}`,
  ofFailing: (percent: number) => `${percent}% fail`,
  ofMix: (mix: string) => `mix by weight: ${mix}`,
  mixPart: (kind: string, weight: number) => `${kind} ${Number(weight.toFixed(2))}`,
  ofSeeds: (seeds: number) => (seeds === 1 ? 'seed 1' : `seeds 1 to ${seeds}`),
  heldFixed: (parts: string) => `The same in all blocks: ${parts}.`,
  ofTransactions: (n: number) => ` of ${n} ${n === 1 ? 'transaction' : 'transactions'}`,
  amongAccounts: (n: number) => ` among ${n} accounts`,

  // LineChartView
  pointAtAMarkOr:
    'Point at a mark, or reach it with Tab and the arrow keys, for its figures. Pointing at a name shows its line alone.',
  alsoHere: (text: string, names: string) => `${text} Also here: ${names}.`,

  // Multiples
  runsOnOneTimeAxis: 'Runs on one time axis',
  gasYellowTheBound: 'gas · yellow: the bound',
  theFastestAreDrawn: (drawn: number, all: number) =>
    `The ${drawn} fastest of ${all} are drawn, wrong results after all others; the table has all.`,
  abortsMark: (aborts: string | number) => ` · ${aborts} aborts`,
  wrongResult: ' · wrong result',
  gasSpeedUpAborts: (
    wayName: string | number,
    time: string | number,
    speedup: string | number,
    aborts: string | number,
  ) => `${wayName}: ${time} gas, speed-up ${speedup}, ${aborts} aborts`,

  // PartingPanel
  oneRun: 'One run',
  theOtherRun: 'The other run',
  whereTheyPart: 'Where they part',
  everyPair: 'Every pair',
  pairsOfTheFirst: (most: number) => `Of the first ${most} runs; above, any two can be chosen.`,
  andBetween: ' and ',

  // ScalingCurve
  resultDiffersFromSerial: ', result differs from serial',
  ofAtMostAbortsEnter: (
    wayName: string | number,
    speedup: string | number,
    bound: string | number,
    aborts: string | number,
    wrong: string | number,
  ) => `${wayName}: ${speedup}× of at most ${bound}×, ${aborts} aborts${wrong}. Enter or a click opens the run.`,
  engines: 'Engines',
  follows: ({ serial, error, percent }: FitWords) =>
    `: serial share ${serial}%, off by up to ${error}× (${percent}%). A fit to these points, not a bound.`,
  doesNotFollow: ({ serial, error, percent }: FitWords) =>
    `: it doesn’t follow the law, so no line is drawn. Even the closest, ${serial}% serial, is off by up to ${error}× (${percent}%).`,
  amdahlsLawFittedTo: 'Amdahl’s law fitted to',
  engineThatAmdahlsLawIs: 'Engine that Amdahl’s law is fitted to',
  theBest: 'the best',
  speedUpAgainstLanes: 'Speed-up against lanes',

  // SweepPanel
  speedUpFigure: 'speed-up',
  timesOneLane: 'times one lane at the same costs',
  abortsPerTransaction: 'aborts per transaction',
  ofTheEngine: 'of',
  against: 'against',
  seeds: 'Seeds',
  transactions: 'Transactions',
  accounts: 'Accounts',
  startTheSweep: 'Start the sweep',
  blocksDone: 'Blocks done',
  figureAgainstParameter: (label: string | number, parameterTitles: string | number) =>
    `${label} against ${parameterTitles}`,
  spreadInBrackets: (low: string | number, high: string | number) => ` (${low} to ${high})`,
  atEnterOrAClick: (label: string | number, format: string | number, y: string | number, spread: string | number) =>
    `${label} at ${format}: ${y}${spread}. Enter or a click opens the block of seed 1.`,
  blocksAreGeneratedAtEach:
    'Blocks are generated at each value and run on every engine; costs and fees are the document’s.',
  ofBlocksOn: (done: string | number, total: string | number, lanesText: string | number) =>
    `${done} of ${total} blocks on ${lanesText}`,
  theSweepFailedAfter: (what: string | number, message: string | number) =>
    `The sweep failed after ${what}: ${message}`,
  cancelledAfterWhatWasFound: (what: string | number) => `Cancelled after ${what}. What was found stays.`,
  theLineIsTheMean: (what: string | number, seeds: string | number) =>
    `${what}: the line is the mean of ${seeds} seeds, the band reaches from the least to the most.`,
  notWhatIsChosen: ' What is chosen above hasn’t been run yet.',
  oneSeed: (what: string | number) => `${what}, one seed.`,

  // SweepTable
  theSweepAsATable: 'The sweep as a table',
  byBetween: ' by ',
  spread: (low: string | number, high: string | number) => `${low} to ${high}`,

  // sweep-words
  contentionExponentOfZipfsLaw: 'Contention (exponent of Zipf’s law)',
  numberOfAccounts: 'Number of accounts',
  numberOfTransactions: 'Number of transactions',
  shareOfOneKind: 'Share of one kind',
  dispatchCostGasForEach: 'Dispatch cost (gas for each task)',
  coldReadGasForEach: 'Cold read (gas for each first read)',
  shareOf: (txKindTitles: string | number) => `share of: ${txKindTitles}`,

  // use-open-way
  open: (wayName: string | number) => `open ${wayName}`,

  // way-name
  engineOnLanes: (name: string | number, lanesText: string | number) => `${name} on ${lanesText}`,
};
