import type {
  CreditMode,
  CreditRecord,
  FeeMode,
  ReadRecord,
  Recording,
  StateView,
  WriteRecord,
} from '../model/execution.ts';
import type { Address, Gas } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import type { AccountKey } from './account-keys.ts';
import type { CodeCache } from './code.ts';
import type { PreparedBlock } from './prepared-block.ts';
import { RecordingAccount } from './recording-account.ts';

/** A read on its way into the recording: a credit may turn out to be a plain read, or to come to nothing (`dropRead`). */
export interface PendingRead extends ReadRecord {
  credit: boolean;
}

/** How an incarnation is to be executed. */
export interface Incarnation {
  readonly view: StateView;
  readonly fees: FeeMode;
  readonly credits: CreditMode;
}

/**
 * The state of one executor: what an incarnation sees comes from the driver's view, what it does is recorded (ANALYSIS
 * "Reads", "Writes") and changes nothing outside. `begin` forgets the last incarnation, however it ended.
 */
export class RecordingState {
  readonly codes: CodeCache;
  /** Only where more wei exists than a balance can hold, as in some official tests, must credits be checked. */
  readonly supplyMayOverflow: boolean;
  /** Whether code may be a delegation (EIP-7702). */
  readonly delegationAllowed: boolean;
  /** Gas used at the present access point. */
  at = 0;
  /** What the view threw: the incarnation is over, though the library may catch it on the way out. */
  failure: unknown;
  /** `runTx` is still checking whether the transaction is valid. */
  validating = true;
  readonly #coinbase: AccountKey;
  #incarnation!: Incarnation;
  #accounts = new Map<AccountKey, RecordingAccount>();
  #touchedEmpty = new Set<AccountKey>();
  #reads: PendingRead[] = [];
  #dropped: Set<PendingRead> | undefined;
  #writes: WriteRecord[] = [];
  #credits: CreditRecord[] = [];
  #fee = 0n;
  /** How to undo every change since the start; a checkpoint is a length of this list. */
  #undo: (() => void)[] = [];
  #checkpoints: number[] = [];

  constructor(block: PreparedBlock) {
    this.#coinbase = block.coinbase;
    this.codes = block.codes;
    this.supplyMayOverflow = block.supplyMayOverflow;
    this.delegationAllowed = block.common.isActivatedEIP(7702);
  }

  begin(incarnation: Incarnation): void {
    this.#incarnation = incarnation;
    this.validating = true;
    this.#accounts = new Map();
    this.#touchedEmpty = new Set();
    this.#reads = [];
    this.#dropped = undefined;
    this.#writes = [];
    this.#credits = [];
    this.#fee = 0n;
    this.#undo = [];
    this.#checkpoints = [];
    this.at = 0;
    this.failure = undefined;
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
    const read = { location, value: this.peek(location), at: this.at as Gas, credit };
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
    this.#dropped ??= new Set();
    this.#dropped.add(read);
  }

  /** EIP-161: an account that was touched and is empty at the end is removed. Only those listed as empty can be. */
  touch(key: AccountKey): void {
    if (!key.emptyInPrestate || this.#touchedEmpty.has(key)) return;
    this.#touchedEmpty.add(key);
    // Touching RIPEMD-160 survives a revert, since it did in mainnet block 2,675,119.
    if (key.word !== 3n) this.onRevert(() => this.#touchedEmpty.delete(key));
  }

  /** At the end of the transaction, so that nobody in it sees the fee. */
  payFee(fee: bigint): void {
    if (!this.readsFee) this.#fee = fee;
    else if (fee > 0n) this.account(this.#coinbase).creditReading(fee);
  }

  /** At the end of the transaction. The fee has been paid before: it goes with the account. */
  delete(key: AccountKey): void {
    this.account(key).delete();
    if (key === this.#coinbase) this.#fee = 0n;
  }

  checkpoint(): void {
    this.#checkpoints.push(this.#undo.length);
  }

  commit(): void {
    this.#checkpoints.pop();
  }

  revert(): void {
    const start = this.#checkpoints.pop() ?? 0;
    for (let i = this.#undo.length - 1; i >= start; i--) (this.#undo[i] as () => void)();
    this.#undo.length = start;
  }

  /** The recording of an incarnation that ran to its end. */
  finish(): Recording {
    for (const key of this.#touchedEmpty) {
      if (this.account(key).isEmpty()) this.write(key.wipe, 0n, 1n);
    }
    const bareAccesses: Address[] = [];
    for (const account of this.#accounts.values()) {
      account.settle();
      if (account.isBarelyAccessed) bareAccesses.push(account.key.address);
    }
    return {
      reads: this.#finalReads(),
      writes: this.#writes,
      credits: this.#credits,
      fee: this.#fee,
      ...(bareAccesses.length > 0 && { bareAccesses }),
    };
  }

  /** The recording of one that didn't: what it read. */
  abandon(): Recording {
    for (const read of this.#reads) if (read.credit) this.dropRead(read);
    return { reads: this.#finalReads(), writes: [], credits: [], fee: 0n };
  }

  #finalReads(): readonly ReadRecord[] {
    const dropped = this.#dropped;
    return dropped ? this.#reads.filter((read) => !dropped.has(read)) : this.#reads;
  }
}
