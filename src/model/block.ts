import type { Address, Hex } from './ids.ts';

/** The hardforks a block can run under, in order. The names are the field's own, in lower case. */
export const HARDFORKS = [
  'byzantium',
  'constantinople',
  'petersburg',
  'istanbul',
  'muirGlacier',
  'berlin',
  'london',
  'arrowGlacier',
  'grayGlacier',
  'paris',
  'shanghai',
  'cancun',
  'prague',
  'osaka',
] as const;

export type Hardfork = (typeof HARDFORKS)[number];

/** What the block tells its transactions: the fields of the header that the EVM can see. */
export interface BlockEnv {
  readonly number: bigint;
  readonly timestamp: bigint;
  /** The fee recipient. */
  readonly coinbase: Address;
  readonly gasLimit: bigint;
  /** Before Paris. */
  readonly difficulty?: bigint;
  /** From Paris on. 32 bytes. */
  readonly prevRandao?: Hex;
  /** Wei per gas; from London on. */
  readonly baseFeePerGas?: bigint;
  readonly excessBlobGas?: bigint;
  readonly blobGasUsed?: bigint;
  /** EIP-4788; 32 bytes. When present, the beacon roots contract is called before transaction 0. */
  readonly parentBeaconBlockRoot?: Hex;
  /** EIP-2935; 32 bytes. When present from Prague on, the history contract is called before transaction 0. */
  readonly parentHash?: Hex;
  /** For BLOCKHASH: block number (decimal) → hash. */
  readonly blockHashes?: Readonly<Record<string, Hex>>;
}

/** One account before the block. */
export interface AccountState {
  readonly balance: bigint;
  readonly nonce: bigint;
  /** `0x` when there is none. */
  readonly code: Hex;
  /** Slot (minimal hex) → value. Zero slots are left out. */
  readonly storage: Readonly<Record<Hex, bigint>>;
}

/** The state before transaction 0. Accounts not named are empty. */
export type Prestate = Readonly<Record<Address, AccountState>>;

export interface AccessListEntry {
  readonly address: Address;
  readonly storageKeys: readonly Hex[];
}

/** An EIP-7702 authorization as signed. */
export interface Authorization {
  readonly chainId: bigint;
  readonly address: Address;
  readonly nonce: bigint;
  readonly yParity: number;
  readonly r: bigint;
  readonly s: bigint;
}

/**
 * A transaction ready to execute. The sender is named, not recovered: a composed one has no signature, and for one
 * from a real block recovery would cost more than the execution.
 */
export interface BlockTransaction {
  /** EIP-2718 type. 0 legacy, 1 EIP-2930, 2 EIP-1559, 3 EIP-4844, 4 EIP-7702. */
  readonly type: 0 | 1 | 2 | 3 | 4;
  readonly from: Address;
  /** Absent when the transaction creates a contract. */
  readonly to?: Address;
  readonly nonce: bigint;
  readonly gasLimit: bigint;
  readonly value: bigint;
  readonly data: Hex;
  /** Types 0 and 1. */
  readonly gasPrice?: bigint;
  /** Types 2 to 4. */
  readonly maxFeePerGas?: bigint;
  readonly maxPriorityFeePerGas?: bigint;
  readonly accessList?: readonly AccessListEntry[];
  readonly maxFeePerBlobGas?: bigint;
  readonly blobVersionedHashes?: readonly Hex[];
  readonly authorizationList?: readonly Authorization[];
}

/** What the header says must come out. A field is absent where it isn't known. */
export interface HeaderClaims {
  readonly gasUsed?: bigint;
  readonly receiptsRoot?: Hex;
  /** 256 bytes. */
  readonly logsBloom?: Hex;
  readonly stateRoot?: Hex;
  /** The block's own hash, to name it. */
  readonly hash?: Hex;
}

/** Prestate + block environment + an ordered list of transactions: all that execution depends on. Plain data. */
export interface Block {
  readonly hardfork: Hardfork;
  readonly chainId: bigint;
  readonly env: BlockEnv;
  readonly prestate: Prestate;
  readonly transactions: readonly BlockTransaction[];
  readonly header?: HeaderClaims;
}
