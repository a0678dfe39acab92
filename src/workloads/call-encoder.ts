import { encodeAbiParameters, toEventSelector, toFunctionSelector } from 'viem';
import type { AbiParameter as ViemParameter } from 'viem';
import type { AbiItem, AbiParameter, ContractArtifact } from '../model/artifact.ts';
import type { Hex } from '../model/ids.ts';
import { NamingError, type ResolveName } from '../model/naming/scalar.ts';
import { parseArgument } from './parse-argument.ts';

/** Turns the arguments of one function, as text, into calldata. Throws a NamingError for one that doesn't fit. */
export interface CallEncoder {
  readonly inputs: readonly AbiParameter[];
  readonly payable: boolean;
  encode(args: readonly string[], resolve: ResolveName): Hex;
}

/** The functions of an ABI that a transaction can call, by name or, where a name is overloaded, by signature. */
export function functionsOf(artifact: ContractArtifact): readonly AbiItem[] {
  return artifact.abi.filter((item) => item.type === 'function');
}

/** `transfer(address,uint256)` */
export function signatureOf(item: AbiItem): string {
  return `${item.name}(${(item.inputs ?? []).map(canonicalType).join(',')})`;
}

export function canonicalType(parameter: AbiParameter): string {
  if (!parameter.type.startsWith('tuple')) return parameter.type;
  return `(${(parameter.components ?? []).map(canonicalType).join(',')})${parameter.type.slice('tuple'.length)}`;
}

export function findFunction(artifact: ContractArtifact, name: string): AbiItem | undefined {
  const functions = functionsOf(artifact);
  return functions.find((item) => (name.includes('(') ? signatureOf(item) === name : item.name === name));
}

export function selectorOf(item: AbiItem): Hex {
  return toFunctionSelector(signatureOf(item));
}

/** Topic 0 of an event. */
export function topicOf(item: AbiItem): Hex {
  return toEventSelector(signatureOf(item));
}

export function createCallEncoder(item: AbiItem): CallEncoder {
  const inputs = item.inputs ?? [];
  const selector = selectorOf(item);
  const labels = inputs.map(
    ({ name, type }, i) => `argument ${i + 1} of ${item.name}${name ? `, ${name}` : ''} (${type})`,
  );
  const parameters = inputs as readonly ViemParameter[];
  return {
    inputs,
    payable: item.stateMutability === 'payable',
    encode(args, resolve) {
      if (args.length !== inputs.length) {
        const expected = inputs.length === 0 ? 'no arguments' : `${inputs.length}: ${inputs.map(describe).join(', ')}`;
        throw new NamingError(`${signatureOf(item)} expects ${expected}, got ${args.length}`);
      }
      const values = inputs.map((input, i) => parseArgument(args[i] ?? '', input, resolve, labels[i] ?? ''));
      return `${selector}${encodeAbiParameters(parameters, values).slice(2)}`;
    },
  };
}

function describe({ name, type }: AbiParameter): string {
  return name ? `${type} ${name}` : type;
}
