export const accountLocks = {
  howItWorks: [
    'Every transaction declares beforehand what it will read and what it will write.',
    'It is queued on a lane only when that disturbs nobody: readers share a lock, a writer has it alone.',
    'One that conflicts with a single lane’s queue goes to the end of that queue; with two lanes’ queues, it waits.',
    'It never overtakes an earlier one that it conflicts with, so the result is that of block order, without validation or aborts.',
    'Who touches what it hasn’t declared fails; and with locks on whole accounts, all transfers of one token conflict.',
  ],
  knows: 'What every transaction declares: accounts, or single slots.',
  usedBy: 'Solana (Sealevel), with locks on accounts; for Ethereum it was proposed twice and never made binding.',
  sources: [
    {
      title: 'Sealevel — Parallel Processing Thousands of Smart Contracts',
      identifier: 'Anatoly Yakovenko, Solana, 2019',
      url: 'https://medium.com/solana-labs/sealevel-parallel-processing-thousands-of-smart-contracts-d814b378192',
    },
    { title: 'Easy parallelizability', identifier: 'EIP-648', url: 'https://github.com/ethereum/EIPs/issues/648' },
    { title: 'Optional access lists', identifier: 'EIP-2930', url: 'https://eips.ethereum.org/EIPS/eip-2930' },
  ],
  machine: {
    way: [
      { id: 'ready', label: 'declared' },
      { id: 'queued', label: 'queued' },
      { id: 'executing', label: 'executing' },
      { id: 'committed', label: 'committed' },
    ],
    steps: ['no lock is missing', 'its turn in the lane’s queue', 'finished: locks are released'],
    sides: [
      {
        id: 'waiting',
        label: 'waiting',
        from: 'ready',
        enter: 'a lock is held',
        to: 'queued',
        leave: 'locks are free',
      },
      {
        id: 'aborted',
        label: 'rejected',
        from: 'executing',
        enter: 'not declared',
        to: 'committed',
        leave: 'as invalid',
      },
    ],
  },
} as const;
