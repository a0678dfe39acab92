export const block = {
  // BlockPanel
  block: 'Block',
  accounts: 'Accounts',
  contracts: 'Contracts',
  whatTheBlockIsMade: 'What the block is made of',

  // BlockTab
  generate: ' Generate',
  add: ' Add',
  problem: 'problem',
  problems: 'problems',
  gas: (gas: string | number) => `${gas} gas`,

  // CardList
  moveACard: 'move a card',
  moveCards: (count: string | number) => `move ${count} cards`,
  movedTo: (place: string | number) => `Moved to ${place}.`,
  transactionsInBlockOrder: 'Transactions in block order',
  noTransactionsYetAddOne: 'No transactions yet. Add one, generate a block, or drop a block file on the page.',
  spacePicksUpTheSelected:
    'Space picks up the selected cards, arrow keys carry them, also to the lanes. Enter edits, Delete removes, Control D duplicates, Alt with arrows moves, digits send to a lane, 0 takes off the lanes.',

  // SelectionBar
  selectedTransactions: 'Selected transactions',
  selected: ' selected',
  edit: ' Edit',
  duplicate: ' Duplicate',
  delete: ' Delete',

  // StatusMark
  committedReverted: 'committed; it reverted or halted, which is a valid result',
  cantBeInThisBlock: 'can’t be in this block',

  // TxCard
  gasUnit: ' gas',
  problemMark: 'Problem',
  pinnedToLane: (lane: string | number) => `Pinned to lane ${lane}`,
  pinnedToLaneBefore: 'pinned to lane ',

  // card-actions
  deleteACard: 'delete a card',
  deleteCards: (count: string | number) => `delete ${count} cards`,
  duplicateACard: 'duplicate a card',
  duplicateCards: (count: string | number) => `duplicate ${count} cards`,
};
