import type { AbiItem } from '../../model/artifact.ts';
import type { ContractInstance, Scenario } from '../../model/scenario.ts';
import { isLibraryId, LIBRARY, type LibraryId } from '../../workloads/library.ts';
import { setContract } from './accounts.ts';

/** Contracts of the library that do the same in different ways. */
const ALIKE: readonly (readonly LibraryId[])[] = [
  ['drop', 'drop-ranges'],
  ['counter', 'sharded-counter'],
];

/**
 * Library contracts that could stand in this one's place: those that do the same in another way, and have all that the block calls, with
 * the same arguments. The present one is among them, if it is of the library.
 */
export function codeChoices(scenario: Scenario, { name, contract: code }: ContractInstance): readonly LibraryId[] {
  if (!('library' in code) || !isLibraryId(code.library)) return [];
  const present = code.library;
  const called = new Set(
    scenario.transactions.flatMap((tx) => (tx.kind === 'call' && tx.contract === name ? [tx.function] : [])),
  );
  const needed = signaturesOf(LIBRARY[present].artifact.abi, called);
  return (ALIKE.find((group) => group.includes(present)) ?? [present]).filter((id) => {
    const offered = signaturesOf(LIBRARY[id].artifact.abi, called);
    return needed.every((signature) => offered.includes(signature));
  });
}

/**
 * Gives a contract the code of another one of the library; its name and address stay. Storage of variables that the new code hasn't got
 * is dropped. Throws a RangeError for a contract that isn't there.
 */
export function replaceCode(scenario: Scenario, name: string, library: LibraryId): Scenario {
  const contract = scenario.contracts.find((candidate) => candidate.name === name);
  if (!contract) throw new RangeError(`expected a contract of the scenario, got ${JSON.stringify(name)}`);
  const variables = new Set(LIBRARY[library].artifact.storageLayout.storage.map(({ label }) => label));
  const storage = Object.fromEntries(
    Object.entries(contract.storage).filter(([path]) => variables.has(path.split(/[[.]/, 1)[0] ?? '')),
  );
  return setContract(scenario, name, { contract: { library }, storage });
}

/** Of the functions called: `mint()`, `transfer(address,uint256)`. */
function signaturesOf(abi: readonly AbiItem[], called: ReadonlySet<string>): readonly string[] {
  return abi.flatMap(({ type, name = '', inputs = [] }) =>
    type === 'function' && called.has(name) ? [`${name}(${inputs.map((input) => input.type).join()})`] : [],
  );
}
