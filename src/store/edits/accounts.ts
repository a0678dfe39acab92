import { store as texts } from '#texts/store.ts';
import type { Address } from '../../model/ids.ts';
import type { ContractInstance, Scenario, ScenarioAccount } from '../../model/scenario.ts';
import { type ArgumentTypes, replaceReferences } from './references.ts';
import { addressFromName } from '../../workloads/name-book.ts';
import { withoutHeader } from './header.ts';
import { removeTransactions } from './transactions.ts';

const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,31}$/;

/** Why `name` can't name an account or contract, or null. `current` is the one being renamed. */
export function nameProblem(scenario: Scenario, name: string, current?: string): string | null {
  if (!NAME.test(name)) {
    return texts.aNameIsALetter;
  }
  if (name === 'true' || name === 'false') return texts.isAValueChooseAnother(name);
  if (name !== current && isTaken(scenario, name)) return texts.isTakenNamesAreUnique(name);
  return null;
}

/** `base`, or the first of `base2`, `base3`, … that is free. */
export function freeName(scenario: Scenario, base: string): string {
  if (!isTaken(scenario, base)) return base;
  for (let n = 2; ; n++) if (!isTaken(scenario, `${base}${n}`)) return `${base}${n}`;
}

function isTaken(scenario: Scenario, name: string): boolean {
  return scenario.accounts.some((a) => a.name === name) || scenario.contracts.some((c) => c.name === name);
}

/** The address that follows from the name, as for the library's people, or another where that one is in use. */
export function freeAddress(scenario: Scenario, name: string): Address {
  const used = new Set<string>([...scenario.accounts, ...scenario.contracts].map((party) => party.address));
  for (let n = 0; ; n++) {
    const address = addressFromName(n === 0 ? name : `${name}#${n}`);
    if (!used.has(address)) return address;
  }
}

/** Adds an account. Throws a RangeError when its name or address is taken. */
export function addAccount(scenario: Scenario, account: ScenarioAccount): Scenario {
  checkFree(scenario, account);
  return withoutHeader({ ...scenario, accounts: [...scenario.accounts, account] });
}

/** Changes balance, nonce, code or storage of the account at `address`. For its name see `renameAccount`. */
export function setAccount(
  scenario: Scenario,
  address: Address,
  change: Partial<Omit<ScenarioAccount, 'address' | 'name'>>,
): Scenario {
  const accounts = scenario.accounts.map((account) =>
    account.address === address ? { ...account, ...change } : account,
  );
  return withoutHeader({ ...scenario, accounts });
}

/** Gives the account another name, and every mention of it with it. Throws a RangeError when the name is not allowed. */
export function renameAccount(scenario: Scenario, address: Address, name: string, types?: ArgumentTypes): Scenario {
  const account = scenario.accounts.find((candidate) => candidate.address === address);
  if (!account || account.name === name) return scenario;
  const problem = nameProblem(scenario, name, account.name);
  if (problem) throw new RangeError(problem);
  const accounts = scenario.accounts.map((other) => (other === account ? { ...account, name } : other));
  return account.name === undefined
    ? { ...scenario, accounts }
    : replaceReferences({ ...scenario, accounts }, new Map([[account.name, name]]), types);
}

/** Takes the account out of the prestate. Where it was mentioned by name, its address stands from now on. */
export function removeAccount(scenario: Scenario, address: Address, types?: ArgumentTypes): Scenario {
  const account = scenario.accounts.find((candidate) => candidate.address === address);
  if (!account) return scenario;
  const without = { ...scenario, accounts: scenario.accounts.filter((other) => other !== account) };
  return withoutHeader(
    account.name === undefined ? without : replaceReferences(without, new Map([[account.name, address]]), types),
  );
}

/** Adds a contract deployed before the block. Throws a RangeError when its name or address is taken. */
export function addContract(scenario: Scenario, contract: ContractInstance): Scenario {
  checkFree(scenario, contract);
  return withoutHeader({ ...scenario, contracts: [...scenario.contracts, contract] });
}

/** Changes balance, code or storage of a contract. For its name see `renameContract`. */
export function setContract(
  scenario: Scenario,
  name: string,
  change: Partial<Omit<ContractInstance, 'name'>>,
): Scenario {
  const contracts = scenario.contracts.map((contract) =>
    contract.name === name ? { ...contract, ...change } : contract,
  );
  return withoutHeader({ ...scenario, contracts });
}

/** Gives the contract another name, and every mention of it with it. Throws a RangeError when the name is not allowed. */
export function renameContract(scenario: Scenario, name: string, to: string, types?: ArgumentTypes): Scenario {
  if (name === to || !scenario.contracts.some((contract) => contract.name === name)) return scenario;
  const problem = nameProblem(scenario, to, name);
  if (problem) throw new RangeError(problem);
  const renamed = replaceReferences(scenario, new Map([[name, to]]), types);
  const contracts = renamed.contracts.map((contract) =>
    contract.name === name ? { ...contract, name: to } : contract,
  );
  return { ...renamed, contracts };
}

/** Takes the contract out of the prestate, and its calls out of the block. Elsewhere its address stands for its name. */
export function removeContract(scenario: Scenario, name: string, types?: ArgumentTypes): Scenario {
  const contract = scenario.contracts.find((candidate) => candidate.name === name);
  if (!contract) return scenario;
  const calls = scenario.transactions.filter((tx) => tx.kind === 'call' && tx.contract === name);
  const uncalled = removeTransactions(
    scenario,
    calls.map((tx) => tx.id),
  );
  const contracts = uncalled.contracts.filter((other) => other.name !== name);
  return withoutHeader(replaceReferences({ ...uncalled, contracts }, new Map([[name, contract.address]]), types));
}

function checkFree(scenario: Scenario, party: { readonly name?: string; readonly address: Address }): void {
  const problem = party.name === undefined ? null : nameProblem(scenario, party.name);
  if (problem) throw new RangeError(problem);
  if ([...scenario.accounts, ...scenario.contracts].some((other) => other.address === party.address)) {
    throw new RangeError(`address ${party.address} is taken; addresses are unique in a scenario.`);
  }
}
