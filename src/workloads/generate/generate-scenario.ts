import { createRandom, type Random, randomInt } from '../../lib/random.ts';
import type { Scenario } from '../../model/scenario.ts';
import { DEFAULT_SETTINGS, type RunSettings } from '../../model/settings.ts';
import { DEFAULT_CALL_GAS } from '../build-block.ts';
import { COMPOSED_ENV, composeScenario, ETHER, type NewTx, person } from '../compose.ts';
import { personName } from '../name-book.ts';
import { KIND_GENERATORS } from './kinds.ts';
import { checkGeneratorOptions, type GeneratorOptions, TX_KINDS } from './options.ts';
import { createWorld } from './world.ts';
import { createWeighted } from './zipf.ts';

/** Above the 21,000 and calldata that make a transaction valid, below what any call of the library needs. */
const STARVING_GAS = 24_000n;
const LEAST_BALANCE = 100n * ETHER;

/**
 * A block by the throw of dice: the same options give the same scenario. Every transaction is valid; in block order all
 * succeed but the failing share, which reverts or runs out of gas. Throws a RangeError for options out of range.
 */
export function generateScenario(options: GeneratorOptions, settings: RunSettings = DEFAULT_SETTINGS): Scenario {
  checkGeneratorOptions(options);
  const random = createRandom(options.seed);
  const world = createWorld(random, options.accounts, options.contention);
  const kind = createWeighted(
    random,
    TX_KINDS.map((name) => options.mix[name] ?? 0),
  );
  const failing = drawSome(options.transactions, Math.round(options.transactions * options.failing), random);

  const transactions: NewTx[] = [];
  for (let i = 0; i < options.transactions; i++) {
    const generator = KIND_GENERATORS[TX_KINDS[kind()] ?? 'payment'];
    if (!failing.has(i)) {
      transactions.push(generator.succeed(world));
      continue;
    }
    const reverting = generator.revert(world);
    if (reverting && random() < 0.5) transactions.push(reverting);
    // Of the kinds that have nothing to revert, success leaves no trace in `world` that a failure would make wrong.
    else transactions.push(starved(reverting ?? generator.succeed(world)));
  }

  const { title, note } = describeOptions(options);
  const spent = spending(transactions);
  return composeScenario({
    title,
    note,
    accounts: Array.from({ length: options.accounts }, (_, i) => {
      const name = personName(i);
      return person(name, roundUp(spent.get(name) ?? 0n));
    }),
    contracts: world.contracts(),
    transactions,
    settings,
  });
}

function starved(tx: NewTx): NewTx {
  return tx.kind === 'signed' ? tx : { ...tx, gasLimit: STARVING_GAS };
}

/** `count` of the numbers below `bound`. */
function drawSome(bound: number, count: number, random: Random): ReadonlySet<number> {
  const all = Array.from({ length: bound }, (_, i) => i);
  for (let i = 0; i < count; i++) {
    const j = i + randomInt(random, bound - i);
    [all[i], all[j]] = [all[j] ?? 0, all[i] ?? 0];
  }
  return new Set(all.slice(0, count));
}

/** The most that each sender can spend. */
function spending(transactions: readonly NewTx[]): ReadonlyMap<string, bigint> {
  const gasPrice = (COMPOSED_ENV.baseFeePerGas ?? 0n) + 10n ** 9n;
  const spent = new Map<string, bigint>();
  for (const tx of transactions) {
    if (tx.kind === 'signed') continue;
    spent.set(tx.from, (spent.get(tx.from) ?? 0n) + tx.value + DEFAULT_CALL_GAS * gasPrice);
  }
  return spent;
}

/** To a figure that reads well. */
function roundUp(wei: bigint): bigint {
  return ((wei + LEAST_BALANCE) / LEAST_BALANCE) * LEAST_BALANCE;
}

function describeOptions(options: GeneratorOptions): { readonly title: string; readonly note: string } {
  const { transactions, accounts, contention, failing, seed } = options;
  const count = transactions.toLocaleString('en');
  const noun = transactions === 1 ? 'transaction' : 'transactions';
  const share = failing === 0 ? 'all succeed' : `${Math.round(failing * 100)} % fail`;
  return {
    title: `${count} generated ${noun}`,
    note: `${count} ${noun} of ${accounts.toLocaleString('en')} people, contention ${contention}, ${share}; seed ${seed}.`,
  };
}
