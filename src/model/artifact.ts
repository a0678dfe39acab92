import type { Hex } from './ids.ts';

/** solc's `storageLayout` output, as far as names need it (docs.soliditylang.org, "Layout of State Variables"). */
export interface StorageLayout {
  readonly storage: readonly StorageEntry[];
  readonly types: Readonly<Record<string, StorageType>> | null;
}
export interface StorageEntry {
  readonly label: string;
  /** Byte offset within the slot, from its low end. */
  readonly offset: number;
  /** Decimal. */
  readonly slot: string;
  readonly type: string;
}
export interface StorageType {
  readonly encoding: 'inplace' | 'mapping' | 'dynamic_array' | 'bytes';
  readonly label: string;
  /** Decimal. */
  readonly numberOfBytes: string;
  readonly key?: string;
  readonly value?: string;
  readonly base?: string;
  readonly members?: readonly StorageEntry[];
}

export interface AbiParameter {
  readonly name?: string;
  readonly type: string;
  readonly indexed?: boolean;
  readonly components?: readonly AbiParameter[];
}
export interface AbiItem {
  readonly type: string;
  readonly name?: string;
  readonly inputs?: readonly AbiParameter[];
  readonly outputs?: readonly AbiParameter[];
  readonly stateMutability?: string;
  readonly anonymous?: boolean;
}

/** A compiled contract. No immutables: runtime code can be placed in the prestate as it is. */
export interface ContractArtifact {
  /** Solidity name of the contract. */
  readonly name: string;
  readonly abi: readonly AbiItem[];
  /** Creation code. */
  readonly bytecode: Hex;
  readonly deployedBytecode: Hex;
  readonly storageLayout: StorageLayout;
}
