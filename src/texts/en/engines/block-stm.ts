export const blockStm = {
  howItWorks: [
    'All lanes execute ahead in block order; every write is kept as a version, and a read takes the newest version below its own index.',
    'Each transaction remembers what it read and from whom, and is validated: would it read the same now?',
    'If not, it is aborted, its writes become ESTIMATE marks, and its next incarnation runs.',
    'Who reads an ESTIMATE stops there and waits for the writer, instead of computing with a value that will change.',
    'A lane always takes the task with the smallest index, execution or validation, so that the front of the block settles first.',
  ],
  knows: 'Nothing. It finds the conflicts while it runs.',
  usedBy: 'Aptos (and Diem, where it began), Polygon’s bor, the pevm and grevm executors for Ethereum blocks.',
  sources: [
    {
      title: 'Block-STM: Scaling Blockchain Execution by Turning Ordering Curse to a Performance Blessing',
      identifier: 'arXiv 2203.06871',
      url: 'https://arxiv.org/abs/2203.06871',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'ready' },
      { id: 'executing', label: 'executing' },
      { id: 'executed', label: 'executed' },
      { id: 'validated', label: 'validated' },
      { id: 'committed', label: 'committed' },
    ],
    steps: [
      'the smallest index is taken',
      'finished: writes are published',
      'it would read the same now',
      'nothing before it can change any more',
    ],
    sides: [
      {
        id: 'waiting',
        label: 'suspended',
        from: 'executing',
        enter: 'reads an ESTIMATE',
        to: 'ready',
        leave: 'its writer has executed',
      },
      {
        id: 'aborted',
        label: 'aborted',
        from: 'executed',
        enter: 'validation fails',
        to: 'ready',
        leave: 'next incarnation',
      },
    ],
  },
} as const;
