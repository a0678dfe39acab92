export const topbar = {
  // ClockSwitch
  modelled: 'Modelled',
  realEvmsButTimeIs: 'Real EVMs, but time is counted in gas: any number of lanes, the same picture every time.',
  measured: 'Measured',
  oneWebWorkerALane:
    'One Web Worker a lane and the wall clock: what this machine really does, a little different each time.',
  modelledTime: 'modelled time',
  measuredTime: 'measured time',
  lanesNow: (lanes: number) => `${lanes} ${lanes === 1 ? 'lane' : 'lanes'} for measured time`,
  lanesByThreads: (threads: number) =>
    `Measured time has a worker for each lane, and this machine has ${threads} ${threads === 1 ? 'thread' : 'threads'}. The number of lanes can be changed beside it.`,
  clock: 'Clock',

  // EngineButton
  engine: (name: string | number) => `Engine: ${name}`,
  moreEngines: (name: string | number) => `More engines: ${name}`,
  moreEnginesLabel: 'More engines',
  more: 'more',

  // EngineMenu
  engineEdit: (name: string | number) => `engine ${name}`,

  // EngineSwitch
  engineLabel: 'Engine',

  // HistoryButtons
  undoHint: (undoLabel: string | number) => `Undo: ${undoLabel}`,
  nothingToUndo: 'Nothing to undo',
  ctrlZ: 'Ctrl Z',
  undoNamed: (undoLabel: string | number) => `Undo ${undoLabel}`,
  undoLabel: 'Undo',
  redoHint: (redoLabel: string | number) => `Redo: ${redoLabel}`,
  nothingToRedo: 'Nothing to redo',
  ctrlShiftZ: 'Ctrl Shift Z',
  redoNamed: (redoLabel: string | number) => `Redo ${redoLabel}`,
  redoLabel: 'Redo',

  // LanesStepper
  lanesEdit: (lanes: number) => `${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`,
  toLanesOneWebWorker: (threads: string | number) =>
    `1 to 16 lanes, one Web Worker each. This machine runs ${threads} threads at once, so more lanes than that share them.`,
  lanesShareThreads: (lanes: number, threads: number) =>
    `${lanes} lanes share the ${threads === 1 ? 'one thread' : `${threads} threads`} of this machine: they take turns, every transaction takes longer, and nothing is gained. ${threads === 1 ? 'One lane' : `${threads} lanes`} at most run side by side.`,
  toLanesInModelledTime: (threads: string | number) =>
    `1 to 128 lanes. In modelled time a lane costs nothing; this machine has ${threads} threads.`,
  lanes: 'Lanes',
  oneLaneFewer: 'One lane fewer',
  numberOfLanesTo: (most: string | number) => `Number of lanes, 1 to ${most}`,
  lane: 'lane',
  lanesWord: 'lanes',
  oneLaneMore: 'One lane more',

  // Logo
  lanewise: 'Lanewise',

  // OptionsButton
  options: 'Options',
  optionsEngineFeesModelledTime: 'Options: engine, fees, modelled time',

  // RunButton
  stopWhatIsUnderWay: 'Stop what is under way',
  cancel: 'Cancel',
  runTheBlockAgain: 'Run the block again',
  theBlockHasProblemsTo: 'The block has problems to mend first',
  run: 'Run',

  // ScenarioButton
  scenario: (title: string | number) => `Scenario: ${title}`,

  // CompareButton
  theSameBlockUnderOther: 'The same block under other engines and lane counts',
  compare: 'Compare',

  // AboutButton
  howThisEngineWorksAnd: 'How this engine works, and where it comes from',
  about: (name: string | number) => `About ${name}`,
};
