export const dag = {
  howItWorks: [
    'The block comes with a graph that says for each transaction whose writes it reads.',
    'A transaction is ready when all its predecessors have finished; a free lane takes one of the ready ones.',
    'Writes are versioned, so only reading after writing holds anybody up.',
    'When the graph is exact, what was executed is final, and the makespan comes close to the critical path.',
    'A hint from outside may be wrong: then transactions are validated in block order, and a wrong hint costs time but never changes the result.',
  ],
  knows: 'Every dependency: from a recording of the block, or from an imported hint.',
  usedBy: 'Polygon PoS puts such hints into its block headers; BNB Chain proposes the same as TxDAG.',
  sources: [
    {
      title: 'Transaction Dependency Data',
      identifier: 'PIP-16',
      url: 'https://github.com/maticnetwork/Polygon-Improvement-Proposals/blob/main/PIPs/PIP-16.md',
    },
    {
      title: 'Accelerate Block Execution by TxDAG',
      identifier: 'BEP-396',
      url: 'https://forum.bnbchain.org/t/bep-396-accelerate-block-execution-by-txdag/2869',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'in the queue' },
      { id: 'executing', label: 'executing' },
      { id: 'executed', label: 'executed' },
      { id: 'committed', label: 'committed' },
    ],
    steps: [
      'all predecessors have finished',
      'finished: writes are published',
      'at once; after a hint: reads still hold',
    ],
    sides: [
      {
        id: 'waiting',
        label: 'waiting',
        from: 'ready',
        enter: 'a predecessor runs',
        to: 'ready',
        leave: 'all have finished',
      },
      {
        id: 'aborted',
        label: 'aborted',
        from: 'executed',
        enter: 'wrong hint: stale',
        to: 'ready',
        leave: 'next incarnation',
      },
    ],
  },
} as const;
