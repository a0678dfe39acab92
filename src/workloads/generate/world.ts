import { type Random, randomInt } from '../../lib/random.ts';
import type { ContractInstance } from '../../model/scenario.ts';
import { instance, UNLIMITED } from '../compose.ts';
import type { LibraryId } from '../library.ts';
import { personName } from '../name-book.ts';
import { createZipf } from './zipf.ts';

/**
 * What the generator knows of the state its transactions will meet, so that they succeed: contracts come into being, and get
 * the balances and allowances they need, when the first transaction asks for them.
 */
export interface World {
  readonly random: Random;
  readonly accounts: number;
  /** A whole number below `count`, by Zipf's law. */
  rank(count: number): number;
  /** Somebody, by Zipf's law. */
  person(): string;
  /** Somebody else. */
  personBut(name: string): string;
  /** Makes the contract if it isn't there yet, with this storage. */
  contract(name: string, library: LibraryId, storage?: () => Readonly<Record<string, string>>): void;
  /** Sets a storage entry before the block, unless it has been set. */
  preset(contract: string, path: string, value: string): void;
  /** Gives `owner` plenty of a token, and `spender` the right to take it. */
  fund(token: string, owner: string, spender?: string): void;
  /** Something of the generator's own to remember, made when first asked for. */
  memory<T>(key: string, make: () => T): T;
  readonly contracts: () => readonly ContractInstance[];
}

/** With two people and a steep law nearly every draw may give the same one. */
const MAX_DRAWS = 16;
/** More of a token than any generated block moves. */
const PLENTY = 1_000_000_000_000n;

export function createWorld(random: Random, accounts: number, contention: number): World {
  const zipfs = new Map<number, () => number>();
  const drafts = new Map<string, { readonly library: LibraryId; readonly storage: Record<string, string> }>();
  const memories = new Map<string, unknown>();

  const world: World = {
    random,
    accounts,
    rank(count) {
      let zipf = zipfs.get(count);
      if (!zipf) {
        zipf = createZipf(random, count, contention);
        zipfs.set(count, zipf);
      }
      return zipf();
    },
    person: () => personName(world.rank(accounts)),
    personBut(name) {
      for (let draw = 0; draw < MAX_DRAWS; draw++) {
        const chosen = world.person();
        if (chosen !== name) return chosen;
      }
      const other = randomInt(random, accounts - 1);
      return personName(other) === name ? personName(accounts - 1) : personName(other);
    },
    contract(name, library, storage) {
      if (!drafts.has(name)) drafts.set(name, { library, storage: { ...storage?.() } });
    },
    preset(contract, path, value) {
      const storage = drafts.get(contract)?.storage;
      if (storage) storage[path] ??= value;
    },
    fund(token, owner, spender) {
      world.contract(token, 'token', () => ({ symbol: token, totalSupply: (PLENTY * 100_000n).toString() }));
      world.preset(token, `balanceOf[${owner}]`, PLENTY.toString());
      if (spender !== undefined) world.preset(token, `allowance[${owner}][${spender}]`, UNLIMITED);
    },
    memory<T>(key: string, make: () => T): T {
      if (!memories.has(key)) memories.set(key, make());
      // Each key is only ever used with one type, next to its `make`.
      return memories.get(key) as T;
    },
    contracts: () => [...drafts].map(([name, { library, storage }]) => instance(name, library, storage)),
  };
  return world;
}
