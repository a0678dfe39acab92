import type { StateManagerInterface } from '@ethereumjs/common';
import { Account, type Address as LibraryAddress } from '@ethereumjs/util';
import type {
  CreditMode,
  CreditRecord,
  FeeMode,
  ReadRecord,
  Recording,
  StateView,
  WriteRecord,
} from '../model/execution.ts';
import type { Gas } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import type { AccountKey } from './account-keys.ts';
import { bigIntToMinimalBytes, bytesToBigInt } from './bytes.ts';
import type { CodeCache } from './code.ts';
import type { PreparedBlock } from './prepared-block.ts';
import { RecordingAccount } from './recording-account.ts';

/** A read on its way into the recording: a credit may turn out to be a plain read, or to come to nothing. */
export interface PendingRead extends ReadRecord {
  credit: boolean;
  dropped: boolean;
}

/** How an incarnation is to be executed. */
export interface Incarnation {
  readonly view: StateView;
  readonly fees: FeeMode;
  readonly credits: CreditMode;
}

/**
 * Where `runTx` stands. The library's own steps can be told apart only by the calls they make on the state:
 *
 *     validating ──sender debited──▶ debited ──nonce raised──▶ authorizing ──runCall──▶ executing
 *       ──runCall returns──▶ refunding ──sender refunded──▶ paying ──coinbase paid──▶ settling
 */
type Phase = 'validating' | 'debited' | 'authorizing' | 'executing' | 'refunding' | 'paying' | 'settling';

/**
 * The state manager of one executor: what an incarnation sees comes from the driver's view, what it does is recorded
 * (ANALYSIS "Reads", "Writes") and changes nothing outside. `begin` forgets the last incarnation, however it ended.
 */
export class RecordingState implements StateManagerInterface {
  readonly codes: CodeCache;
  /** Only where more wei exists than a balance can hold, as in some official tests, must credits be checked. */
  readonly supplyMayOverflow: boolean;
  /** Whether code may be a delegation (EIP-7702). */
  readonly delegationAllowed: boolean;
  /** Gas used at the present access point. */
  at = 0;
  /** What the view threw: the incarnation is over, though the library may catch it on the way out. */
  failure: unknown;
  readonly #block: PreparedBlock;
  #incarnation!: Incarnation;
  #phase: Phase = 'validating';
  #accounts = new Map<AccountKey, RecordingAccount>();
  #touchedEmpty = new Set<AccountKey>();
  #reads: PendingRead[] = [];
  #writes: WriteRecord[] = [];
  #credits: CreditRecord[] = [];
  #fee = 0n;
  /** How to undo every change since the start; a checkpoint is a length of this list. */
  #undo: (() => void)[] = [];
  #checkpoints: number[] = [];

  constructor(block: PreparedBlock) {
    this.#block = block;
    this.codes = block.codes;
    this.supplyMayOverflow = block.supplyMayOverflow;
    this.delegationAllowed = block.common.isActivatedEIP(7702);
  }

  begin(incarnation: Incarnation): void {
    this.#incarnation = incarnation;
    this.#phase = 'validating';
    this.#accounts = new Map();
    this.#touchedEmpty = new Set();
    this.#reads = [];
    this.#writes = [];
    this.#credits = [];
    this.#fee = 0n;
    this.#undo = [];
    this.#checkpoints = [];
    this.at = 0;
    this.failure = undefined;
  }

  get validating(): boolean {
    return this.#phase === 'validating';
  }

  /** Whether a credit reads the balance it adds to. */
  get readsCredits(): boolean {
    return this.#incarnation.credits === 'strict';
  }

  /** Whether the fee is paid by reading the fee recipient's balance. */
  get readsFee(): boolean {
    return this.#incarnation.fees === 'naive';
  }

  account(key: AccountKey): RecordingAccount {
    let account = this.#accounts.get(key);
    if (account === undefined) {
      account = new RecordingAccount(key, this);
      this.#accounts.set(key, account);
    }
    return account;
  }

  /** Asks the view, without recording. */
  peek(location: Location): Value {
    if (this.failure !== undefined) throw this.failure;
    try {
      return this.#incarnation.view.read(location);
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }

  /** Asks the view. Each location is asked for once in an incarnation. */
  record(location: Location, credit = false): PendingRead {
    const read = { location, value: this.peek(location), at: this.at as Gas, credit, dropped: false };
    this.#reads.push(read);
    return read;
  }

  onRevert(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** Called by `settle` of accounts and slots. */
  write(location: Location, before: Value, value: Value): void {
    this.#writes.push({ location, before, value });
  }

  settleCredit(key: AccountKey, read: PendingRead | undefined, amount: bigint): void {
    if (read === undefined) this.#credits.push({ address: key.address, amount });
    else this.write(key.balance, read.value, (read.value as bigint) + amount);
  }

  dropRead(read: PendingRead): void {
    read.dropped = true;
  }

  /** EIP-161: an account that was touched and is empty at the end is removed. Only those listed as empty can be. */
  touch(key: AccountKey): void {
    if (!key.emptyInPrestate || this.#touchedEmpty.has(key)) return;
    this.#touchedEmpty.add(key);
    // Touching RIPEMD-160 survives a revert, since it did in mainnet block 2,675,119.
    if (key.word !== 3n) this.onRevert(() => this.#touchedEmpty.delete(key));
  }

  enterExecution(): void {
    this.#phase = 'executing';
  }

  leaveExecution(): void {
    this.#phase = 'refunding';
  }

  /** The recording of an incarnation that ran to its end. */
  finish(): Recording {
    for (const key of this.#touchedEmpty) {
      if (this.account(key).isEmpty()) this.write(key.wipe, 0n, 1n);
    }
    for (const account of this.#accounts.values()) account.settle();
    return { reads: this.#finalReads(), writes: this.#writes, credits: this.#credits, fee: this.#fee };
  }

  /** The recording of one that didn't: what it read. */
  abandon(): Recording {
    for (const read of this.#reads) if (read.credit) read.dropped = true;
    return { reads: this.#finalReads(), writes: [], credits: [], fee: 0n };
  }

  #finalReads(): ReadRecord[] {
    const reads: ReadRecord[] = [];
    for (const { location, value, at, credit, dropped } of this.#reads) {
      if (!dropped) reads.push({ location, value, at, credit });
    }
    return reads;
  }

  // What follows is the library's interface.

  async getAccount(address: LibraryAddress): Promise<Account | undefined> {
    // The fee is added to an account of its own, so that it can be told from what the transaction did.
    if (this.#phase === 'paying') return new Account();
    const account = this.account(this.#block.keys.ofAddress(address));
    if (this.#phase === 'authorizing' && this.#isEmptyAuthority(account)) return undefined;
    // The class has every member of `Account` that the library uses, but not its private fields.
    return account as unknown as Account;
  }

  /** EIP-7702 reads the authority's code and nonce anyhow, and pays back gas if the account exists. */
  #isEmptyAuthority(account: RecordingAccount): boolean {
    return account.code.isEmpty && account.nonce === 0n && account.isEmpty();
  }

  /** Accounts are changed in place: there is nothing to put, but the calls tell how far `runTx` has come. */
  async putAccount(address: LibraryAddress, account?: Account | RecordingAccount): Promise<void> {
    if (this.#phase === 'executing' || account === undefined) return;
    switch (this.#phase) {
      case 'validating':
        this.#phase = 'debited';
        break;
      case 'debited':
        this.#phase = 'authorizing';
        break;
      case 'authorizing':
        // An authority that didn't exist was made by the library.
        if (!(account instanceof RecordingAccount)) {
          this.account(this.#block.keys.ofAddress(address)).nonce = account.nonce;
        }
        break;
      case 'refunding':
        this.#phase = 'paying';
        break;
      case 'paying':
        this.#payFee(account.balance);
        this.#phase = 'settling';
        break;
    }
  }

  #payFee(fee: bigint): void {
    if (!this.readsFee) this.#fee = fee;
    else if (fee > 0n) this.account(this.#block.coinbase).creditReading(fee);
  }

  async deleteAccount(address: LibraryAddress): Promise<void> {
    const key = this.#block.keys.ofAddress(address);
    this.account(key).delete();
    // The fee is paid before accounts are deleted: it goes with the account.
    if (key === this.#block.coinbase) this.#fee = 0n;
  }

  async modifyAccountFields(address: LibraryAddress, fields: { balance?: bigint; nonce?: bigint }): Promise<void> {
    const account = this.account(this.#block.keys.ofAddress(address));
    if (fields.balance !== undefined) account.balance = fields.balance;
    if (fields.nonce !== undefined) account.nonce = fields.nonce;
  }

  async getCode(address: LibraryAddress): Promise<Uint8Array> {
    return this.account(this.#block.keys.ofAddress(address)).code.bytes;
  }

  async getCodeSize(address: LibraryAddress): Promise<number> {
    return (await this.getCode(address)).length;
  }

  async putCode(address: LibraryAddress, code: Uint8Array): Promise<void> {
    this.account(this.#block.keys.ofAddress(address)).code = this.codes.ofBytes(code);
  }

  async getStorage(address: LibraryAddress, slot: Uint8Array): Promise<Uint8Array> {
    const account = this.account(this.#block.keys.ofAddress(address));
    return bigIntToMinimalBytes(account.slot(bytesToBigInt(slot)).value);
  }

  async putStorage(address: LibraryAddress, slot: Uint8Array, value: Uint8Array): Promise<void> {
    this.account(this.#block.keys.ofAddress(address)).slot(bytesToBigInt(slot)).value = bytesToBigInt(value);
  }

  readonly originalStorageCache = {
    get: async (address: LibraryAddress, slot: Uint8Array): Promise<Uint8Array> =>
      bigIntToMinimalBytes(this.account(this.#block.keys.ofAddress(address)).slot(bytesToBigInt(slot)).original),
    clear: (): void => {},
  };

  /** Called when CREATE has found nothing in its way: the storage is empty already. */
  async clearStorage(address: LibraryAddress): Promise<void> {
    const account = this.account(this.#block.keys.ofAddress(address));
    account.created = true;
    this.onRevert(() => {
      account.created = false;
    });
  }

  async checkpoint(): Promise<void> {
    this.#checkpoints.push(this.#undo.length);
  }

  async commit(): Promise<void> {
    this.#checkpoints.pop();
  }

  async revert(): Promise<void> {
    const start = this.#checkpoints.pop() ?? 0;
    for (let i = this.#undo.length - 1; i >= start; i--) (this.#undo[i] as () => void)();
    this.#undo.length = start;
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
    return new RecordingState(this.#block);
  }
}
