/** The page 'Papers': what was published about the engines, beside what they do here. */
export const papers = {
  title: 'Papers',
  close: 'Close the papers',
  backToTheRunEsc: 'Back to the run (Esc)',
  modelled:
    'Modelled time: our curves are run in this page when you ask for them, on the EVM, and checked against serial execution.',
  pictureTitle: (experiment: string, variant: string, measure: string) =>
    `${experiment}${variant === '' ? '' : `, ${variant}`}: ${measure.toLowerCase()} against lanes`,
  pictureNote:
    'Hollow and dashed: published. The others: modelled time, run on the EVM and checked against serial execution.',
  choose: 'Experiment',
  whatWasPublished: 'What was published',
  whatIsRunHere: 'What is run here',
  whereTheyDiffer: 'Where ours differs, and why',
  source: 'Source: ',
  variant: 'Setting',
  size: 'Transactions',
  measure: 'Shown',
  run: 'Run it here',
  cancel: 'Cancel',
  runsDone: 'Runs done',
  sizes: {
    '1000': { label: '1,000', hint: 'Blocks of 1,000 transactions: some seconds' },
    '10000': { label: '10,000', hint: 'Blocks of 10,000 transactions: some minutes' },
  },
  nothingToDrawYet: 'No figures were published for this. Run it to draw our curves.',
  notRunYet: 'Only what was published is drawn yet. Run it to draw our curves over it.',
  progress: (done: number, total: number) => `${done} of ${total} runs`,
  cancelled: (done: number, total: number) => `Cancelled after ${done} of ${total} runs. What was found is drawn.`,
  failed: (message: string) => `It failed: ${message}`,
  complete: (runs: number) => `${runs} runs, every result equal to the serial one.`,
  incorrect: (runs: number) => `${runs} runs, and some results differ from the serial one: that is a mistake of ours.`,
  noBlock: 'The open document has problems to mend first; then its block can be run here.',
  onDocument: (title: string) => `On the open document: ${title}.`,
  costs: (dispatch: string, validation: string, gas: string) =>
    `Costs, of a transaction of ${gas} gas: taking a task ${dispatch}, validating a read ${validation}.`,
  costInGas: (gas: string, percent: string) => `${gas} gas (${percent} %)`,
  atATime: (share: string) => `${share}, one lane at a time`,
  noCosts: 'No costs: time is gas.',
  lanes: 'lanes',
  tableOfRuns: 'Our runs as a table',
  besideTable: 'Published figures beside ours',
  published: 'published',
  ours: 'Ours',
  difference: 'Difference',
  bestOfAll: 'best',
  onLanes: (lanes: number) => `${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`,
  range: (least: string, most: string) => `${least} to ${most}`,
  paper: (curve: string) => `paper: ${curve}`,
  paperAtMost: (curve: string, most: string) => `paper: ${curve}, ≤ ${most}`,
  paperAtLeast: (curve: string, least: string) => `paper: ${curve}, ≥ ${least}`,
  upTo: (most: string) => `up to ${most}`,
  atLeast: (least: string) => `at least ${least}`,
  within: 'as published',
  byTheRule: 'as the rule says',
  boundAtMost: 'bound',
  describe: (curve: string, lanes: string, value: string, bound: string | null) =>
    bound === null ? `${curve}, ${lanes}: ${value}.` : `${curve}, ${lanes}: ${value}, of at most ${bound}.`,
  describePublished: (curve: string, lanes: string, value: string) => `Published, ${curve}, ${lanes}: ${value}.`,
  measures: {
    speedup: { name: 'Speed-up', axis: 'Speed-up', hint: 'Serial time divided by parallel time' },
    abortRate: {
      name: 'Aborts',
      axis: 'Aborts for each transaction',
      hint: 'Incarnations thrown away, for each transaction of the block',
    },
    busy: { name: 'Lanes busy', axis: 'Lanes kept busy', hint: 'Time spent on tasks, as a number of lanes' },
  },
  variants: {
    diem: { name: 'Diem', hint: '21 reads and 4 writes; constant costs' },
    'diem-counters': {
      name: 'Diem, counters',
      hint: 'The same; taking a task is something that one lane at a time can do',
    },
    aptos: { name: 'Aptos', hint: '8 reads and 5 writes; constant costs' },
    'aptos-counters': {
      name: 'Aptos, counters',
      hint: 'The same; taking a task is something that one lane at a time can do',
    },
    transfers: { name: 'Token transfers', hint: 'Everyone passes on what the one before has sent' },
    swaps: { name: 'Pool swaps', hint: 'Everyone swaps in one pool' },
    only: { name: '', hint: '' },
  },
  experiments: {
    'block-stm': {
      title: 'Block-STM: payments',
      source:
        'Gelashvili and others, Block-STM: Scaling Blockchain Execution by Turning Ordering Curse to a Performance Blessing, arXiv 2203.06871, abstract and section 4. Read off its text.',
      published: [
        'Payments between accounts drawn at random, in blocks of 1,000 and 10,000: 17 to 20 times faster than serial on 32 threads when accounts are many, 12 to 13 times on 16.',
        'Up to 8 times with 100 accounts, still above serial with 10, and with 2 accounts, where every payment waits for the one before, at most 30 % slower.',
      ],
      ours: [
        'The same payments on the EVM, by a contract of a few bytes that reads and writes as many state locations as the paper’s: 21 and 4 (Diem), or 8 and 5 (Aptos).',
        'Taking a task costs 0.5 µs and checking a read 0.25 µs of the 182 µs or 100 µs that a payment takes there. No paper says this; it follows from another source’s throughput on one and two threads, and was not changed afterwards.',
        '“Counters” makes taking a task something that one lane at a time can do, for 2.1 µs: worked out from where that other source stops scaling.',
      ],
      differs: [
        'The order of things is as published: almost linear with many accounts, a plateau with 100, above serial with 10, little below it with 2.',
        'The numbers at 32 lanes are too good, with many accounts and with 100. What the model leaves out would all lower them: here every lane runs at full speed whatever the others do, while 32 threads share caches and memory bandwidth; versions are found at no cost however many threads work on one entry; and a validation that can’t fail, since nothing it read has been touched, is skipped.',
        'How much each of these counts for has not been measured, so nothing is put in for them.',
      ],
    },
    'cpp-block-stm': {
      title: 'Block-STM in C++: aborts',
      source: 'neo1202/parallel-block-stm, docs/experiments.md, run of 21 April 2026 on AMD EPYC. From its table.',
      published: [
        '10,000 transactions that read two of 1,000 accounts, compute 200 rounds of SHA-256, and write both: 2.0, 3.8, 7.2, 12.2 and 17.3 times on 2 to 32 threads, with 0.3 to 6.7 % aborts.',
      ],
      ours: [
        'On the EVM: two slots are read, a loop runs, both are written; nine tenths of the gas lie between. Each transaction has a sender of its own, so that only the accounts are in conflict.',
        'Costs are 0.5 µs a task and 0.5 µs a validation of the 113.6 µs that a transaction takes there. With the counters as a bottleneck, taking a task takes 2.1 µs, one lane at a time.',
        'The costs come from this source’s own figures on one and two threads, so that its row of 2 is no prediction.',
      ],
      differs: [
        'Aborts come out within a factor of two. The speed-up does, within a fifth, on up to 8 lanes with constant costs, and on up to 16 with the bottleneck; on 32 ours is too good.',
        'No constant cost comes near all rows: one that brings 32 lanes down to 17 would leave 2 lanes at 1.4. The source’s own profile gives the scheduler up to a quarter of the time on 128 threads. The bottleneck shows a part of it; but its lanes queue in perfect order, which is kinder than threads that collide and try again.',
      ],
    },
    chain: {
      title: 'A pure chain',
      source: 'Galxe/grevm, docs/v2/grevm2.md, tables 4 and 5, on 32 virtual CPUs. From its tables.',
      published: [
        'Blocks in which every transaction depends on the one before. Guided by the dependencies (Grevm 2.0): 0.95 to 0.97 of serial speed, about one CPU in use. Block-STM (pevm): 0.69 to 0.71, with 28 to 30 in use.',
      ],
      ours: [
        'A chain of 1,000 token transfers, or of 1,000 swaps in one pool, on up to 32 lanes, with 0.5 µs a task and 0.25 µs a validated read of the 10 µs or 86 µs that a transaction takes there.',
      ],
      differs: [
        'Guided by the dependencies, it comes out as published. Block-STM’s slowdown does not: on 32 lanes, as there, it costs 1 to 5 % here, and 6 to 8 lanes are busy. On few lanes it costs more, as a lane that checks or starts over is then missing elsewhere.',
        'Why: an incarnation here that meets an ESTIMATE gives up its lane, which then waits at no cost, and the one transaction that all wait for runs at full speed. There, threads that wait keep asking the shared scheduler and so count as in use, and they slow down the one at work: caches, memory, the counters. An incarnation that can’t commit any more costs the others nothing here, beyond its lane.',
        'What can be seen all the same: Block-STM executes each transaction several times where the dependencies need one execution.',
      ],
    },
    locks: {
      title: 'What a lock covers',
      source:
        'Solana’s Sealevel locks whole accounts; EIP-2930 lists single storage slots. No figures were published for this: what is drawn as the rule follows from it.',
      published: [
        'With a lock on the token’s account, its transfers must go one after the other, however many lanes there are.',
      ],
      ours: [
        'Transfers of one ERC-20 token among 1,000 people with declared locks, on whole accounts and on slots. No costs: time is gas.',
      ],
      differs: ['Nowhere: it follows from the rule. With locks on slots the same block comes near its bound.'],
    },
    'access-list': {
      title: 'Block access list',
      source:
        'EIP-7928. No figures were published for this: the claim is that the longest transaction alone sets the limit.',
      published: [
        'With every value after every transaction given beforehand, no transaction depends on another. All can run at once, and only the longest one is to be waited for.',
      ],
      ours: [
        'The block of the open document with its access list, in block order and longest first, beside the dependency DAG. No costs: time is gas.',
      ],
      differs: [
        'Longest first comes to the limit. Block order stays below it where a long transaction comes late. The DAG keeps to the longest chain of dependencies, which may be far lower.',
      ],
    },
    'real-blocks': {
      title: 'Real blocks',
      source:
        'Anjana and Ravi, Empirical Analysis of Transaction Conflicts in Ethereum and Solana for Parallel Execution, arXiv 2505.05358; for Base block 38014901, speed-ups by critical path of 2.0, 4.0, 4.227 and 4.227 on 2, 4, 8 and 16 lanes, published with its dependencies.',
      published: [
        'In more than half of Ethereum’s blocks more than half of the transactions are independent, and the longest chain is about 18 % of the block.',
        'Where the longest chain is long, more lanes stop helping early: Base block 38014901 can’t go faster than 4.227 times, and block order loses a few percent to the critical path.',
      ],
      ours: [
        'The block of the open document, by six engines on 1 to 16 lanes. No costs: time is gas.',
        'A real block comes as a file with its prestate: open it from the menu of scenarios, or drop it on the page, and come back. docs/published-behaviour.md has the tables of five mainnet blocks.',
      ],
      differs: [
        'No published curve is for your block, so none is drawn over it. The bound is: no engine that respects dependencies may beat it, and none does.',
      ],
    },
  },
  curves: {
    'block-stm': {
      2: '2 accounts',
      10: '10 accounts',
      100: '100 accounts',
      1000: '1,000 accounts',
      10000: '10,000 accounts',
      'low contention': 'many accounts',
      '100 accounts': '100 accounts',
      '10 accounts': '10 accounts',
      '2 accounts': '2 accounts',
    },
    'cpp-block-stm': { constant: 'constant costs', counters: 'counters as a bottleneck', table: '1,000 accounts' },
    chain: { dag: 'Dependency DAG', 'block-stm': 'Block-STM' },
    locks: { account: 'locks on accounts', slot: 'locks on slots', 'one token': 'the rule: one after the other' },
    'access-list': {
      'block-order': 'list, block order',
      'longest-first': 'list, longest first',
      dag: 'Dependency DAG',
    },
    'real-blocks': {
      dag: 'Dependency DAG',
      components: 'Independent groups',
      'account-locks': 'Declared locks',
      'block-stm': 'Block-STM',
      rounds: 'Optimistic rounds',
      'in-order': 'Speculate, commit in order',
    },
  },
};
