export const race = {
  howItWorks: [
    'All lanes take transactions in block order and begin at once.',
    'A read gives whatever was written last, by anybody, whether it comes before or after in the block.',
    'What a transaction has written takes effect when it finishes.',
    'Nothing is validated, so when two overlap both can read a value before either writes it, and one update is lost.',
    'It is fast and wrong: each difference from the serial result is named, with the write that was lost.',
  ],
  knows: 'Nothing.',
  usedBy: 'Nobody on purpose: it shows what the others protect from.',
  sources: [
    {
      title: 'A Critique of ANSI SQL Isolation Levels',
      identifier: 'arXiv cs/0701157 (“lost update”, section 4.1)',
      url: 'https://arxiv.org/abs/cs/0701157',
    },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'in the queue' },
      { id: 'executing', label: 'executing' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['a lane is free', 'finished: overwrites what is there'],
    sides: [],
  },
} as const;
