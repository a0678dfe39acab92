import { MAX_TRANSACTIONS } from '../build-block.ts';

/** What a generated transaction can be, in the order in which the generator's sliders stand. */
export const TX_KINDS = [
  'payment',
  'transfer',
  'swap',
  'mint',
  'mint-range',
  'vote',
  'count',
  'count-sharded',
  'lending',
  'bid',
  'item',
  'grid',
  'record',
] as const;
export type TxKind = (typeof TX_KINDS)[number];

/** For the screen. */
export const TX_KIND_TITLES: Readonly<Record<TxKind, string>> = {
  payment: 'Payments',
  transfer: 'Token transfers',
  swap: 'Pool swaps',
  mint: 'NFT mints, one counter',
  'mint-range': 'NFT mints, own ranges',
  vote: 'Votes',
  count: 'Counter',
  'count-sharded': 'Sharded counter',
  lending: 'Lending',
  bid: 'Auction bids',
  item: 'Supply chain',
  grid: 'Grid game',
  record: 'Patient records',
};

export interface GeneratorOptions {
  /** Any whole number; the same options and seed give the same scenario. */
  readonly seed: number;
  /** 1 to 10,000. */
  readonly transactions: number;
  /** People who send and receive, 2 to 10,000. */
  readonly accounts: number;
  /**
   * Exponent of Zipf's law, 0 to 2, by which people, pools, items, choices, … are chosen: the k-th most popular has a
   * share in proportion to 1 ÷ k^contention. 0: all alike. 1: as with words and web sites. 2: the first has over half.
   */
  readonly contention: number;
  /** Weights; a kind that isn't named has none. At least one must be above 0. */
  readonly mix: Readonly<Partial<Record<TxKind, number>>>;
  /** Share of transactions that revert or run out of gas, 0 to 1: rounded to whole transactions, which are drawn. */
  readonly failing: number;
}

export const DEFAULT_GENERATOR_OPTIONS: GeneratorOptions = {
  seed: 1,
  transactions: 100,
  accounts: 50,
  contention: 0.8,
  mix: { payment: 4, transfer: 4, swap: 2, mint: 1, vote: 1 },
  failing: 0.02,
};

/** Throws a RangeError that names the option, what was expected and what came. */
export function checkGeneratorOptions(options: GeneratorOptions): void {
  const check = (name: string, value: number, least: number, most: number, whole: boolean) => {
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) return;
    const range = `${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
    throw new RangeError(`${name}: expected a ${whole ? 'whole ' : ''}number from ${range}, got ${value}`);
  };
  check('seed', options.seed, -(2 ** 53), 2 ** 53, true);
  check('transactions', options.transactions, 1, MAX_TRANSACTIONS, true);
  check('accounts', options.accounts, 2, 10_000, true);
  check('contention', options.contention, 0, 2, false);
  check('failing', options.failing, 0, 1, false);
  for (const [kind, weight] of Object.entries(options.mix)) {
    if (!(TX_KINDS as readonly string[]).includes(kind)) {
      throw new RangeError(`mix: unknown kind ${JSON.stringify(kind)}; there are ${TX_KINDS.join(', ')}`);
    }
    check(`mix, ${kind}`, weight, 0, Number.MAX_SAFE_INTEGER, false);
  }
  if (!Object.values(options.mix).some((weight) => weight > 0)) {
    throw new RangeError('mix: expected at least one kind with a weight above 0, got none');
  }
}
