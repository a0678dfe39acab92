import { getContractAddress } from 'viem';
import { createRandom, type Random, randomInt } from '../lib/random.ts';
import { type Block, type BlockEnv, HARDFORKS, type Hardfork } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import type { Scenario, ScenarioAccount, ScenarioTx } from '../model/scenario.ts';
import { buildBlock } from './build-block.ts';
import { COMPOSED_ENV, ETHER } from './compose.ts';
import { generateScenario } from './generate/generate-scenario.ts';
import { TX_KINDS } from './generate/options.ts';
import { addressFromName } from './name-book.ts';
import { bytecode, type Gadget, GADGETS, INIT_CODES } from './gadgets.ts';

/** Forks that differ in what transactions can do to the state; the library's code runs from Istanbul on. */
const FORKS: readonly Hardfork[] = ['istanbul', 'berlin', 'london', 'shanghai', 'cancun', 'prague'];
const GADGET_NAMES = Object.keys(GADGETS) as Gadget[];
const INITS: readonly Hex[] = Object.values(INIT_CODES);

/**
 * A small block for property tests: few accounts and much contention, library calls next to creations, self-destructs,
 * probes of other accounts, payments to the fee recipient, to fresh and to dead accounts, reverts, out of gas
 * anywhere, transactions that can only be paid with what arrives in the block, and now and then one that is invalid.
 * The same seed and size give the same block. Throws when the scenario doesn't build: a mistake of ours.
 */
export function randomBlock(seed: number, size: number): Block {
  const { block, problems } = buildBlock(randomScenario(seed, size));
  if (!block) throw new Error(`random block ${seed} of ${size}: ${problems.map(({ message }) => message).join('; ')}`);
  return withAccessLists(block, createRandom(seed ^ 0x5eed));
}

export function randomScenario(seed: number, size: number): Scenario {
  const random = createRandom(seed);
  const hardfork = pick(random, FORKS);
  const base = generateScenario({
    seed,
    transactions: size,
    accounts: 2 + randomInt(random, 4),
    contention: random() * 2,
    mix: Object.fromEntries(TX_KINDS.map((kind) => [kind, randomInt(random, 4) + 0.1])),
    failing: random() < 0.5 ? 0.2 : 0,
  });
  const gadgets = GADGET_NAMES.map(
    (name): ScenarioAccount => ({
      address: addressFromName(name),
      name,
      balance: random() < 0.5 ? 0n : ETHER,
      nonce: 1n,
      code: bytecode(GADGETS[name]),
      storage: name === 'guard' ? { '0x7': 1n } : {},
    }),
  );
  const coinbase: ScenarioAccount = {
    address: COMPOSED_ENV.coinbase,
    name: 'coinbase',
    balance: random() < 0.5 ? 0n : 5n * ETHER,
    nonce: 0n,
  };
  // One who lives from hand to mouth.
  const poor: ScenarioAccount = { address: addressFromName('poor'), name: 'poor', balance: 0n, nonce: 0n };
  const people = base.accounts.map(({ name }) => name ?? '');
  const created: Address[] = [];
  const sent = new Map<string, number>();

  const transactions = base.transactions.map((tx): ScenarioTx => {
    const chosen = random() < 0.5 ? strangeTx(tx.id, random, people, created, sent) : tx;
    if (chosen.kind === 'signed') return chosen;
    sent.set(chosen.from, (sent.get(chosen.from) ?? 0) + 1);
    if (random() < 0.12) return { ...chosen, gasLimit: BigInt(21_000 + randomInt(random, 80_000)) };
    if (random() < 0.03) return { ...chosen, nonce: BigInt(randomInt(random, 3)) };
    return chosen;
  });
  const accounts = [...base.accounts, poor, coinbase, ...gadgets];
  return { ...base, hardfork, env: envOf(hardfork), accounts, transactions };
}

/** What no wallet sends. */
function strangeTx(
  id: string,
  random: Random,
  people: readonly string[],
  created: Address[],
  sent: ReadonlyMap<string, number>,
): ScenarioTx {
  const from = pick(random, random() < 0.1 ? ['poor', 'coinbase'] : people);
  const value = random() < 0.5 ? 0n : BigInt(randomInt(random, 5)) * (ETHER / 100n);
  const fresh = `0x${'f'.repeat(39)}${randomInt(random, 3)}`;
  const somebody = () =>
    pick(random, [...people, ...created, 'poor', 'coinbase', fresh, addressFromName('destroyer'), precompile(random)]);
  const kind = randomInt(random, 10);
  if (kind === 0) return { id, kind: 'pay', from, to: somebody(), value };
  if (kind === 1) return { id, kind: 'pay', from, to: pick(random, ['poor', 'coinbase', fresh]), value: ETHER };
  if (kind <= 3) {
    const nonce = BigInt(sent.get(from) ?? 0);
    created.push(getContractAddress({ from: addressFromName(from), nonce }).toLowerCase() as Address);
    return { id, kind: 'raw', from, value, data: pick(random, INITS) };
  }
  if (kind === 4 && created.length > 0) {
    return { id, kind: 'raw', from, to: pick(random, created), value, data: words(addressOf(somebody())) };
  }
  const gadget = pick(random, GADGET_NAMES);
  const data = gadget.startsWith('creator')
    ? pick(random, INITS)
    : words(addressOf(somebody()), BigInt(randomInt(random, 4)));
  return { id, kind: 'raw', from, to: gadget, value, data };
}

function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[randomInt(random, items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

const precompile = (random: Random): Address =>
  `0x${(1 + randomInt(random, 4)).toString(16).padStart(40, '0')}` as Address;

const addressOf = (party: string): bigint => {
  if (party === 'coinbase') return BigInt(COMPOSED_ENV.coinbase);
  return BigInt(party.startsWith('0x') ? party : addressFromName(party));
};

function words(...values: readonly bigint[]): Hex {
  return `0x${values.map((value) => value.toString(16).padStart(64, '0')).join('')}`;
}

/** The header's fields as the fork has them. */
function envOf(hardfork: Hardfork): BlockEnv {
  const { baseFeePerGas, prevRandao, excessBlobGas, blobGasUsed, ...env } = COMPOSED_ENV;
  const since = (fork: Hardfork) => HARDFORKS.indexOf(hardfork) >= HARDFORKS.indexOf(fork);
  return {
    ...env,
    ...(since('london') && baseFeePerGas !== undefined ? { baseFeePerGas } : {}),
    ...(since('paris') ? (prevRandao === undefined ? {} : { prevRandao }) : { difficulty: 131_072n }),
    ...(since('cancun') && excessBlobGas !== undefined && blobGasUsed !== undefined
      ? { excessBlobGas, blobGasUsed }
      : {}),
  };
}

/** Some transactions announce slots and accounts, touched or not: that changes their gas, never their effect. */
function withAccessLists(block: Block, random: Random): Block {
  const transactions = block.transactions.map((tx) => {
    if (tx.type !== 2 || random() < 0.85) return tx;
    const accounts = Object.keys(block.prestate) as Address[];
    const entry = () => ({ address: pick(random, accounts), storageKeys: [words(BigInt(randomInt(random, 3)))] });
    return { ...tx, accessList: [entry(), entry()] };
  });
  return { ...block, transactions };
}
