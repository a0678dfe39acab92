import type { BlockEnv, BlockTransaction, Hardfork, HeaderClaims } from './block.ts';
import type { ContractArtifact } from './artifact.ts';
import type { Address, Hex } from './ids.ts';
import type { RunSettings } from './settings.ts';

/** Stable name of a transaction while the block is edited; its index changes when it is moved. Unique in a scenario. */
export type TxId = string;

/**
 * The document: all that a run depends on, as the user composed it. Plain data; edited by named functions, undone,
 * saved, shared. `workloads/build-block` turns it into a `Block`.
 */
export interface Scenario {
  readonly title: string;
  /** One sentence that says what to look for; may be empty. */
  readonly note: string;
  readonly hardfork: Hardfork;
  readonly chainId: bigint;
  readonly env: BlockEnv;
  readonly accounts: readonly ScenarioAccount[];
  readonly contracts: readonly ContractInstance[];
  readonly transactions: readonly ScenarioTx[];
  readonly settings: RunSettings;
  /** Transaction → lane. A pinned transaction runs on that lane under every engine. */
  readonly pins: Readonly<Record<TxId, number>>;
  /** Order within each lane as drawn, for the `lanes` engine; ids not named here follow in block order. */
  readonly laneOrder: readonly (readonly TxId[])[];
  /** For a real block: what its header says. */
  readonly header?: HeaderClaims;
}

/** An account of the prestate. Those without a name are shown by a short address. */
export interface ScenarioAccount {
  readonly address: Address;
  /** Unique in the scenario; a lower-case word for a person (`alice`). */
  readonly name?: string;
  readonly balance: bigint;
  readonly nonce: bigint;
  /** For imported prestates; a composed contract is a `ContractInstance`. */
  readonly code?: Hex;
  readonly storage?: Readonly<Record<Hex, bigint>>;
}

/** A contract deployed before the block. Its storage is given by names: `balanceOf[alice]` → 1000. */
export interface ContractInstance {
  /** Unique in the scenario, also against accounts: `USDC`. */
  readonly name: string;
  readonly address: Address;
  readonly balance: bigint;
  /** An id of the contract library, or a contract compiled by the user. */
  readonly contract: { readonly library: string } | { readonly artifact: ContractArtifact };
  /**
   * Storage path → value. A path is a variable with `[key]` and `.member` steps; a key is an account or contract name, an
   * address, or a number. A value is a decimal or hex number as a string, or an account or contract name for an address.
   */
  readonly storage: Readonly<Record<string, string>>;
}

interface ScenarioTxBase {
  readonly id: TxId;
}
/** Fields that a composed transaction may leave to their defaults. */
interface Composed extends ScenarioTxBase {
  /** Name or address of the sender. */
  readonly from: string;
  /** Absent: enough for any library call. */
  readonly gasLimit?: bigint;
  /** Absent: the sender's next nonce in block order. */
  readonly nonce?: bigint;
  /** Wei per gas above the base fee; absent: 1 gwei. */
  readonly priorityFee?: bigint;
}

export type ScenarioTx =
  /** A plain payment. */
  | (Composed & { readonly kind: 'pay'; readonly to: string; readonly value: bigint })
  /** A call of a function by name. Arguments as text: numbers, `true`, names of accounts, hex, JSON for arrays and tuples. */
  | (Composed & {
      readonly kind: 'call';
      /** Name of a contract instance. */
      readonly contract: string;
      readonly function: string;
      readonly args: readonly string[];
      readonly value: bigint;
    })
  /** Anything: no `to` creates a contract. */
  | (Composed & { readonly kind: 'raw'; readonly to?: string; readonly value: bigint; readonly data: Hex })
  /** From a real block, as it was. */
  | (ScenarioTxBase & { readonly kind: 'signed'; readonly tx: BlockTransaction; readonly hash?: Hex });
