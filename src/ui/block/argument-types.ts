import type { ArgumentTypes } from '../../store/edits.ts';
import { findFunction } from '../../workloads/call-encoder.ts';
import { artifactOf } from '../../workloads/library.ts';

/** From the contract's ABI: a renamed account is renamed only where an argument is an address. */
export const argumentTypes: ArgumentTypes = (contract, name) => {
  const artifact = artifactOf(contract);
  const inputs = artifact && findFunction(artifact, name)?.inputs;
  return inputs ? inputs.map((input) => input.type) : null;
};
