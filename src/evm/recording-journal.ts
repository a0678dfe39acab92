import type { Address as LibraryAddress, Account } from '@ethereumjs/util';
import type { AccountKey, AccountKeys } from './account-keys.ts';
import { bytesToBigInt } from './bytes.ts';
import type { LibraryState } from './library-state.ts';
import type { RecordingState } from './recording-state.ts';

/**
 * Stands for the library's `Journal`: which addresses and slots are warm (EIP-2929), which accounts were touched
 * (EIP-161). The marks are kept at the accounts and slots themselves and undone with them. There is no cleanup of touched
 * accounts that would read each of them: an account empty at the end is simply written nowhere.
 */
export class RecordingJournal {
  readonly #state: RecordingState;
  readonly #library: LibraryState;
  readonly #keys: AccountKeys;

  constructor(state: RecordingState, library: LibraryState, keys: AccountKeys) {
    this.#state = state;
    this.#library = library;
    this.#keys = keys;
  }

  async putAccount(address: LibraryAddress, account: Account | undefined): Promise<void> {
    this.#state.touch(this.#keys.ofAddress(address));
    return this.#library.putAccount(address, account);
  }

  async deleteAccount(address: LibraryAddress): Promise<void> {
    return this.#library.deleteAccount(address);
  }

  checkpoint(): Promise<void> {
    return this.#library.checkpoint();
  }

  commit(): Promise<void> {
    return this.#library.commit();
  }

  revert(): Promise<void> {
    return this.#library.revert();
  }

  cleanJournal(): void {}

  async cleanup(): Promise<void> {}

  startReportingAccessList(): void {}

  startReportingPreimages(): void {}

  /** `address` with or without `0x`. Warm from the start of the transaction: nothing to undo. */
  addAlwaysWarmAddress(address: string): void {
    this.#state.account(this.#ofHex(address)).warm = true;
  }

  addAlwaysWarmSlot(address: string, slot: string): void {
    const account = this.#state.account(this.#ofHex(address));
    account.warm = true;
    account.slot(BigInt(slot.startsWith('0x') ? slot : `0x${slot}`)).warm = true;
  }

  #ofHex(address: string): AccountKey {
    return this.#keys.ofHex(address.startsWith('0x') ? address : `0x${address}`);
  }

  isWarmedAddress(address: Uint8Array): boolean {
    return this.isWarm(this.#keys.ofBytes(address));
  }

  addWarmedAddress(address: Uint8Array): void {
    this.warm(this.#keys.ofBytes(address));
  }

  isWarmedStorage(address: Uint8Array, slot: Uint8Array): boolean {
    return this.#state.account(this.#keys.ofBytes(address)).slot(bytesToBigInt(slot)).warm;
  }

  addWarmedStorage(address: Uint8Array, slot: Uint8Array): void {
    this.warmSlot(this.#keys.ofBytes(address), bytesToBigInt(slot));
  }

  /** Precompiles always are. */
  isWarm(key: AccountKey): boolean {
    return key.precompile !== undefined || this.#state.account(key).warm;
  }

  warm(key: AccountKey): void {
    const account = this.#state.account(key);
    if (account.warm) return;
    account.warm = true;
    this.#state.onRevert(() => {
      account.warm = false;
    });
  }

  warmSlot(key: AccountKey, number: bigint): void {
    const slot = this.#state.account(key).slot(number);
    if (slot.warm) return;
    slot.warm = true;
    this.#state.onRevert(() => {
      slot.warm = false;
    });
  }
}
