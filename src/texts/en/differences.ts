import { type Insert, phrase } from '../phrase.ts';

export const differences = {
  // DifferenceRows
  lost: '; lost: ',
  noEntry: 'no entry',
  readOnly: 'read only',
  beforeTheBlock: '0: before the block',
  after: ': after ',
  of: ' of ',
  returnValue: 'return value',

  // DifferencesDialog
  theAccessListIsWrong: 'The access list is wrong',
  fromOneLane: (counted: string | number) => `${counted} from one lane`,
  postStateRoot: 'Post-state root ',
  oneLaneGives: ', one lane gives',
  theBlockIsInvalidIts:
    'The block is invalid: its access list isn’t the one that follows from what its transactions did.',
  accessList: 'Access list',
  state: 'State',
  receipts: 'Receipts',
  close: 'Close',
  oneDifference: 'One difference',
  differences: (differences: string | number) => `${differences} differences`,
  oneLane: 'One lane',
  thisRun: 'This run',
  and: 'and ',
  more: ' more',
  produced: 'Produced',
  given: 'Given',
  index: 'Index',
  why: 'Why',
  transaction: 'Transaction',

  // DifferenceRows
  nothingWasWritten: phrase`nothing was written`,
  wroteLast: (tx: Insert) => phrase`${tx} wrote last`,
  should: (tx: Insert) => phrase`, ${tx} should`,
};
