import type { Address } from '../model/ids.ts';
import { keccak } from '../model/naming/word.ts';
import type { Scenario } from '../model/scenario.ts';

/** The address of a person or contract that is only known by name: the last 20 bytes of the name's keccak. */
export function addressFromName(name: string): Address {
  const text = new TextEncoder().encode(name);
  return `0x${keccak(text).slice(-40)}` as Address;
}

/** First names for accounts, as the field has them; after the last, `alice2`, `bob2`, … */
export const PEOPLE = [
  'alice',
  'bob',
  'carol',
  'dave',
  'erin',
  'frank',
  'grace',
  'heidi',
  'ivan',
  'judy',
  'kim',
  'leo',
  'mallory',
  'nick',
  'olga',
  'peggy',
  'quinn',
  'rupert',
  'sybil',
  'trent',
  'uma',
  'victor',
  'wendy',
  'xavier',
  'yuri',
  'zoe',
] as const;

export function personName(index: number): string {
  const name = PEOPLE[index % PEOPLE.length] ?? '';
  const round = Math.floor(index / PEOPLE.length);
  return round === 0 ? name : `${name}${round + 1}`;
}

/** Who is who in a scenario. */
export interface NameBook {
  /** The address behind a name, or the address itself; undefined for a name nobody has. */
  resolve(text: string): Address | undefined;
  /** One sentence for each name given twice or that can't be told from an address or a number. */
  readonly problems: readonly string[];
}

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

export function createNameBook(scenario: Pick<Scenario, 'accounts' | 'contracts'>): NameBook {
  const byName = new Map<string, Address>();
  const addresses = new Map<Address, string>();
  const problems: string[] = [];
  const enter = (name: string | undefined, address: Address) => {
    const holder = addresses.get(address);
    if (holder !== undefined) {
      problems.push(`${holder} and ${name ?? 'another account'} have the same address ${address}: change one of them`);
    }
    addresses.set(address, name ?? address);
    if (name === undefined) return;
    if (!/^[A-Za-z_][^[\]{}",]{0,39}$/.test(name)) {
      problems.push(
        `${JSON.stringify(name)} can't be a name: begin with a letter, no brackets, quotes or commas, at most 40 characters`,
      );
    } else if (byName.has(name)) {
      problems.push(`two accounts or contracts are called ${name}: rename one of them`);
    }
    byName.set(name, address);
  };
  for (const account of scenario.accounts) enter(account.name, account.address);
  for (const contract of scenario.contracts) enter(contract.name, contract.address);

  return {
    problems,
    resolve: (text) => byName.get(text) ?? (ADDRESS.test(text) ? (text.toLowerCase() as Address) : undefined),
  };
}

/** The word of `words` closest to `word`, to help with a slip of the finger; undefined when none is close. */
export function closest(word: string, words: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Two slips, as one transposition counts for two; in a short word one.
  let least = word.length > 3 ? 3 : 2;
  for (const candidate of words) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
