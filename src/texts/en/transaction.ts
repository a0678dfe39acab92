import { type Insert, phrase } from '../phrase.ts';

export const transaction = {
  // CallText
  with: 'with ',
  bytesOfData: ' bytes of data',

  // CopyButtons
  copyTransaction: 'Copy transaction',
  copyResult: 'Copy result',
  allowItForThisPage:
    'Allow it for this page in the browser’s settings, or open the page over https or from localhost.',
  theBrowserDoesNotLet: 'The browser does not let the page copy',
  copied: 'Copied',

  // LogList
  logs: 'Logs',
  and: 'and ',
  more: ' more',
  bytes: ' bytes',

  // Neighbours
  dependencies: 'Dependencies',
  noneItCanRunAt: 'None: it can run at any time.',
  needs: 'Needs',
  thenNeededBy: 'Then needed by',
  itIsOnTheCritical: 'It is on the critical path: ',
  for: 'for',
  andBetween: ' and ',

  // ReadTable
  read: 'Read',
  from: 'From',
  onlyAddedTo: 'only added to',
  listAfter: 'list, after ',
  run: ' · run ',
  prestate: 'prestate',

  // ReceiptLine
  success: ' success',
  failed: 'failed',
  gas: ' gas',
  created: 'created ',
  returned: 'returned',
  itCantBeInThis: 'It can’t be in this block.',
  itUsedNoGasAnd: 'It used no gas and wrote nothing; a real block builder would leave it out.',

  // TxInspector
  transaction: 'Transaction ',

  // WhyBox
  why: 'Why',
  waiting: 'Waiting',

  // WriteTable
  wrote: 'Wrote',
  beforeAfter: 'Before → after',
  adds: 'adds ',
  to: ' to ',
  whateverIsThere: ', whatever is there',
  forTheFeeRecipientAdded: ' for the fee recipient, added up after the block',

  // RunList
  runs: 'Runs',
  runBefore: 'run ',
  laneBetween: ', lane ',
  madeStartOverAt: (tx: Insert, time: Insert, location: Insert) =>
    phrase`Made ${tx} start over at ${time}: ${location}`,
  fromMoment: (time: string | number) => `from ${time}`,
  gaveUpWillWriteAgain: (tx: Insert, location: Insert) => phrase`gave up: ${tx} will write ${location} again`,
  thrownAwayAt: (time: Insert, location: Insert) => phrase`thrown away at ${time}: ${location}`,
  committed: phrase`committed`,
  stillRunning: phrase`still running`,
  executed: phrase`executed`,
  untilMoment: (time: string | number) => ` until ${time}`,
  forLocation: (location: Insert) => phrase` for ${location}`,
  waitedFrom: (tx: Insert, time: Insert, until: Insert, because: Insert) =>
    phrase`${tx} waited from ${time}${until}${because}`,
};
