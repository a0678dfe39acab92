export const inspector = {
  // BlockFaults
  itDoesNotGiveWhat: 'It does not give what its header says:',
  other: ' other ',
  otherMark: ', other ',
  eitherTheBlockWasChanged:
    '. Either the block was changed since it was opened, or accounts are missing from its prestate: trace the block again.',
  andMore: (more: string | number) => ` and ${more} more`,
  aTransaction: 'A transaction',
  transactions: (count: string | number) => `${count} transactions`,
  cantBeInThisBlock: ' can’t be in this block:',
  chooseOneToSeeWhy: '. Choose one to see why.',
  gasUsed: 'gas used',

  // BlockStory
  block: 'Block',
  theBlockIsEmptyAdd: 'The block is empty. Add transactions on the left, generate some, or open an example.',
  whatBoundsIt: 'What bounds it',
  criticalPath: 'Critical path',
  gasInARow: ' gas in a row',
  hottestLocations: 'Hottest locations',
  conflicts: 'Conflicts',
  transaction: 'transaction',
  transactionsWord: 'transactions',
  transactionsMustRunOneAfter: (count: string | number) => `${count} transactions must run one after another`,
  gas: ' gas',
  noNumberOfLanesCan: '. No number of lanes can be more than',
  asFastAsOne: ' as fast as one:',
  listWaitsForNobody: (engine: string) =>
    `That is so where a transaction waits for what it reads. ${engine} gives every value beforehand, so only the longest transaction bounds it.`,
  raceWaitsForNobody: (engine: string) =>
    `That is so where a transaction waits for what it reads. ${engine} waits for nobody, and its result may be wrong for it.`,
  theLongestTransactionAlone: 'the longest transaction alone, ',
  takes: ', takes ',
  theLastBecauseOf: ', the last because of ',
  noneConflictsWithAnother: 'none conflicts with another',
  eachConflictsWithAnother: 'each conflicts with another',
  withNoOther: (count: string | number, count2: number) =>
    `${count} ${count2 === 1 ? 'conflicts' : 'conflict'} with no other`,

  // Inspector
  details: 'Details',

  // LocationCard
  location: 'Location',
  putTheLocationAway: 'Put the location away',
  nobodyTouchesItInThis: 'Nobody touches it in this block.',
  transactionWritesIt: 'transaction writes it',
  transactionsWriteIt: 'transactions write it',
  onlyReadsIt: 'only reads it',
  onlyReadIt: 'only read it',
  onlyAddsToIt: 'only adds to it',
  onlyAddToIt: 'only add to it',

  // MoreRows
  showAll: 'Show all ',

  // PathText
  inAll: (count: string | number) => ` → … (${count} in all)`,
};
