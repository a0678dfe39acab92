const CONTROL_NAMES = {
  run: 'Run',
  engine: 'The engine',
  lanes: 'The number of lanes',
  clock: 'The clock',
  options: 'The options',
  place: 'Placing cards on lanes',
  reorder: 'The order of the block',
  edit: 'The transactions',
  contract: 'Accounts and contracts',
  playback: 'Playback',
  compare: 'Comparing',
};

/** Lessons and the glossary: the parts around a lesson's own texts. */
export const lessons = {
  // LessonList
  lessons: 'Lessons',
  lessonsNote:
    'About six minutes each. Every one asks what you expect before it runs, and lets you change something after.',
  backToTheBench: 'Back to the page',
  minutes: (minutes: number) => `${minutes} min`,
  start: 'Start',
  goOn: 'Go on',
  again: 'Once more',
  notBegun: 'not begun',
  atStep: (step: number, steps: number) => `step ${step} of ${steps}`,
  finished: 'done',
  goOnWhereYouLeft: 'Go on where you left',
  teaches: 'You will know',
  loading: 'Lessons are being fetched …',
  notFetched: 'The lessons could not be fetched. Check the connection and try again.',
  tryAgain: 'Try again',
  ownLessons: 'Your own lessons',
  ownLessonsNote:
    'A lesson is one JSON file (docs/authoring-lessons.md explains every field). Drop it here, or choose it.',
  openLesson: 'Open a lesson from a file',
  remove: (title: string) => `Remove ${title}`,
  copyLessonLink: (title: string) => `Copy a link to ${title}`,
  notALesson: (name: string) => `${name} is not a lesson that can be opened`,
  lessonCount: (done: number, all: number) => `${done} of ${all} done`,

  // LessonPanel
  lesson: 'Lesson',
  leave: 'Leave the lesson',
  leaveQuestion: 'Leave the lesson? How far you are is kept.',
  backTo: 'Back to the document that was open',
  keepBlock: 'Go on with this block as a document of my own',
  stay: 'Stay',
  step: (step: number, steps: number) => `Step ${step} of ${steps}`,
  goToStep: (step: number, title: string) => `Step ${step}: ${title}`,
  next: 'Next',
  back: 'Back',
  finish: 'Finish',
  noSuchLesson: (id: string) => `There is no lesson “${id}” here.`,
  allLessons: 'All lessons',
  broken: 'This lesson can’t be opened',
  away: 'Another document is on the screen.',
  awayNote: 'It is yours, and nothing is locked in it. The lesson waits.',
  comeBack: 'Back to the lesson’s block',
  sources: 'Sources',

  // Predictions
  lockIn: 'Lock in my prediction',
  locked: 'Locked in. It will be drawn over the result.',
  typeANumber: 'A number, like 900,000 or 900k',
  notANumber: 'That is no number. Type one like 900,000, 900k or 2.5.',
  markTransactions: 'Click cards, bars of the timeline or nodes of the graph, or choose here.',
  markLocations: 'Click locations in the inspector or arrows of the graph, or choose here.',
  markLanes: 'Click rows of the timeline, or choose here.',
  transactions: 'Transactions',
  locations: 'State locations',
  lanes: 'Lanes',
  lane: (lane: number) => `Lane ${lane}`,
  noneMarked: 'none marked',
  marked: (count: number) => `${count} marked`,
  noLocationsYet: 'The block is being executed to find the locations …',
  noneOfThem: 'Lock in: none of them',

  // Hints
  hint: (taken: number, all: number) => (taken === 0 ? 'A hint' : `Another hint (${taken} of ${all})`),
  hints: 'Hints',

  // Run
  runIt: 'Run it',
  running: 'Running …',
  hasRun: 'It has run.',
  runAgain: 'Run it again',
  refused: 'The engine refuses to run it.',

  // Compare
  waitingForRun: 'The run is not there yet.',
  youSaid: 'you said',
  itIs: 'it is',
  youSaidThis: '· you said this',
  thisIsIt: '· this is it',
  right: 'as you said',
  notRight: 'not as you said',
  hit: 'marked, and right',
  missed: 'missed',
  wrong: 'marked, and wrong',
  nothing: 'nothing',
  someRight: (right: number, all: number) => `${right} of ${all} as you said`,
  notAnswered: 'You made no prediction here.',

  // Change
  goals: 'The goal',
  reached: 'reached',
  notReached: 'not yet',
  startAgain: 'Begin this step again',
  showSolution: 'Show the solution',
  replaySolution: 'Play the solution back',
  solutionStep: (done: number, all: number) => `Solution: ${done} of ${all}`,
  goalReached: 'Goal reached.',
  shownNote: 'Shown by the solution. Begin the step again to do it yourself.',

  // End
  done: 'Lesson done',
  doneNote: 'Everything is unlocked now: try what you like with this block.',
  predictionsRight: (right: number, all: number) =>
    all === 0 ? '' : `${right} of ${all} prediction${all === 1 ? '' : 's'} came true.`,
  nextLesson: (title: string) => `Next: ${title}`,
  restart: 'This lesson from the start',

  // Locks
  lockedHere: 'Locked in this step of the lesson.',
  lockedControl: (control: keyof typeof CONTROL_NAMES) =>
    `${CONTROL_NAMES[control]}: locked in this step of the lesson.`,

  // Glossary
  glossary: 'Glossary',
  glossaryNote: 'The field’s words as this page uses them.',
  search: 'Search the glossary',
  found: (count: number) => `${count} term${count === 1 ? '' : 's'}`,
  seeAlso: 'See also',
  source: 'Source',
  inTheGlossary: 'In the glossary',
  noSuchTerm: (word: string) => `The glossary has no “${word}” yet.`,
  close: 'Close',

  /** A figure in a lesson's text that isn't there yet. */
  noFigure: '–',
  units: {
    gas: 'gas',
    times: '×',
    percent: '%',
    transactions: 'transactions',
    lanes: 'lanes',
    waves: 'waves',
    aborts: 'aborts',
    pairs: 'pairs',
    count: '',
  },
};
