import {
  EVM,
  EVMError,
  type EVMResult,
  type EVMRunCallOpts,
  type ExecResult,
  type Message,
  NobleBN254,
} from '@ethereumjs/evm';
import type { Account, Address as LibraryAddress } from '@ethereumjs/util';
import type { Log } from '../model/execution.ts';
import type { KeyedAddress } from './account-keys.ts';
import type { Frame, FrameClass } from './frame.ts';
import { GasMeter } from './gas-meter.ts';
import type { FrameEnv, RunState } from './library.ts';
import type { LibraryState } from './library-state.ts';
import { createOpcodeTable, type OpcodeTable } from './opcodes/table.ts';
import type { PreparedBlock } from './prepared-block.ts';
import { quietEmit } from './quiet-emit.ts';
import type { RecordingAccount } from './recording-account.ts';
import { RecordingJournal } from './recording-journal.ts';
import type { RecordingState } from './recording-state.ts';

type CallMessage = Message & { to: LibraryAddress };
const NO_PRECOMPILES: EVM['precompiles'] = new Map();

/**
 * The library's EVM with four things replaced: how value moves (a credit is no read, nothing is read to move nothing), how
 * code is loaded (cached), which class runs a frame (`Frame`), and the journal.
 */
export class RecordingEvm extends EVM {
  readonly state: RecordingState;
  readonly block: PreparedBlock;
  readonly meter: GasMeter;
  readonly warmth: RecordingJournal;
  readonly table: OpcodeTable;
  /** Of the last top-level call. */
  logs: readonly Log[] = [];
  readonly #library: LibraryState;
  readonly #Frame: FrameClass;
  /** By depth: of two calls at the same depth, one has ended before the other begins. */
  readonly #frames: Frame[] = [];

  constructor(block: PreparedBlock, state: RecordingState, library: LibraryState, Frame: FrameClass) {
    super({
      common: block.common,
      stateManager: library,
      blockchain: createBlockchain(block),
      bn254: new NobleBN254(),
    });
    // It would keep every EVM of the block alive for a change of fork that never comes.
    block.common.events.removeAllListeners();
    this.block = block;
    this.state = state;
    this.#library = library;
    this.#Frame = Frame;
    this.meter = new GasMeter(state, block.common.param('maxRefundQuotient'));
    this.warmth = new RecordingJournal(state, library, block.keys);
    // Has every member of the library's journal that is called, but not its private fields.
    this.journal = this.warmth as unknown as EVM['journal'];
    this.table = createOpcodeTable(this._opcodeMap);
    Object.assign(this, { _emit: quietEmit(this._emit, this.events) });
  }

  /** `runTx` asks for it only to make each address warm, which they always are here. */
  override get precompiles(): EVM['precompiles'] {
    return NO_PRECOMPILES;
  }

  override async runCall(opts: EVMRunCallOpts): Promise<EVMResult> {
    const outermost = opts.message === undefined;
    if (outermost) this.#library.enterExecution();
    const result = await super.runCall(opts);
    // The library takes whatever is thrown while value moves for a failure of the call.
    if (this.state.failure !== undefined) throw this.state.failure;
    if (outermost) {
      const { executionGasUsed, gasRefund } = result.execResult;
      this.meter.finish(executionGasUsed, gasRefund ?? 0n);
      if (this.state.readsFee) await this.meter.end();
      this.#library.leaveExecution();
      // `runTx` would only hash them into a bloom; frames hold logs in our own form.
      this.logs = (result.execResult.logs ?? []) as unknown as Log[];
      result.execResult.logs = [];
    }
    return result;
  }

  /** What the library's does up to Osaka, without copying the message and with an await only where there is a frame. */
  protected override async _executeCall(message: CallMessage): Promise<EVMResult> {
    if (!message.delegatecall) {
      try {
        this.#moveValue(message);
      } catch (error) {
        if (!(error instanceof EVMError)) throw error;
        return { execResult: { returnValue: NOTHING, executionGasUsed: 0n, exceptionError: error } };
      }
    }
    await this._loadCode(message);
    const { code } = message;
    let execResult: ExecResult;
    if (typeof code === 'function') {
      execResult = await this.runPrecompile(code, message.data, message.gasLimit);
      execResult.gasRefund = message.gasRefund;
    } else if (code === undefined || code.length === 0) {
      execResult = { returnValue: NOTHING, executionGasUsed: 0n, gasRefund: message.gasRefund };
    } else execResult = await this.runInterpreter(message);
    if (message.depth === 0) this.transientStorage.clear();
    return { execResult };
  }

  #moveValue({ caller, to, value }: CallMessage): void {
    if (value > 0n) this.#debit(caller, value);
    const key = this.block.keys.ofAddress(to);
    this.state.touch(key);
    this.state.account(key).credit(value);
  }

  #debit(address: LibraryAddress, value: bigint): void {
    const account = this.state.account(this.block.keys.ofAddress(address));
    if (account.balance < value) throw new EVMError(EVMError.errorMessages.INSUFFICIENT_BALANCE);
    account.balance -= value;
  }

  // The next two are for `_executeCreate`.

  protected override async _reduceSenderBalance(_account: Account, { caller, value }: Message): Promise<void> {
    if (value > 0n) this.#debit(caller, value);
  }

  protected override async _addToBalance(_account: Account, { to, value }: CallMessage): Promise<void> {
    const key = this.block.keys.ofAddress(to);
    this.state.touch(key);
    this.state.account(key).credit(value);
  }

  protected override async _loadCode(message: Message): Promise<void> {
    if (message.code) return;
    const { keys } = this.block;
    const key = keys.ofAddress(message.codeAddress);
    if (key.precompile) {
      this.state.account(key).accessed = true;
      message.code = key.precompile;
      message.isCompiled = true;
      return;
    }
    let { code } = this.state.account(key);
    if (code.delegate && this.state.delegationAllowed) {
      const delegate = this.state.account(keys.ofBytes(code.delegate));
      code = delegate.code;
      if (message.depth === 0) delegate.warm = true;
    }
    message.code = code.bytes;
    message.isCompiled = false;
  }

  protected override async _generateAddress(message: Message): Promise<KeyedAddress> {
    const address = await super._generateAddress(message);
    return this.block.keys.ofBytes(address.bytes).library;
  }

  #frameAt(depth: number): Frame {
    let frame = this.#frames[depth];
    if (frame === undefined) {
      const { performanceLogger, blockchain, journal } = this;
      // What it is about comes with `begin`.
      const env = { gasRefund: 0n } as FrameEnv;
      frame = new this.#Frame(this, this.#library, blockchain, env, 0n, journal, performanceLogger);
      this.#frames[depth] = frame;
    }
    return frame;
  }

  protected override async runInterpreter(message: Message & { isCreate?: boolean }): Promise<ExecResult> {
    const to = this.block.keys.ofAddress(message.to as LibraryAddress);
    const account: RecordingAccount = this.state.account(to);
    const frame = this.#frameAt(message.depth);
    frame.begin(
      {
        address: to.library,
        caller: this.block.keys.ofAddress(message.caller).library,
        callData: message.data,
        callValue: message.value,
        code: message.code as Uint8Array,
        isStatic: message.isStatic,
        isCreate: message.isCreate ?? false,
        depth: message.depth,
        gasPrice: this._tx?.gasPrice ?? 0n,
        origin: this._tx?.origin ?? message.caller,
        block: this._block as RunState['env']['block'],
        // See `LibraryState.getAccount`.
        contract: account as unknown as Account,
        codeAddress: message.codeAddress,
        gasRefund: message.gasRefund,
        blobVersionedHashes: message.blobVersionedHashes ?? [],
        ...(message.createdAddresses ? { createdAddresses: message.createdAddresses } : {}),
      },
      message.gasLimit,
      message.selfdestruct ?? new Map(),
    );
    if (message.createdAddresses) frame._result.createdAddresses = message.createdAddresses;
    const leave = this.meter.enter(frame.runState, message.gasLimit);
    const { exceptionError } = await frame.run(message.code as Uint8Array);
    leave();

    const { runState } = frame;
    const result = frame._result;
    const failed = exceptionError !== undefined;
    const halted = failed && exceptionError.error !== EVMError.errorMessages.REVERT;
    return {
      logs: failed ? [] : result.logs,
      selfdestruct: failed ? new Map() : result.selfdestruct,
      createdAddresses: failed ? new Set() : (result.createdAddresses ?? new Set()),
      ...(failed ? { exceptionError } : {}),
      gas: runState.gasLeft,
      executionGasUsed: halted ? message.gasLimit : message.gasLimit - runState.gasLeft,
      gasRefund: runState.gasRefund,
      returnValue: result.returnValue ?? NOTHING,
    };
  }
}

const NOTHING = new Uint8Array(0);

function createBlockchain(block: PreparedBlock): EVM['blockchain'] {
  const blockchain: EVM['blockchain'] = {
    getBlock: async (number: number) => ({ hash: () => block.blockHash(number) }),
    putBlock: async () => {},
    shallowCopy: () => blockchain,
  };
  return blockchain;
}
