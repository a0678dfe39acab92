const thousands = (gas: number): string => `${Math.round(gas / 1000).toLocaleString('en')}k`;

export const puzzles = {
  // The collection: title; what is in the block; what it teaches.
  collection: {
    'four-cards': {
      title: 'Four cards',
      sentence: 'Four transactions that have nothing to do with each other, on two lanes.',
      idea: 'Longest first, each to the lane that has the least so far: here that is best.',
    },
    'wait-for-it': {
      title: 'Wait for it',
      sentence: 'A doctor’s entry waits for the patient’s grant; three others wait for nobody.',
      idea: 'No block ends before its heaviest chain does: this one has to begin at once, and everything else fits beside it.',
    },
    'two-chains': {
      title: 'Two chains',
      sentence: 'Three increments of one counter, a grant with its entry, and two that are free.',
      idea: 'One chain a lane; what is free goes where there is room. In block order the heavier chain begins last.',
    },
    'longest-first': {
      title: 'The longest-first trap',
      sentence: 'Two long mints, and six short payments by alice, which must follow each other.',
      idea: 'Short ones in a chain can be more urgent than a long one that nobody waits for.',
    },
    'hot-slot': {
      title: 'Hot slot',
      sentence: 'Everybody wants the counter; a mint, a transfer and a payment don’t.',
      idea: 'The counter’s increments are a chain: give them a lane that they can keep, and let the last of them share.',
    },
    'fan-out': {
      title: 'Fan-out',
      sentence: 'Five people ask who leads the ballot, and all of them wait for one vote.',
      idea: 'Who is waited for by many goes first: before the vote, none of the five can begin.',
    },
    'fan-in': {
      title: 'Fan-in',
      sentence: 'A sharded counter is counted up five times, then somebody adds up its shards.',
      idea: 'The sum waits for all five: those come before the long mints, although each of them is short.',
    },
    'no-rule': {
      title: 'No rule of thumb',
      sentence: 'A loan desk and a sharded counter share two lanes.',
      idea: 'Neither block order, nor longest first, nor critical path first gets this right: here one has to look.',
    },
    'split-pools': {
      title: 'Split pools',
      sentence: 'Swaps in two pools, of which one has the heavier day.',
      idea: 'Two pools are two chains that may run side by side; the heavier one must not come second.',
    },
    'more-lanes': {
      title: 'More lanes, later end',
      sentence: 'On four lanes block order ends later than on three: Graham’s anomaly of 1966.',
      idea: 'With a lane more the vote is in earlier, and the questions that it lets go take all lanes just before alice’s mint is ready. Keep one for her.',
    },
    'ward-round': {
      title: 'Ward round',
      sentence: 'Two patients’ files, two wards, a mint and a payment.',
      idea: 'The file with two entries is the critical path: its grant goes first, and nothing may come in its way after that.',
    },
    'going-twice': {
      title: 'Going twice',
      sentence: 'Three bids, each higher than the one before, and three that come too low.',
      idea: 'Bids that fail have waited all the same, but nobody waits for them: they can share what is left of three lanes.',
    },
    'supply-chain': {
      title: 'Supply chain',
      sentence: 'One item passes through three hands, one through two, one only begins.',
      idea: 'Critical path first is very near, yet not the best: what comes last decides.',
    },
    'loan-desk': {
      title: 'Loan desk',
      sentence:
        'Whoever comes to the loan desk waits for the one before; a counter, two mints and two others don’t care.',
      idea: 'The desk’s queue is the critical path; the sum of the shards is the other thing that must not start late.',
    },
    'sold-out': {
      title: 'Sold out',
      sentence: 'Three mints of a drop, two of which are passed on, two swaps in a pool, and five others.',
      idea: 'A token can be passed on as soon as it exists: not all of the chain is behind each of its links.',
    },
    'election-night': {
      title: 'Election night',
      sentence: 'Votes for two sides, and three who ask in between.',
      idea: 'Who asks waits for the votes before, not for each other: votes early, questions into the gaps.',
    },
    'border-war': {
      title: 'Border war',
      sentence: 'Alice takes a cell that bob has just claimed beside hers; around them, business as usual.',
      idea: 'Three chains of different weights, and one long mint that must find its place among them.',
    },
    'two-markets': {
      title: 'Two markets',
      sentence: 'Two pools and a ballot, with a mint and a claim in between, on three lanes.',
      idea: 'The heaviest chain isn’t all: the lanes are nearly full, and a rule leaves a gap that is seen only at the end.',
    },
    paperwork: {
      title: 'Paperwork',
      sentence: 'Grants, an item and mints: many of nearly the same length, which is what makes it hard.',
      idea: 'Think in sums: three lanes, twelve lengths, and the remainder must be small.',
    },
    'rush-hour': {
      title: 'Rush hour',
      sentence: 'Alice pays five people, shards are counted, a ballot is watched: fifteen on four lanes.',
      idea: 'Five short payments in a row, a sum that waits for three, and two long ones that could start at any time.',
    },
    'town-hall': {
      title: 'Town hall',
      sentence: 'One file with two entries takes nearly as long as each lane has time.',
      idea: 'The file can’t keep a lane to itself, as the other eleven don’t fit on two: one of its three must go elsewhere.',
    },
    'night-shift': {
      title: 'Night shift',
      sentence: 'A pool, an item, a file and a counter: four chains, four lanes, and what is in between.',
      idea: 'A chain a lane is a good start and not the end: who waits anyway can wait on another lane.',
    },
    'counting-house': {
      title: 'Counting house',
      sentence: 'Four shards before the sum, two entries in one file, and sixteen transactions in all.',
      idea: 'The file can’t keep a lane to itself here either; and the sum of the shards must begin while there is room behind it.',
    },
    'full-house': {
      title: 'Full house',
      sentence: 'Sixteen transactions, four lanes, and hardly a moment to lose.',
      idea: 'Every simple rule is at least eight percent late here: begin with what has most behind it, then move single cards.',
    },
  },

  // Levels
  levels: { 1: 'Warm-up', 2: 'Easy', 3: 'Medium', 4: 'Tricky', 5: 'Hard' },

  levelHints: {
    1: '5 cards on 2 lanes',
    2: '7 cards on 2 lanes',
    3: '10 cards on 3 lanes',
    4: '12 cards on 3 lanes; no simple rule is best',
    5: '14 cards on 4 lanes; no simple rule is best',
  },

  // PuzzleList
  title: 'Puzzles',
  intro:
    'Put every card on a lane so that the last one ends as early as it can. Each run is executed on the EVM and checked against serial execution; the optimum is exact, found by branch and bound.',
  close: 'Close the puzzles',
  backToRun: 'Back to the run (Esc)',
  starsEarned: (earned: number, of: number) => `${earned} of ${of} stars`,
  stars: (stars: number) => (stars === 1 ? '1 star of 3' : `${stars} stars of 3`),
  notTried: 'not solved yet',
  cards: (count: number) => `${count} cards`,
  lanes: (count: number) => `${count} lanes`,
  endless: 'Endless',
  endlessText:
    'A new block from a seed: the same seed gives the same puzzle to everybody. Blocks that block order already runs best are passed over.',
  seed: 'Seed',
  level: 'Level',
  makePuzzle: 'Make the puzzle',
  anotherSeed: 'Another seed',

  // Making an endless one
  endlessTitle: (seed: number, level: string) => `Endless ${seed}, ${level.toLowerCase()}`,
  endlessNote: (seed: number) => `Made from seed ${seed}: place every card so that the last one ends early.`,
  endlessIdea: 'Begin with what has most gas behind it, and look at the end of each lane for what could go elsewhere.',
  looking: (tries: number) => `Looking for a block worth solving: ${tries} tried.`,
  solving: (seconds: number) => `Solving it, at most ${seconds} seconds.`,
  cancel: 'Cancel',
  makingFailed: (message: string) => `No puzzle could be made: ${message}`,
  noneFound: 'Every block of this seed that was tried is already best in block order. Take another seed.',
  unknown: (id: string) => `There is no puzzle “${id}”.`,

  // PuzzlePanel
  goal: 'Goal',
  goalText: (cards: number, lanes: number) =>
    `Place all ${cards} cards on the ${lanes} lanes, so that the makespan is as short as it can be.`,
  result: 'Result',
  makespan: 'Makespan',
  gas: (gas: number) => `${gas.toLocaleString('en')} gas`,
  optimum: 'Optimum',
  bestKnown: 'Best known',
  notProven: (bound: number) =>
    `The search was stopped before it was through. The optimum lies between ${bound.toLocaleString('en')} gas, which is proven, and the best known.`,
  proven: {
    bound: 'Proven: no placement can be shorter than its lower bound, and this one is as short.',
    search: (nodes: number) =>
      `Proven by branch and bound over ${nodes.toLocaleString('en')} partial placements: none is shorter.`,
  },
  blockOrder: 'Block order',
  bar: (makespan: string, optimum: string) => `Makespan ${makespan}, optimum ${optimum}`,
  barNone: (optimum: string) => `No result yet, optimum ${optimum}`,
  threeStars: (gas: number, proven: boolean) =>
    `3 stars: ${thousands(gas)}, ${proven ? 'the optimum' : 'the best known'}`,
  twoStars: (gas: number) => `2 stars: ${thousands(gas)}, nearer to the optimum than block order is`,
  oneStar: (gas: number) => `1 star: ${thousands(gas)} or less, faster than one lane`,
  stillToPlace: (count: number) =>
    count === 1 ? '1 card is still on no lane.' : `${count} cards are still on no lane.`,
  stillToPlaceLong: 'Drag them from the strip below the lanes, or select one and press the lane’s number.',
  running: 'Running …',
  run: 'Run',
  refused: 'It can’t run like this.',
  failed: 'The run failed.',
  notSerial: 'The result differs from serial execution: no stars for that.',
  verdict: (stars: number, over: number) => {
    if (stars === 3) return 'Optimal: nothing is shorter.';
    const percent = `${(over * 100).toFixed(over < 0.1 ? 1 : 0)} % over the optimum`;
    if (stars === 2) return `Nearly there: ${percent}.`;
    return stars === 1 ? `Faster than one lane, ${percent}.` : `No faster than one lane, ${percent}.`;
  },
  verdictUnproven: 'As short as the best known; whether anything is shorter isn’t proven.',
  betterThanKnown: 'Shorter than the best that the search had found.',
  announce: (makespan: string, stars: string, verdict: string) => `Makespan ${makespan}, ${stars}. ${verdict}`,
  attempts: (count: number) => (count === 1 ? '1 placement tried' : `${count} placements tried`),
  best: (stars: string, gas: string) => `Best so far: ${stars}, ${gas}.`,
  hints: 'Hints',
  nextHint: (shown: number, of: number) => (shown === 0 ? `A hint (${of})` : `Another hint (${shown} of ${of} shown)`),
  hintBound: {
    criticalPath: (gas: string) =>
      `The heaviest chain of dependencies takes ${gas}: no placement can be shorter. Follow it in the conflict DAG.`,
    evenShare: (gas: string, lanes: number) =>
      `All work shared out evenly over ${lanes} lanes is ${gas} each: no placement can be shorter.`,
    window: (gas: string) =>
      `What can’t begin early and what much must follow don’t fit closer: no placement is shorter than ${gas}.`,
  },
  hintFirst: (cards: readonly string[]) => `Begin the lanes with ${cards.join(' and ')}.`,
  hintLane: (cards: readonly string[]) => `In one optimal placement a lane runs ${cards.join(', then ')}.`,
  card: (index: number, title: string) => `${index} (${title})`,
  showSolution: 'Show a solution',
  showSolutionNow: 'Show the solution; the stars stay as they are',
  solutionShown: 'A solution is on the lanes. It counts for no stars.',
  takeBack: 'Back to mine',
  reset: 'Reset',
  resetLabel: 'Take all cards off the lanes',
  showWaits: 'Show where it waits',
  backToBoard: 'Back to the board',
  next: 'Next puzzle',
  allPuzzles: 'All puzzles',
  leave: 'Leave the puzzle',
  left: 'Another document is open.',
  goBack: 'Back to the puzzle',
  onlyPlacing: 'Only placing counts here',
  onlyPlacingText: 'A puzzle’s block, engine and number of lanes stay as they are. Leave the puzzle to change them.',
  edits: {
    reset: 'take all cards off the lanes',
    solution: 'show a solution',
    back: 'put the cards back',
  },
};
