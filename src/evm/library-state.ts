import type { StateManagerInterface } from '@ethereumjs/common';
import { Account, type Address as LibraryAddress } from '@ethereumjs/util';
import { bigIntToMinimalBytes, bytesToBigInt } from './bytes.ts';
import type { PreparedBlock } from './prepared-block.ts';
import { RecordingAccount } from './recording-account.ts';
import type { RecordingState } from './recording-state.ts';

/**
 * Where `runTx` stands. Its steps can be told apart only by the calls they make on the state:
 *
 *     validating ──sender debited──▶ debited ──nonce raised──▶ authorizing ──runCall──▶ executing
 *       ──runCall returns──▶ refunding ──sender refunded──▶ paying ──coinbase paid──▶ settling
 */
type Phase = 'validating' | 'debited' | 'authorizing' | 'executing' | 'refunding' | 'paying' | 'settling';

/** The recording state as the library's state manager. */
export class LibraryState implements StateManagerInterface {
  readonly #block: PreparedBlock;
  readonly #state: RecordingState;
  #phase: Phase = 'validating';

  constructor(block: PreparedBlock, state: RecordingState) {
    this.#block = block;
    this.#state = state;
  }

  begin(): void {
    this.#phase = 'validating';
  }

  enterExecution(): void {
    this.#phase = 'executing';
  }

  leaveExecution(): void {
    this.#phase = 'refunding';
  }

  async getAccount(address: LibraryAddress): Promise<Account | undefined> {
    // The fee is added to an account of its own, so that it can be told from what the transaction did.
    if (this.#phase === 'paying') return new Account();
    const account = this.#account(address);
    if (this.#phase === 'authorizing' && isEmptyAuthority(account)) return undefined;
    // The class has every member of `Account` that the library uses, but not its private fields.
    return account as unknown as Account;
  }

  /** Accounts are changed in place: there is nothing to put, but the calls tell how far `runTx` has come. */
  async putAccount(address: LibraryAddress, account?: Account | RecordingAccount): Promise<void> {
    if (this.#phase === 'executing' || account === undefined) return;
    switch (this.#phase) {
      case 'validating':
        this.#phase = 'debited';
        this.#state.validating = false;
        break;
      case 'debited':
        this.#phase = 'authorizing';
        break;
      case 'authorizing':
        // An authority that didn't exist was made by the library.
        if (!(account instanceof RecordingAccount)) this.#account(address).nonce = account.nonce;
        break;
      case 'refunding':
        this.#phase = 'paying';
        break;
      case 'paying':
        this.#state.payFee(account.balance);
        this.#phase = 'settling';
        break;
    }
  }

  async deleteAccount(address: LibraryAddress): Promise<void> {
    this.#state.delete(this.#block.keys.ofAddress(address));
  }

  async modifyAccountFields(address: LibraryAddress, fields: { balance?: bigint; nonce?: bigint }): Promise<void> {
    const account = this.#account(address);
    if (fields.balance !== undefined) account.balance = fields.balance;
    if (fields.nonce !== undefined) account.nonce = fields.nonce;
  }

  async getCode(address: LibraryAddress): Promise<Uint8Array> {
    return this.#account(address).code.bytes;
  }

  async getCodeSize(address: LibraryAddress): Promise<number> {
    return this.#account(address).code.bytes.length;
  }

  async putCode(address: LibraryAddress, code: Uint8Array): Promise<void> {
    this.#account(address).code = this.#block.codes.ofBytes(code);
  }

  async getStorage(address: LibraryAddress, slot: Uint8Array): Promise<Uint8Array> {
    return bigIntToMinimalBytes(this.#account(address).slot(bytesToBigInt(slot)).value);
  }

  async putStorage(address: LibraryAddress, slot: Uint8Array, value: Uint8Array): Promise<void> {
    this.#account(address).slot(bytesToBigInt(slot)).value = bytesToBigInt(value);
  }

  readonly originalStorageCache = {
    get: async (address: LibraryAddress, slot: Uint8Array): Promise<Uint8Array> =>
      bigIntToMinimalBytes(this.#account(address).slot(bytesToBigInt(slot)).original),
    clear: (): void => {},
  };

  /** Called when CREATE has found nothing in its way: the storage is empty already. */
  async clearStorage(address: LibraryAddress): Promise<void> {
    const account = this.#account(address);
    account.created = true;
    this.#state.onRevert(() => {
      account.created = false;
    });
  }

  async checkpoint(): Promise<void> {
    this.#state.checkpoint();
  }

  async commit(): Promise<void> {
    this.#state.commit();
  }

  async revert(): Promise<void> {
    this.#state.revert();
  }

  clearCaches(): void {}

  getStateRoot(): Promise<Uint8Array> {
    throw new Error('an incarnation has no state root: see state-root.ts');
  }

  setStateRoot(): Promise<void> {
    throw new Error('an incarnation has no state root: see state-root.ts');
  }

  hasStateRoot(): Promise<boolean> {
    throw new Error('an incarnation has no state root: see state-root.ts');
  }

  shallowCopy(): StateManagerInterface {
    return new LibraryState(this.#block, this.#state);
  }

  #account(address: LibraryAddress): RecordingAccount {
    return this.#state.account(this.#block.keys.ofAddress(address));
  }
}

/** EIP-7702 reads the authority's code and nonce anyhow, and pays back gas if the account exists. */
function isEmptyAuthority(account: RecordingAccount): boolean {
  return account.code.isEmpty && account.nonce === 0n && account.isEmpty();
}
