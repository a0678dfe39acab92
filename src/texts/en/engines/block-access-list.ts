export const blockAccessList = {
  howItWorks: [
    'The block comes with a list of every account and slot that it touches, and every value that each of its transactions leaves behind.',
    'A read takes the list’s newest value from before the reader, whether its writer has run or not.',
    'So all transactions are independent, and only the longest of them limits the speed-up; what must be loaded is known and is loaded beforehand.',
    'While they run, the list that they really produce is recorded.',
    'Afterwards the two are compared: if they differ anywhere, the block is invalid.',
  ],
  knows: 'Every value, after every transaction.',
  usedBy: 'Proposed for Ethereum’s Glamsterdam upgrade: the block’s builder makes the list, everybody else profits.',
  sources: [
    { title: 'Block-Level Access Lists', identifier: 'EIP-7928', url: 'https://eips.ethereum.org/EIPS/eip-7928' },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'ready' },
      { id: 'executing', label: 'executing' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['a lane is free', 'finished; the list is checked at the end'],
    sides: [],
  },
} as const;
