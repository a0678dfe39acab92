import { EVMError } from '@ethereumjs/evm';
import { KECCAK256_NULL, KECCAK256_RLP, MAX_INTEGER } from '@ethereumjs/util';
import type { Location } from '../model/location.ts';
import type { AccountKey } from './account-keys.ts';
import { type Code, NO_CODE } from './code.ts';
import type { PendingRead, RecordingState } from './recording-state.ts';

const SOME_STORAGE_ROOT = new Uint8Array(32);

/**
 * One account within one incarnation, read field by field at the moment the EVM looks, and written in place; what a
 * frame changed is undone when it reverts, what it read stays recorded. It stands where the library expects its
 * `Account`, of which it has every member that `runTx` and the EVM use.
 */
export class RecordingAccount {
  readonly key: AccountKey;
  /** EIP-2929. */
  warm = false;
  /** Something was done about it that counts as an access (EIP-7928), though perhaps nothing of it was read. No revert undoes that. */
  accessed = false;
  /** Made by CREATE in this transaction. */
  created = false;
  /** By SELFDESTRUCT, at the end of the transaction. */
  deleted = false;
  readonly #state: RecordingState;
  /** Most accounts that a transaction meets hold no slot that it looks at. */
  #slots: Map<bigint, RecordedSlot> | undefined;
  // Each field: its value at the start of the transaction and now; undefined until somebody looks.
  #balanceBefore: bigint | undefined;
  #balance: bigint | undefined;
  #nonceBefore: bigint | undefined;
  #nonce: bigint | undefined;
  #codeBefore: Code | undefined;
  #code: Code | undefined;
  /** Whether it was non-empty (EIP-161) at the start. */
  #existed: boolean | undefined;
  /** Wei received while nobody had looked at the balance. */
  #credited = 0n;
  /** Strict mode: the read that the first such credit made. */
  #creditRead: PendingRead | undefined;

  constructor(key: AccountKey, state: RecordingState) {
    this.key = key;
    this.#state = state;
  }

  get balance(): bigint {
    if (this.#balance === undefined) {
      // A balance looked at after a credit is a plain read, whose value the credit has fetched already.
      const read = this.#creditRead ?? this.#state.record(this.key.balance);
      read.credit = false;
      this.#balanceBefore = read.value as bigint;
      this.#balance = this.#balanceBefore + this.#credited;
    }
    return this.#balance;
  }

  set balance(value: bigint) {
    const previous = this.balance;
    if (value === previous) return;
    this.#state.onRevert(() => {
      this.#balance = previous;
    });
    this.#balance = value;
  }

  /** Adds `amount` without looking at the balance. */
  credit(amount: bigint): void {
    if (amount === 0n) return;
    if (this.#state.supplyMayOverflow && this.balance + amount > MAX_INTEGER) {
      throw new EVMError(EVMError.errorMessages.VALUE_OVERFLOW);
    }
    if (this.#balance !== undefined) this.#balance += amount;
    else {
      if (this.#state.readsCredits) this.#creditRead ??= this.#state.record(this.key.balance, true);
      this.#credited += amount;
    }
    this.#state.onRevert(() => {
      if (this.#balance !== undefined) this.#balance -= amount;
      else this.#credited -= amount;
    });
  }

  /** A credit that reads the balance whatever the mode: the fee, paid naively. */
  creditReading(amount: bigint): void {
    if (this.#balance === undefined) this.#creditRead ??= this.#state.record(this.key.balance, true);
    this.credit(amount);
  }

  get nonce(): bigint {
    if (this.#nonce === undefined) {
      this.#nonceBefore = this.#state.record(this.key.nonce).value as bigint;
      this.#nonce = this.#nonceBefore;
    }
    return this.#nonce;
  }

  set nonce(value: bigint) {
    const previous = this.nonce;
    this.#state.onRevert(() => {
      this.#nonce = previous;
    });
    this.#nonce = value;
  }

  get code(): Code {
    if (this.#code === undefined) {
      this.accessed = true;
      // A precompile's code is part of the protocol: there is nothing to read.
      this.#codeBefore = this.key.precompile
        ? NO_CODE
        : this.#state.codes.ofHex(this.#state.record(this.key.code).value as `0x${string}`);
      this.#code = this.#codeBefore;
    }
    return this.#code;
  }

  /** Code only ever replaces none, or one delegation another; in both cases it has been looked at, or can't be there. */
  set code(value: Code) {
    if (this.#code === undefined && !this.key.codeWithoutNonce) {
      this.#codeBefore = NO_CODE;
      this.#code = NO_CODE;
    }
    const previous = this.code;
    this.#state.onRevert(() => {
      this.#code = previous;
    });
    this.#code = value;
  }

  /**
   * The library asks for it in two places that ANALYSIS doesn't count as reads. Has the sender code (EIP-3607)? That has
   * been checked before `runTx` (`validity.ts`). Is something in the way of CREATE? The nonce, also asked for, tells,
   * except for predeployed code.
   */
  get codeHash(): Uint8Array {
    if (this.#state.validating) return KECCAK256_NULL;
    if (this.#code === undefined && !this.key.codeWithoutNonce) return KECCAK256_NULL;
    return this.code.hash;
  }

  /** Only compared with the root of an empty trie, by CREATE (EIP-7610). */
  get storageRoot(): Uint8Array {
    return this.key.orphanStorage ? SOME_STORAGE_ROOT : KECCAK256_RLP;
  }

  isContract(): boolean {
    return !this.code.isEmpty;
  }

  /** By EIP-161. Reads no field: what isn't known yet is asked for as one `existence`. */
  isEmpty(): boolean {
    if (this.#balance === undefined ? this.#credited > 0n : this.#balance > 0n) return false;
    if (this.#nonce !== undefined && this.#nonce > 0n) return false;
    if (this.#code !== undefined && !this.#code.isEmpty) return false;
    if (this.#balance !== undefined && this.#nonce !== undefined && this.#code !== undefined) return true;
    const knownWereEmpty = !this.#balanceBefore && !this.#nonceBefore && (this.#codeBefore?.isEmpty ?? true);
    if (knownWereEmpty) {
      this.#existed ??= this.#state.record(this.key.existence).value === 1n;
      return !this.#existed;
    }
    return this.balance === 0n && this.nonce === 0n && this.code.isEmpty;
  }

  /** Whether it was accessed and no read tells so. */
  get isBarelyAccessed(): boolean {
    return (
      this.accessed &&
      this.#balance === undefined &&
      this.#nonce === undefined &&
      (this.#code === undefined || this.key.precompile !== undefined) &&
      this.#existed === undefined
    );
  }

  slot(number: bigint): RecordedSlot {
    this.#slots ??= new Map();
    let slot = this.#slots.get(number);
    if (slot === undefined) {
      slot = new RecordedSlot(this.key.slot(number), this.#state);
      this.#slots.set(number, slot);
    }
    return slot;
  }

  /** At the end of the transaction; not to be reverted. */
  delete(): void {
    this.balance = 0n;
    this.nonce = 0n;
    if (!this.code.isEmpty) this.code = NO_CODE;
    this.deleted = true;
  }

  /** Reports the net change of every field to `state`. */
  settle(): void {
    const state = this.#state;
    if (this.#balance === undefined) {
      if (this.#credited > 0n) state.settleCredit(this.key, this.#creditRead, this.#credited);
      else if (this.#creditRead) state.dropRead(this.#creditRead);
    } else if (this.#balance !== this.#balanceBefore) {
      state.write(this.key.balance, this.#balanceBefore as bigint, this.#balance);
    }
    if (this.#nonce !== this.#nonceBefore) {
      state.write(this.key.nonce, this.#nonceBefore as bigint, this.#nonce as bigint);
    }
    if (this.#code !== this.#codeBefore) {
      state.write(this.key.code, (this.#codeBefore as Code).hex, (this.#code as Code).hex);
    }
    if (this.deleted) {
      if (!this.created) state.write(this.key.wipe, 0n, 1n);
      return;
    }
    if (this.#slots) for (const slot of this.#slots.values()) slot.settle();
  }
}

/** One storage slot within one incarnation. */
export class RecordedSlot {
  readonly location: Location;
  /** EIP-2929. */
  warm = false;
  readonly #state: RecordingState;
  #before: bigint | undefined;
  #now: bigint | undefined;

  constructor(location: Location, state: RecordingState) {
    this.location = location;
    this.#state = state;
  }

  /** Whether it has been read: then it isn't asked for again. */
  get isKnown(): boolean {
    return this.#now !== undefined;
  }

  get value(): bigint {
    if (this.#now === undefined) {
      this.#before = this.#state.record(this.location).value as bigint;
      this.#now = this.#before;
    }
    return this.#now;
  }

  set value(value: bigint) {
    const previous = this.value;
    if (value === previous) return;
    this.#state.onRevert(() => {
      this.#now = previous;
    });
    this.#now = value;
  }

  /** The value at the start of the transaction, on which SSTORE's price depends (EIP-2200). */
  get original(): bigint {
    if (this.#before === undefined) return this.value;
    return this.#before;
  }

  settle(): void {
    if (this.#now !== this.#before) this.#state.write(this.location, this.#before as bigint, this.#now as bigint);
  }
}
