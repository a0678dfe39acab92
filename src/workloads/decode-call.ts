import { type Abi, type AbiFunction, decodeEventLog, decodeFunctionData } from 'viem';
import type { AbiItem, AbiParameter, ContractArtifact } from '../model/artifact.ts';
import type { Log } from '../model/execution.ts';
import type { Address, Hex } from '../model/ids.ts';
import { formatInteger, shortHex } from '../model/naming/scalar.ts';
import type { Scenario, ScenarioTx } from '../model/scenario.ts';
import { findFunction, selectorOf, topicOf } from './call-encoder.ts';
import { artifactOf } from './library.ts';
import { createNameBook } from './name-book.ts';

export interface NamedArgument {
  /** Empty where the ABI gives none. */
  readonly name: string;
  readonly type: string;
  /** For the screen: names for addresses, grouped digits. */
  readonly value: string;
}

/** A call or an event in words. */
export interface Decoded {
  readonly contract: string;
  /** Of the function or event. */
  readonly name: string;
  readonly args: readonly NamedArgument[];
}

/** Reads calldata and logs of a scenario's contracts. */
export interface Decoder {
  /** Null for a payment, a creation, and for what no known function explains. */
  call(tx: ScenarioTx): Decoded | null;
  /** Null where the emitter or the event isn't known. */
  log(log: Log): Decoded | null;
  /** Revert data as the contract's own error, or Solidity's (`Error(string)`, `Panic(uint256)`); null for others. */
  error(to: Address | undefined, output: Hex): Decoded | null;
}

export function createDecoder(scenario: Pick<Scenario, 'accounts' | 'contracts'>): Decoder {
  const names = new Map<Address, string>();
  for (const { address, name } of scenario.accounts) if (name !== undefined) names.set(address, name);
  const contracts = new Map<Address, { readonly name: string; readonly artifact: ContractArtifact }>();
  for (const instance of scenario.contracts) {
    names.set(instance.address, instance.name);
    const artifact = artifactOf(instance);
    if (artifact) contracts.set(instance.address, { name: instance.name, artifact });
  }
  const book = createNameBook(scenario);
  const functions = new Map<string, AbiItem | null>();
  /** Only the one item is given to viem, so that it doesn't hash the whole ABI each time. */
  const functionBySelector = (address: Address, selector: string): AbiItem | null => {
    const key = `${address}${selector}`;
    let item = functions.get(key);
    if (item === undefined) {
      const abi = contracts.get(address)?.artifact.abi ?? [];
      item = abi.find((candidate) => candidate.type === 'function' && selectorOf(candidate) === selector) ?? null;
      functions.set(key, item);
    }
    return item;
  };

  const show = (value: unknown, { type }: AbiParameter): string =>
    formatAbiValue(value, type, (a) => names.get(a) ?? shortHex(a));
  const nameArgs = (inputs: readonly AbiParameter[], values: readonly unknown[]): NamedArgument[] =>
    inputs.map((input, i) => ({ name: input.name ?? '', type: input.type, value: show(values[i], input) }));

  const decodeData = (to: Address | undefined, data: Hex): Decoded | null => {
    const contract = to && contracts.get(to);
    const item = contract && functionBySelector(to, data.slice(0, 10));
    if (!contract || !item) return null;
    try {
      const { args } = decodeFunctionData({ abi: [item as AbiFunction], data });
      return { contract: contract.name, name: item.name ?? '', args: nameArgs(item.inputs ?? [], args ?? []) };
    } catch {
      // Calldata too short for its function: the call will revert, and there is nothing to show.
      return null;
    }
  };

  return {
    call(tx) {
      switch (tx.kind) {
        case 'pay':
          return null;
        case 'call': {
          const instance = scenario.contracts.find(({ name }) => name === tx.contract);
          const artifact = instance && artifactOf(instance);
          const inputs = (artifact && findFunction(artifact, tx.function)?.inputs) ?? [];
          const args = tx.args.map((value, i) => ({ name: inputs[i]?.name ?? '', type: inputs[i]?.type ?? '', value }));
          return { contract: tx.contract, name: tx.function, args };
        }
        case 'raw':
          return decodeData(tx.to === undefined ? undefined : book.resolve(tx.to), tx.data);
        case 'signed':
          return decodeData(tx.tx.to, tx.tx.data);
      }
    },
    log({ address, topics, data }) {
      const contract = contracts.get(address);
      if (!contract) return null;
      const [signature, ...indexed] = topics;
      if (signature === undefined) return null;
      const event = contract.artifact.abi.find((item) => item.type === 'event' && topicOf(item) === signature);
      if (!event) return null;
      const inputs = event.inputs ?? [];
      try {
        const decoded: { readonly args?: unknown } = decodeEventLog({
          abi: [event] as Abi,
          data,
          topics: [signature, ...indexed],
        });
        // viem gives a list where an argument has no name, else an object.
        const args = (decoded.args ?? []) as Readonly<Record<string, unknown>>;
        const values = inputs.map(({ name }, i) => args[Array.isArray(args) ? i : (name ?? '')]);
        return { contract: contract.name, name: event.name ?? '', args: nameArgs(inputs, values) };
      } catch {
        // Data that doesn't fit the event: another contract's event of the same name.
        return null;
      }
    },
    error(to, output) {
      if (output.length < 10) return null;
      const selector = output.slice(0, 10);
      const own = to && contracts.get(to);
      // A call that fails passes on the revert data of the contract that it called.
      const raisers = [...(own ? [own] : []), ...contracts.values(), { name: '', artifact: { abi: SOLIDITY_ERRORS } }];
      const isIt = (item: AbiItem) => item.type === 'error' && selectorOf(item) === selector;
      const raiser = raisers.find(({ artifact }) => artifact.abi.some(isIt));
      const item = raiser?.artifact.abi.find(isIt);
      if (!raiser || !item) return null;
      try {
        // An error is encoded like a call of a function by its name.
        const { args } = decodeFunctionData({
          abi: [{ ...item, type: 'function', outputs: [], stateMutability: 'view' } as AbiFunction],
          data: output,
        });
        return { contract: raiser.name, name: item.name ?? '', args: nameArgs(item.inputs ?? [], args ?? []) };
      } catch {
        return null;
      }
    },
  };
}

const SOLIDITY_ERRORS: readonly AbiItem[] = [
  { type: 'error', name: 'Error', inputs: [{ name: 'message', type: 'string' }] },
  { type: 'error', name: 'Panic', inputs: [{ name: 'code', type: 'uint256' }] },
];

function formatAbiValue(value: unknown, type: string, address: (of: Address) => string): string {
  if (Array.isArray(value))
    return `[${value.map((item) => formatAbiValue(item, type.replace(/\[\d*\]$/, ''), address)).join(', ')}]`;
  if (typeof value === 'bigint' || typeof value === 'number') return formatInteger(BigInt(value), true);
  if (typeof value === 'string' && type === 'address') return address(value.toLowerCase() as Address);
  if (typeof value === 'string' && type.startsWith('bytes')) return shortHex(value);
  if (typeof value === 'object' && value !== null) {
    return `(${Object.entries(value)
      .map(
        ([key, item]) =>
          `${key} ${formatAbiValue(item, typeof item === 'string' && /^0x[0-9a-fA-F]{40}$/.test(item) ? 'address' : '', address)}`,
      )
      .join(', ')})`;
  }
  return String(value);
}
