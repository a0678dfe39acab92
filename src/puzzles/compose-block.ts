import type { ContractInstance, ScenarioAccount } from '../model/scenario.ts';
import {
  COMPOSED_ENV,
  call,
  each,
  ETHER,
  instance,
  type NewTx,
  pay,
  person,
  pool,
  token,
} from '../workloads/compose.ts';
import { PEOPLE } from '../workloads/name-book.ts';

/** Short words for the calls that puzzles are made of. What a call takes is what the EVM makes of it: see the gas in `proofs.artifact.json`. */
export const puzzleCalls = {
  pays: (from: string, to: string): NewTx => pay(from, to, ETHER),
  sends: (from: string, to: string): NewTx => call(from, 'USDC', 'transfer', [to, '250']),
  /** `through`: one of POOLS. */
  swaps: (from: string, through: string): NewTx => call(from, through, 'swap', ['USDC', '5000', '0']),
  addsLiquidity: (from: string, to: string): NewTx => call(from, to, 'addLiquidity', ['1000', '1000']),
  /** The next number of the one counter: a chain. */
  mints: (from: string): NewTx => call(from, 'Drop', 'mint'),
  passesOn: (from: string, to: string, id: number): NewTx => call(from, 'Drop', 'transfer', [to, String(id)]),
  /** From a range of their own: nobody else's business. */
  mintsOwn: (from: string): NewTx => call(from, 'Ranges', 'mint'),
  counts: (from: string): NewTx => call(from, 'Counter', 'increment'),
  countsInShard: (from: string): NewTx => call(from, 'Shards', 'increment'),
  addsUpShards: (from: string): NewTx => call(from, 'Shards', 'snapshot'),
  votes: (from: string, choice: number): NewTx => call(from, 'Ballot', 'vote', [String(choice)]),
  /** Reads every tally. */
  asksWhoLeads: (from: string): NewTx => call(from, 'Ballot', 'leading'),
  /** `amount` in wei; one too low fails, having read the highest. */
  bids: (from: string, amount: number): NewTx => call(from, 'Auction', 'bid', [], BigInt(amount)),
  claims: (from: string, x: number, y: number): NewTx => call(from, 'Grid', 'claim', [String(x), String(y)]),
  captures: (from: string, x: number, y: number): NewTx => call(from, 'Grid', 'capture', [String(x), String(y)]),
  grants: (from: string, doctor: string): NewTx => call(from, 'Records', 'grant', [doctor]),
  writesEntry: (from: string, patient: string): NewTx =>
    call(from, 'Records', 'addEntry', [patient, `0x${'e1'.repeat(32)}`]),
  admits: (from: string, ward: string): NewTx => call(from, 'Records', 'admit', [ward]),
  registers: (from: string, item: number): NewTx => call(from, 'Tracker', 'register', [String(item)]),
  handsOver: (from: string, item: number, to: string): NewTx => call(from, 'Tracker', 'handOver', [String(item), to]),
  advances: (from: string, item: number): NewTx => call(from, 'Tracker', 'advance', [String(item)]),
  deposits: (from: string): NewTx => call(from, 'Lending', 'deposit', ['500']),
  borrows: (from: string): NewTx => call(from, 'Lending', 'borrow', ['100']),
} as const;

export const POOLS = ['pool', 'pool2'] as const;
/** Contracts that take tokens from people. */
const SPENDERS: readonly string[] = [...POOLS, 'Lending'];

/** The accounts and contracts that these transactions need, each with what it takes for them to succeed. */
export function composeBlock(transactions: readonly NewTx[]): {
  readonly accounts: readonly ScenarioAccount[];
  readonly contracts: readonly ContractInstance[];
  readonly transactions: readonly NewTx[];
} {
  const words = new Set(transactions.flatMap(wordsOf));
  const people = PEOPLE.filter((name) => words.has(name));
  const spenders = SPENDERS.filter((name) => words.has(name));
  const contracts = new Map(allContracts(people, spenders).map((contract) => [contract.name, contract]));
  const needed = new Set<string>();
  const need = (name: string): void => {
    const contract = contracts.get(name);
    if (!contract || needed.has(name)) return;
    needed.add(name);
    for (const value of Object.values(contract.storage)) need(value);
  };
  for (const word of words) need(word);
  return {
    accounts: people.map((name) => person(name)),
    contracts: [...contracts.values()].filter(({ name }) => needed.has(name)),
    transactions,
  };
}

function wordsOf(tx: NewTx): readonly string[] {
  if (tx.kind === 'pay') return [tx.from, tx.to];
  return tx.kind === 'call' ? [tx.from, tx.contract, ...tx.args] : [];
}

function allContracts(people: readonly string[], spenders: readonly string[]): readonly ContractInstance[] {
  const million = 1_000_000n;
  return [
    token('USDC', { ...each(people, million), ...each(spenders, 10n * million) }, spenders),
    token('WETH', { ...each(people, million), pool: million }, ['pool']),
    token('DAI', { ...each(people, million), pool2: million }, ['pool2']),
    pool('pool', ['USDC', 'WETH'], [million, million]),
    pool('pool2', ['USDC', 'DAI'], [million, million]),
    instance('Drop', 'drop', { nextId: '1' }),
    instance('Ranges', 'drop-ranges'),
    instance('Counter', 'counter'),
    instance('Shards', 'sharded-counter'),
    instance('Ballot', 'ballot', {
      question: 'Which lane is fastest?',
      'votes.length': '4',
      ...Object.fromEntries(people.map((name) => [`voters[${name}].registered`, 'true'])),
    }),
    instance('Auction', 'auction', { endsAt: (COMPOSED_ENV.timestamp + 3600n).toString() }),
    instance('Grid', 'grid'),
    instance('Records', 'records'),
    instance('Tracker', 'tracker'),
    instance('Lending', 'lending', {
      asset: 'USDC',
      index: (10n ** 18n).toString(),
      // 5 % a year, last brought up to date a block ago.
      rate: '1585489599',
      lastAccrual: (COMPOSED_ENV.timestamp - 12n).toString(),
      totalDeposits: '1000000',
      totalDebt: '1000',
      ...Object.fromEntries(people.map((name) => [`depositOf[${name}]`, '10000'])),
    }),
  ];
}
