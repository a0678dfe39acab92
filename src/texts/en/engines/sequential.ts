export const sequential = {
  howItWorks: [
    'One lane takes the transactions in block order, one after the other.',
    'Each sees everything that those before it have written, because they have all finished.',
    'Nothing can conflict, so nothing is versioned, validated or aborted.',
    'Its makespan is the sum of all work: the time that every other engine is measured against.',
    'Its receipts and state are what every other engine must reproduce.',
  ],
  knows: 'Nothing, and needs nothing.',
  usedBy: 'Ethereum’s execution clients, as the protocol defines the result of a block.',
  sources: [
    {
      title: 'Ethereum: A Secure Decentralised Generalised Transaction Ledger',
      identifier: 'Ethereum Yellow Paper',
      url: 'https://ethereum.github.io/yellowpaper/paper.pdf',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'in the queue' },
      { id: 'executing', label: 'executing' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['the one before it has finished', 'finished: what it wrote counts'],
    sides: [],
  },
} as const;
