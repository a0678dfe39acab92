import type { ContractArtifact } from '../model/artifact.ts';
import type { ContractInstance } from '../model/scenario.ts';

/** The compiled contract behind an instance; undefined when the scenario names one that the library doesn't have. */
export function artifactOf({ contract }: ContractInstance): ContractArtifact | undefined {
  return 'artifact' in contract ? contract.artifact : undefined;
}
