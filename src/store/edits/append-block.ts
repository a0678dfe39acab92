import type { ContractInstance, Scenario, ScenarioAccount } from '../../model/scenario.ts';
import { freeAddress, freeName } from './accounts.ts';
import { withoutHeader } from './header.ts';
import { type ArgumentTypes, replaceReferences } from './references.ts';
import { addTransactions } from './transactions.ts';

/**
 * Another scenario's transactions after ours, with the accounts and contracts they need. An account at an address that we
 * know is that account, whatever it is called; a contract is ours when name, address and code agree (it gains the
 * storage entries that it lacks); any other that collides gets a free name and address.
 */
export function appendBlock(scenario: Scenario, other: Scenario, types?: ArgumentTypes): Scenario {
  const names = new Map<string, string>();
  let merged = scenario;
  for (const account of other.accounts) {
    const ours = scenario.accounts.find((candidate) => candidate.address === account.address);
    if (ours) {
      if (account.name !== undefined) names.set(account.name, ours.name ?? ours.address);
      continue;
    }
    merged = { ...merged, accounts: [...merged.accounts, freed(merged, account)] };
  }
  for (const contract of other.contracts) {
    if (scenario.contracts.some((ours) => isSame(ours, contract))) continue;
    const name = freeName(merged, contract.name);
    names.set(contract.name, name);
    const taken = [...merged.accounts, ...merged.contracts].some((party) => party.address === contract.address);
    const address = taken ? freeAddress(merged, name) : contract.address;
    merged = { ...merged, contracts: [...merged.contracts, { ...contract, name, address, storage: {} }] };
  }

  const incoming = replaceReferences(other, names, types);
  const contracts = merged.contracts.map((contract) => {
    const theirs = incoming.contracts.find(
      (candidate) => (names.get(candidate.name) ?? candidate.name) === contract.name,
    );
    return theirs ? { ...contract, storage: { ...theirs.storage, ...contract.storage } } : contract;
  });
  const transactions = incoming.transactions.map(({ id: _id, ...tx }) => tx);
  return withoutHeader(addTransactions({ ...merged, contracts }, transactions));

  function freed(into: Scenario, account: ScenarioAccount): ScenarioAccount {
    if (account.name === undefined) return account;
    const name = freeName(into, account.name);
    names.set(account.name, name);
    return { ...account, name };
  }
}

function isSame(a: ContractInstance, b: ContractInstance): boolean {
  if (a.name !== b.name || a.address !== b.address) return false;
  if ('library' in a.contract) return 'library' in b.contract && a.contract.library === b.contract.library;
  return 'artifact' in b.contract && a.contract.artifact.deployedBytecode === b.contract.artifact.deployedBytecode;
}
