export const inOrder = {
  howItWorks: [
    'All lanes execute ahead on the state committed so far, the lowest index first, and keep their results to themselves.',
    'Results are committed strictly in block order.',
    'When its turn has come, a transaction’s reads are compared with the committed state, by value.',
    'If they are the same, what it wrote is merged; if not, it is executed once more, now on a state that nobody changes meanwhile.',
    'So nothing runs more than twice and no abort causes another, but a chain gains nothing: every link is executed again while those behind wait.',
  ],
  knows: 'Nothing.',
  usedBy: 'Monad; BEP-130 proposes much the same for BNB Chain.',
  sources: [
    {
      title: 'Parallel Execution',
      identifier: 'Monad documentation',
      url: 'https://docs.monad.xyz/monad-arch/execution/parallel-execution',
    },
    {
      title: 'Parallel Transaction Execution',
      identifier: 'BEP-130',
      url: 'https://forum.bnbchain.org/t/bep-130-draft-parallel-transaction-execution/54',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'ready' },
      { id: 'executing', label: 'speculating' },
      { id: 'executed', label: 'in line' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['the lowest index is taken', 'finished: result is kept back', 'its turn, and its reads still hold'],
    sides: [
      {
        id: 'again',
        label: 'once more',
        from: 'executed',
        enter: 'its turn: stale',
        to: 'committed',
        leave: 'finished at the head',
      },
    ],
  },
} as const;
