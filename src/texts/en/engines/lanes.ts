export const lanes = {
  howItWorks: [
    'Each lane runs the cards that you put on it, in the order in which you drew them.',
    'With the policy “wait”, a transaction starts when all that it depends on have finished, and the result is that of block order.',
    'If lane order and dependencies contradict each other the lanes would wait for ever, so the run is refused and the cycle named.',
    'With “free order”, the order in which the lanes finish is the order of the block, and what has read a value that changed meanwhile starts over.',
    'The time you lose is visible as gaps in your lanes.',
  ],
  knows: 'What you drew, and the recorded dependencies.',
  usedBy: 'You. “Free order” commits as in optimistic databases.',
  sources: [
    {
      title: 'On Optimistic Methods for Concurrency Control',
      identifier: 'Kung and Robinson, ACM TODS 6(2), 1981',
      url: 'https://doi.org/10.1145/319566.319567',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'in its lane' },
      { id: 'executing', label: 'executing' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['next in its lane', 'finished'],
    sides: [
      {
        id: 'waiting',
        label: 'waiting',
        from: 'ready',
        enter: 'depends on another',
        to: 'ready',
        leave: 'it has finished',
      },
      {
        id: 'aborted',
        label: 'aborted',
        from: 'executing',
        enter: 'free order: stale',
        to: 'ready',
        leave: 'starts over',
      },
    ],
  },
} as const;
