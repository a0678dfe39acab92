export const store = {
  // compact-value
  eth: (scaled: string | number) => `${scaled} ETH`,

  // create-app
  changesAreNotBeingSaved: 'Changes are not being saved',
  theDocumentStaysOpenHere: (storageError: string | number) =>
    `${storageError} The document stays open here; save it as a file to keep it.`,
  saveAsFile: 'Save as file',
  open: (title: string | number) => `open ${title}`,
  couldNotBeOpened: (name: string | number) => `${name} could not be opened`,
  thatDocumentCouldNotBe: 'That document could not be opened',
  aCopyIsOpen: 'This is a copy',
  anotherTabHasIt: 'Another tab has that document, too. What you change here is kept apart from it.',
  thisBrowsersStorageIsFull: 'This browser’s storage is full.',
  thisBrowsersStorageRefusedThe: (messageOf: string | number) =>
    `This browser’s storage refused the write: ${messageOf}.`,
  moreLikeIt: (count: string | number) => `; ${count} more like it`,

  // accounts
  aNameIsALetter: 'A name is a letter and then up to 31 letters, digits or underscores, like alice or pool_2.',
  isAValueChooseAnother: (name: string | number) => `${name} is a value; choose another name.`,
  isTakenNamesAreUnique: (name: string | number) => `${name} is taken; names are unique in a scenario.`,

  // add-library-contract
  whichOne: 'Which one?',

  // new-scenario
  untitledBlock: 'Untitled block',

  // phrases
  votesFor: (from: string | number, first: string | number) => `${from} votes for ${first}`,
  asksWhoLeads: (from: string | number) => `${from} asks who leads`,
  swaps: (from: string | number, first: string | number, other: string | number) => `${from} swaps ${first} → ${other}`,

  // presentation
  feeRecipient: 'fee recipient',
  transaction: (index: string | number) => `transaction ${index}`,
  deploysCode: (party: string | number) => `${party} deploys code`,
  calls: (party: string | number, party2: string | number) => `${party} calls ${party2}`,
  ofInitCode: (byteCount: string | number) => `${byteCount} of init code`,
  call: (data: string | number) => `call ${data}`,
  bytes: (value: string | number) => `${value} bytes`,
};
