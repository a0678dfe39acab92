/** Measured runs: where the time went, and what virtual time says of them. */
export const measured = {
  // TimeApart
  startAndMessages: (time: string, lanes: number) => `start and messages: ${time}${lanes > 1 ? ' a lane' : ''}`,
  whereTheTimeWent: 'Where the time went',
  whereHint: 'Where the lanes’ time went: click for each lane',
  muchOverhead: (share: string) => `Getting under way and passing messages took ${share} of the lanes’ time.`,
  shortBlock: (work: string) =>
    ` A message between two threads takes as long as several plain transactions, and this block is over in ${work} on one lane: there is little for more lanes to gain. A block of some hundred transactions has more.`,
  mostlyEvm: (share: string) => `${share} of the lanes’ time went into executing.`,
  slowerThanAlone: (ratio: string, work: string) =>
    `Executing took ${ratio} times as long as on one lane alone (${work}).`,
  runsInVain: ' Runs that were thrown away are in it.',
  threadsShared: (lanes: number, threads: number) =>
    ` ${lanes} ${lanes === 1 ? 'worker' : 'workers'} and the coordinator share this machine’s ${threads === 1 ? 'one thread' : `${threads} threads`}: whenever one of them works, another may stand still.`,
  waitingMost: (share: string) =>
    `Lanes waited for ${share} of their time: the engine had nothing that they could do. The timeline says for whom.`,
  lane: 'Lane',
  allLanes: 'All',
  bars: 'Share of the makespan',
  parts: {
    start: { name: 'Start', note: 'until the lane’s first task had come and begun' },
    evm: { name: 'EVM', note: 'executing, timed in the worker around the EVM alone' },
    validation: { name: 'Validation', note: 'the lane stood still while the coordinator checked what was read' },
    waiting: { name: 'Waiting', note: 'there was no task for it: it waited for others' },
    messages: { name: 'Messages', note: 'results on their way to the coordinator, tasks on their way back' },
  },
  coordinator: (validation: string, scheduling: string) =>
    `Beside the lanes, on a thread of its own, the coordinator spent ${validation} on validation and ${scheduling} on handing out tasks and taking results.`,
  barOf: (lane: string, parts: string) => `${lane}: ${parts}`,
  partOf: (name: string, time: string, share: string) => `${name} ${time}, ${share}`,
  close: 'Close',

  sharedThreads: (lanes: number, threads: number) =>
    `${lanes} lanes on ${threads === 1 ? 'one thread' : `${threads} threads`}`,
  sharedThreadsNote:
    'There are more lanes than this machine has threads: they take turns, every transaction takes longer than alone, and the speed-up says less about the engine.',

  // Prediction
  predicted: 'predicted',
  measured: 'measured',
  off: (error: string) => `${error} off`,
  noTest: 'no test on one lane',
  predicting: 'predicting…',
  predict: 'Predict this run',
  predictNote: 'Runs the block again in modelled time, with costs fitted to this measured run',
  noPrediction: (reason: string) => `no prediction: ${reason}`,
  nothingToFit: 'no transaction could be included',
  heading: 'Measured, and as modelled time has it',
  how: 'What this run’s transactions took was fitted by kind of work, and the block run again in modelled time with these costs, on the same lanes by the same engine. The schedule is not copied: modelled time makes its own.',
  inSample:
    'The costs are of this very run. Those of another run would do less well: times vary from run to run, and those of short blocks most.',
  oneLane:
    'On one lane this is no test: nothing can be scheduled otherwise, and the costs hold all that the run took, so that modelled time repeats it. Two lanes put the model to the test.',
  poorShort: (share: string) =>
    `${share} of the lanes’ time was start and messages. The fit shares these out evenly among the tasks; in truth they differ widely.`,
  poorAborts: (predicted: string, measured: string) =>
    `Modelled time had ${predicted}, the clock ${measured}: it was another course, and so another length.`,
  aborts: (count: number) => (count === 1 ? '1 abort' : `${count.toLocaleString('en')} aborts`),
  poorNoise: (share: string) =>
    `One transaction’s time is typically ${share} off its fit: what else this machine does shows in every one of them.`,
  costs: 'Fitted costs',
  time: 'Time',
  inGas: 'In gas of modelled time',
  kinds: {
    transaction: 'Any transaction',
    compute: '1,000 gas of computation',
    read: 'Reading a location',
    write: 'Writing a location',
    dispatch: 'Handing out a task',
    validationPerRead: 'Validating one read',
  },
  notTold: 'not told apart',
  notToldNote: 'this block’s transactions don’t tell it from the other kinds',
  speed: (gas: string) => `A lane comes along at ${gas} gas per µs on the average.`,
  use: 'Use these costs in modelled time',
  useNote: 'One step, which undo takes back.',
  useLabel: 'fitted costs',
} as const;
