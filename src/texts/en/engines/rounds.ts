export const rounds = {
  howItWorks: [
    'In each round, all pending transactions are executed on all lanes.',
    'A barrier: everybody waits for the slowest.',
    'Then what has been executed is validated, in block order, from the first that isn’t final.',
    'What failed, or met the ESTIMATE of one that failed, belongs to the next round.',
    'A chain advances by about one link a round; after ten rounds, what is left runs one at a time.',
  ],
  knows: 'Nothing.',
  usedBy: 'Sei v2.',
  sources: [
    {
      title: 'Sei v2 - The First Parallelized EVM Blockchain',
      identifier: 'Sei Labs, 2023',
      url: 'https://blog.sei.io/sei-v2-the-first-parallelized-evm/',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'pending' },
      { id: 'executing', label: 'executing' },
      { id: 'executed', label: 'at the barrier' },
      { id: 'validated', label: 'validated' },
      { id: 'committed', label: 'committed' },
    ],
    steps: [
      'a lane is free in this round',
      'finished: writes are published',
      'it would read the same now',
      'all before it hold too',
    ],
    sides: [
      {
        id: 'waiting',
        label: 'put off',
        from: 'executing',
        enter: 'reads an ESTIMATE',
        to: 'ready',
        leave: 'next round',
      },
      {
        id: 'aborted',
        label: 'aborted',
        from: 'executed',
        enter: 'validation fails',
        to: 'ready',
        leave: 'next round',
      },
    ],
  },
} as const;
