import { store as texts } from '#texts/store.ts';
import type { ContractInstance, Scenario } from '../../model/scenario.ts';
import { instance, UNLIMITED } from '../../workloads/compose.ts';
import { LIBRARY, type LibraryId } from '../../workloads/library.ts';
import { addContract, freeAddress, freeName, setContract } from './accounts.ts';

/** Accounts that get balances, allowances and votes; more would only make the document long. */
const PROVIDED = 50;
const PLENTY = '1000000';

/**
 * A new instance of a library contract, with the storage that its calls need to succeed: balances for the named accounts, the
 * tokens a pool trades (made too where there are none), a question with choices.
 */
export function addLibraryContract(scenario: Scenario, id: LibraryId): Scenario {
  const name = freeName(scenario, LIBRARY[id].instanceName);
  const people = scenario.accounts.flatMap((account) => account.name ?? []).slice(0, PROVIDED);
  const add = (to: Scenario, storage: ContractInstance['storage']): Scenario =>
    addContract(to, { ...instance(name, id, storage), address: freeAddress(to, name) });

  switch (id) {
    case 'token':
      return add(scenario, {
        symbol: name,
        totalSupply: (BigInt(PLENTY) * BigInt(people.length)).toString(),
        ...fromPeople(people, (who) => [[`balanceOf[${who}]`, PLENTY]]),
      });
    case 'pool': {
      const [ready, [token0 = '', token1 = '']] = withTokens(scenario, 2);
      const made = add(ready, { token0, token1, reserve0: PLENTY, reserve1: PLENTY, totalShares: PLENTY });
      return [token0, token1].reduce((s, token) => withAllowances(s, token, name, people), made);
    }
    case 'lending': {
      const [ready, [asset = '']] = withTokens(scenario, 1);
      const made = add(ready, {
        asset,
        // 18 decimals; 5 % a year, last brought up to date a block ago.
        index: (10n ** 18n).toString(),
        rate: '1585489599',
        lastAccrual: (scenario.env.timestamp - 12n).toString(),
        totalDeposits: (BigInt(PLENTY) * BigInt(people.length)).toString(),
        totalDebt: (1000n * BigInt(people.length)).toString(),
        ...fromPeople(people, (who) => [
          [`depositOf[${who}]`, PLENTY],
          [`debtOf[${who}]`, '1000'],
        ]),
      });
      return withAllowances(made, asset, name, people);
    }
    case 'drop':
      return add(scenario, { nextId: '1' });
    case 'ballot':
      return add(scenario, {
        question: texts.whichOne,
        'votes.length': '3',
        ...fromPeople(people, (who) => [[`voters[${who}].registered`, 'true']]),
      });
    case 'auction':
      return add(scenario, { endsAt: (scenario.env.timestamp + 3600n).toString() });
    case 'tracker': {
      const items = people.slice(0, 10).flatMap((who, i): [string, string][] => [
        [`items[${100 + i}].holder`, who],
        [`items[${100 + i}].stage`, '1'],
      ]);
      return add(scenario, Object.fromEntries(items));
    }
    case 'counter':
    case 'sharded-counter':
    case 'drop-ranges':
    case 'grid':
    case 'records':
      return add(scenario, {});
  }
}

/** The names of the first `count` tokens, of which those that are missing have been made. */
function withTokens(scenario: Scenario, count: number): readonly [Scenario, readonly string[]] {
  const names = ({ contracts }: Scenario): string[] =>
    contracts.flatMap(({ name, contract }) => ('library' in contract && contract.library === 'token' ? [name] : []));
  let result = scenario;
  while (names(result).length < count) result = addLibraryContract(result, 'token');
  return [result, names(result).slice(0, count)];
}

/** `holder` has some of the token and may take from everybody. */
function withAllowances(scenario: Scenario, token: string, holder: string, people: readonly string[]): Scenario {
  const storage = scenario.contracts.find(({ name }) => name === token)?.storage ?? {};
  return setContract(scenario, token, {
    storage: {
      [`balanceOf[${holder}]`]: PLENTY,
      ...fromPeople(people, (who) => [[`allowance[${who}][${holder}]`, UNLIMITED]]),
      ...storage,
    },
  });
}

function fromPeople(
  people: readonly string[],
  entries: (who: string) => readonly (readonly [string, string])[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(people.flatMap(entries));
}
