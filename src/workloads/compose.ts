import type { BlockEnv } from '../model/block.ts';
import { toAddress } from '../model/ids.ts';
import type { ContractInstance, Scenario, ScenarioAccount, ScenarioTx } from '../model/scenario.ts';
import { DEFAULT_ENGINE_OPTIONS, DEFAULT_SETTINGS, type EngineOptions, type RunSettings } from '../model/settings.ts';
import type { LibraryId } from './library.ts';
import { addressFromName } from './name-book.ts';

/** Short words to write scenarios in code: examples, the generator, tests. */

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;
/** A transaction that has not yet got its id. */
export type NewTx = WithoutId<ScenarioTx>;

export const ETHER = 10n ** 18n;
/** An allowance that is never used up, and so never written (see Token.sol). */
export const UNLIMITED = (2n ** 256n - 1n).toString();

export const pay = (from: string, to: string, value: bigint): NewTx => ({ kind: 'pay', from, to, value });

export const call = (
  from: string,
  contract: string,
  name: string,
  args: readonly string[] = [],
  value = 0n,
): NewTx => ({
  kind: 'call',
  from,
  contract,
  function: name,
  args,
  value,
});

/** A person with 100 ETH, at the address that follows from the name. */
export const person = (name: string, balance = 100n * ETHER): ScenarioAccount => ({
  address: addressFromName(name),
  name,
  balance,
  nonce: 0n,
});

export const instance = (
  name: string,
  library: LibraryId,
  storage: Readonly<Record<string, string>> = {},
  balance = 0n,
): ContractInstance => ({ name, address: addressFromName(name), balance, contract: { library }, storage });

/** A token with these balances, of which the spenders may take as much as they want. */
export function token(
  name: string,
  balances: Readonly<Record<string, bigint>>,
  spenders: readonly string[] = [],
): ContractInstance {
  const storage: Record<string, string> = { symbol: name };
  let supply = 0n;
  for (const [holder, amount] of Object.entries(balances)) {
    storage[`balanceOf[${holder}]`] = amount.toString();
    supply += amount;
    for (const spender of spenders) {
      if (holder !== spender) storage[`allowance[${holder}][${spender}]`] = UNLIMITED;
    }
  }
  return instance(name, 'token', { ...storage, totalSupply: supply.toString() });
}

/** A pool of two tokens; the tokens' own balances of it must be given where they are made. */
export function pool(
  name: string,
  tokens: readonly [string, string],
  reserves: readonly [bigint, bigint],
): ContractInstance {
  return instance(name, 'pool', {
    token0: tokens[0],
    token1: tokens[1],
    reserve0: reserves[0].toString(),
    reserve1: reserves[1].toString(),
    totalShares: reserves[0].toString(),
  });
}

/** The same amount for everybody named. */
export function each(names: readonly string[], amount: bigint): Record<string, bigint> {
  return Object.fromEntries(names.map((name) => [name, amount]));
}

/** Cancun, with room for ten thousand transactions: composed blocks are about conflicts, not about the gas limit. */
export const COMPOSED_ENV: BlockEnv = {
  number: 20_000_000n,
  timestamp: 1_717_281_407n,
  coinbase: toAddress(`0x${'c0'.repeat(20)}`),
  gasLimit: 3_000_000_000n,
  prevRandao: `0x${'11'.repeat(32)}`,
  baseFeePerGas: 10n ** 9n,
  excessBlobGas: 0n,
  blobGasUsed: 0n,
};

export interface ScenarioParts {
  readonly title: string;
  readonly note: string;
  readonly accounts: readonly ScenarioAccount[];
  readonly contracts?: readonly ContractInstance[];
  readonly transactions: readonly NewTx[];
  /** Indices of the transactions pinned to each lane, in the order drawn. */
  readonly lanes?: readonly (readonly number[])[];
  readonly settings?: Partial<Omit<RunSettings, 'options'>> & { readonly options?: Partial<EngineOptions> };
}

/** A scenario from its parts; transactions get the ids t1, t2, … */
export function composeScenario(parts: ScenarioParts): Scenario {
  const { options, ...settings } = parts.settings ?? {};
  const idOf = (index: number) => `t${index + 1}`;
  const lanes = parts.lanes ?? [];
  return {
    title: parts.title,
    note: parts.note,
    hardfork: 'cancun',
    chainId: 1n,
    env: COMPOSED_ENV,
    accounts: parts.accounts,
    contracts: parts.contracts ?? [],
    transactions: parts.transactions.map((tx, i) => ({ ...tx, id: idOf(i) })),
    settings: { ...DEFAULT_SETTINGS, ...settings, options: { ...DEFAULT_ENGINE_OPTIONS, ...options } },
    pins: Object.fromEntries(lanes.flatMap((indices, lane) => indices.map((index) => [idOf(index), lane]))),
    laneOrder: lanes.map((indices) => indices.map(idOf)),
  };
}
