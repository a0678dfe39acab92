export const options = {
  // CostFields
  handingOutATask: 'Handing out a task',
  validatingOneRead: 'Validating one read',
  firstReadOfALocation: 'First read of a location',
  speedOfALane: 'Speed of a lane',
  executionsAreTimedByKind:
    'Executions are timed by kind of work, as fitted to a measured run, instead of by gas. “No overheads” goes back to gas.',
  anyTransaction: 'Any transaction',
  aThousandGasOfComputation: '1,000 gas of computation',
  readingALocation: 'Reading a location',
  writingALocation: 'Writing a location',
  cost: (key: string | number) => `cost ${key}`,
  gasPerS: 'gas per µs',
  gas: (microseconds: string | number) => `gas = ${microseconds}`,
  noOverheads: 'no overheads',
  noOverheadsLabel: 'No overheads',

  // EngineOptionsForm
  wait: 'Wait',
  aTransactionStartsWhenAll:
    'A transaction starts when all it depends on have finished. Lane order must not contradict block order.',
  freeOrder: 'Free order',
  theOrderInWhichThe:
    'The order in which the lanes finish is the serial order: the block is your own, and is checked against that order.',
  blockOrder: 'Block order',
  ofThoseReadyTheOne: 'Of those ready, the one that comes first in the block.',
  longestPathFirst: 'Longest path first',
  theOneWithTheMost: 'The one with the most gas depending on it.',
  longestTransactionFirst: 'Longest transaction first',
  theOneThatUsesMost: 'The one that uses most gas itself. Often worse than block order.',
  oneLocation: 'One location',
  aBalanceANonceOne: 'A balance, a nonce, one storage slot.',
  aWholeAccount: 'A whole account',
  asInSolanaAllTransfers: 'As in Solana: all transfers of one token then wait for each other.',
  theOneThatComesFirst: 'The one that comes first in the block.',
  allMayRunAtOnce: 'All may run at once, so a long one that starts late is all that can be in the way.',
  aLockCovers: 'A lock covers',
  queueOfALane: 'Queue of a lane',
  queueOfALaneEdit: 'queue of a lane',
  howManyTransactionsItHolds:
    'How many transactions it holds, the running one among them. What waits in a queue holds its locks: the longer it is, the more ends up on the very lane that it conflicts with.',
  declareEverythingAsWritten: 'Declare everything as written',
  readersThenShareNothingCosts: 'Readers then share nothing. Costs time, never the result.',
  overDeclaring: (onOff: string | number) => `over-declaring ${onOff}`,
  whichGoesFirst: 'Which goes first',
  order: 'Order',
  estimateMarks: 'ESTIMATE marks',
  whatAnAbortedRunWrote:
    'What an aborted run wrote stays marked as “will be written again”, so that readers wait instead of failing later. Off: plain optimistic concurrency control.',
  estimateMarksEdit: (onOff: string | number) => `ESTIMATE marks ${onOff}`,
  linkTransactionsOfOneSender: 'Link transactions of one sender',
  theyDependOnEachOther:
    'They depend on each other through the nonce in any case; knowing it from the start saves their aborts (Polygon bor).',
  senderLinks: (onOff: string | number) => `sender links ${onOff}`,
  commitAsItGoes: 'Commit as it goes',
  aPrefixThatCantChange: 'A prefix that can’t change any more is committed at once, instead of everything at the end.',
  rollingCommit: (onOff: string | number) => `rolling commit ${onOff}`,
  balancesThatOnlyGrowCommute: 'Balances that only grow commute',
  aPlainPaymentAddsTo: 'A plain payment adds to the receiver’s balance without reading it (pevm’s lazy updates).',
  commutativeCredits: (onOff: string | number) => `commutative credits ${onOff}`,

  // HelpDialog
  playback: 'Playback',
  playOrPause: 'play or pause',
  nextOrPreviousEvent: 'next or previous event',
  shift: 'Shift → ←',
  tenEventsOnOrBack: 'ten events on or back',
  homeEnd: 'Home  End',
  startOrEndOfThe: 'start or end of the run',
  slowerFaster: 'slower, faster',
  tellEventByEvent: 'tell the run event by event, with a sentence each',
  runAndEdit: 'Run and edit',
  compareEnginesOrBackTo: 'compare engines, or back to the run',
  cancelTheRunOrClear: 'cancel the run, or clear the selection',
  ctrlZ: 'Ctrl Z',
  ctrlShiftZ: 'Ctrl Shift Z',
  ctrlO: 'Ctrl O',
  openAFile: 'open a file',
  ctrlS: 'Ctrl S',
  saveAsFile: 'save as file',
  thisHelp: 'this help',
  cardsAndLanes: 'Cards and lanes',
  fromCardToCardWith: 'from card to card; with Shift a range',
  pickTheChosenCardsUp: 'pick the chosen cards up, or put them down',
  editTheCard: 'edit the card',
  putTheChosenCardsOn: 'put the chosen cards on that lane',
  takeThemOffTheirLane: 'take them off their lane',
  alt: 'Alt ↑ ↓',
  moveInTheBlock: 'move in the block',
  ctrlD: 'Ctrl D',
  howToReadAndSteer: 'How to read and steer',
  colourIsTheContractA:
    'Colour is the contract. A hatched bar is work thrown away, with the reason in red between writer and reader. Yellow is the critical path, and the bound it sets. Every run is checked against one lane: green when receipts and state agree.',
  close: 'Close',

  // HintsExport
  dependenciesAsAHint: 'Dependencies as a hint',
  export: 'Export',
  whatTheRecordingOfSerial:
    'What the recording of serial execution says, as Polygon’s PIP-16 puts it into a block: for each transaction, those before it that it depends on.',

  // HintsImport
  importedDependencies: 'imported dependencies',
  recordedDependencies: 'recorded dependencies',
  dependenciesFromAFile: 'Dependencies from a file',
  recordedDependenciesTitle: 'Recorded dependencies',
  useTheRecordings: 'Use the recording’s',
  importDependenciesFromAJson: 'Import dependencies from a JSON file',
  import: 'Import…',
  aHintIsAJson:
    'A hint is a JSON list with, for each transaction, the indices it depends on. A wrong one may slow the run; it never changes the result, as every transaction is validated.',

  // ListTampering
  theListLiesHere: 'The list lies here',
  beforeTheBlock: 'Before the block',
  afterTransaction: (index: string | number) => `After transaction ${index}`,
  letTheListTellThe: (name: string | number) => `Let the list tell the truth about ${name} again`,
  anHonestList: 'an honest list',
  makeTheListLie: 'Make the list lie',
  selectATransactionThatChanges: 'Select a transaction that changes something.',
  whoeverReadsTheValueGoes:
    'Whoever reads the value goes wrong, and the block is invalid: the list isn’t what its transactions did.',
  afterTransactionBefore: 'After transaction ',
  theListLiesAbout: (locationName: string | number) => `the list lies about ${locationName}`,
  letItLie: 'Let it lie',
  whatTheListSaysInstead: 'What the list says instead, as a whole number',

  // OptionsPopover
  options: 'Options',
  fees: 'Fees',
  addFeesUpAfterThe: 'Add fees up after the block',
  feeIncomeCommutesKeptAs:
    'Fee income commutes: kept as a sum, no transaction waits for another’s fee. Off: every transaction reads and writes the fee recipient’s balance, and all of them conflict.',
  feesAsASum: 'fees as a sum',
  feesPaidOneByOne: 'fees paid one by one',
  modelledTime: 'Modelled time',
  closeOptions: 'Close options',

  // ScenarioMenu
  newBlock: 'New block',
  openFile: 'Open file…',
  aScenarioFileOrA:
    'A scenario file or a real block (.json, .json.gz). Dropping it anywhere on the page does the same.',
  saveAsFileItem: 'Save as file',
  examples: 'Examples',
  recent: 'Recent',
  transactions: (transactions: string | number, value: string | number) => `${transactions} transactions, ${value}`,

  // UnderDeclared
  leftOutOfDeclarations: 'Left out of declarations',
  aTransactionThatTouchesWhat:
    'A transaction that touches what it hasn’t declared fails there, and the result is no longer the serial one.',
  declareInTransactionAgain: (locationName: string | number, tx: string | number) =>
    `Declare ${locationName} in transaction ${tx} again`,
  declareItAgain: 'declare it again',
  selectATransactionToLeave: 'Select a transaction to leave something out of its declaration.',
  ofTransaction: 'Of transaction ',
  leaveOut: (locationName: string | number) => `leave out ${locationName}`,
  leaveOutButton: 'Leave out',

  // HintsImport
  isNoJson: (why: string) =>
    `it can’t be read as JSON (${why}). Expected a list of lists of transaction indices, like [[],[0],[0,1]]`,
  tooLargeForAHint: (bytes: number, most: number) =>
    `it has ${bytes.toLocaleString('en')} bytes, and a hint may have ${most.toLocaleString('en')}`,
};
