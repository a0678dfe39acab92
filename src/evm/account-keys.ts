import type { PrecompileFunc } from '@ethereumjs/evm';
import { Address as LibraryAddress } from '@ethereumjs/util';
import type { Prestate } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { balanceOf, codeOf, existenceOf, type Location, nonceOf, slotOf, wipeOf } from '../model/location.ts';
import { bytesToHex, hexToBytes } from './bytes.ts';

/** An account as the library and the recording name it; made once for all executors of a block. */
export class AccountKey {
  readonly address: Address;
  /** The address as the library takes it. */
  readonly library: KeyedAddress;
  /** The address as it lies on the stack. */
  readonly word: bigint;
  readonly balance: Location;
  readonly nonce: Location;
  readonly code: Location;
  readonly existence: Location;
  readonly wipe: Location;
  readonly precompile: PrecompileFunc | undefined;
  /** Listed in the prestate without balance, nonce and code: touching it removes it (EIP-161). */
  readonly emptyInPrestate: boolean;
  /** Code but no nonce in the prestate (predeployed contracts). All other code comes with a nonce above zero. */
  readonly codeWithoutNonce: boolean;
  /** Storage but neither code nor nonce in the prestate: no contract can be created there (EIP-7610). */
  readonly orphanStorage: boolean;
  /** Whether the prestate gives it code, and whether it gives it a nonce. */
  readonly #hadCode: boolean;
  readonly #hadNonce: boolean;
  readonly #slots = new Map<bigint, Location>();

  constructor(address: Address, bytes: Uint8Array, prestate: Prestate, precompile: PrecompileFunc | undefined) {
    this.address = address;
    this.library = new KeyedAddress(bytes, this);
    this.word = BigInt(address);
    this.balance = balanceOf(address);
    this.nonce = nonceOf(address);
    this.code = codeOf(address);
    this.existence = existenceOf(address);
    this.wipe = wipeOf(address);
    this.precompile = precompile;
    const before = Object.hasOwn(prestate, address) ? prestate[address] : undefined;
    const bare = before !== undefined && before.nonce === 0n && before.code === '0x';
    this.emptyInPrestate = bare && before.balance === 0n;
    this.orphanStorage = bare && Object.values(before.storage).some((value) => value !== 0n);
    this.codeWithoutNonce = before !== undefined && before.nonce === 0n && before.code !== '0x';
    this.#hadCode = before !== undefined && before.code !== '0x';
    this.#hadNonce = before !== undefined && before.nonce > 0n;
  }

  /** Whether there can be code at this account when its nonce is `nonce`. */
  mayHaveCode(nonce: bigint): boolean {
    return this.#hadCode || (!this.#hadNonce && nonce > 0n);
  }

  slot(number: bigint): Location {
    let location = this.#slots.get(number);
    if (location === undefined) {
      location = slotOf(this.address, `0x${number.toString(16)}`);
      this.#slots.set(number, location);
    }
    return location;
  }
}

/** A library address that knows its key, so that no map has to be asked and no hex made when it comes back. */
export class KeyedAddress extends LibraryAddress {
  readonly key: AccountKey;

  constructor(bytes: Uint8Array, key: AccountKey) {
    super(bytes);
    this.key = key;
  }

  override toString(): Address {
    return this.key.address;
  }
}

const LOW_160 = (1n << 160n) - 1n;

export class AccountKeys {
  readonly #prestate: Prestate;
  readonly #precompiles: ReadonlyMap<string, PrecompileFunc>;
  readonly #byHex = new Map<string, AccountKey>();
  readonly #byWord = new Map<bigint, AccountKey>();

  /** `precompiles` by address without `0x`, as the library has them. */
  constructor(prestate: Prestate, precompiles: ReadonlyMap<string, PrecompileFunc>) {
    this.#prestate = prestate;
    this.#precompiles = precompiles;
  }

  ofHex(address: string): AccountKey {
    let key = this.#byHex.get(address);
    if (key === undefined) {
      const precompile = this.#precompiles.get(address.slice(2));
      key = new AccountKey(address as Address, hexToBytes(address as Hex), this.#prestate, precompile);
      this.#byHex.set(address, key);
    }
    return key;
  }

  ofBytes(bytes: Uint8Array): AccountKey {
    return this.ofHex(bytesToHex(bytes));
  }

  ofAddress(address: LibraryAddress): AccountKey {
    return address instanceof KeyedAddress ? address.key : this.ofBytes(address.bytes);
  }

  /** The low 20 bytes of a stack word. */
  ofWord(word: bigint): AccountKey {
    let key = this.#byWord.get(word);
    if (key === undefined) {
      key = this.ofHex(`0x${(word & LOW_160).toString(16).padStart(40, '0')}`);
      this.#byWord.set(word, key);
    }
    return key;
  }
}
