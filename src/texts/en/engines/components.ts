export const components = {
  howItWorks: [
    'Transactions that conflict, directly or through others, form a group.',
    'Groups have nothing in common, so each can run without looking at the others.',
    'Before the start the groups are dealt out, the one with the most gas first, each to the lane with the least.',
    'Within a group, block order holds, on one lane; nothing needs to be versioned or validated.',
    'One hot contract can tie half the block into one group, though most of its members could have run side by side: that is what the dependency DAG saves.',
  ],
  knows: 'Every conflict, but not its direction.',
  usedBy: 'The first version of grevm.',
  sources: [
    {
      title: 'Accelerating Blockchain Scalability: New Models for Parallel Transaction Execution in the EVM',
      identifier: 'arXiv 2504.01370',
      url: 'https://arxiv.org/abs/2504.01370',
    },
    {
      title: 'Grevm 1.0 Tech Report',
      identifier: 'Galxe/grevm',
      url: 'https://github.com/Galxe/grevm/blob/main/docs/v1/README.md',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'in its group' },
      { id: 'executing', label: 'executing' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['the one before it in the group has finished', 'finished'],
    sides: [
      {
        id: 'waiting',
        label: 'waiting',
        from: 'ready',
        enter: 'pinned elsewhere',
        to: 'ready',
        leave: 'its turn has come',
      },
    ],
  },
} as const;
