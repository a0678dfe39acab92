import type { InterpreterStep } from '@ethereumjs/evm';
import { type RunTxResult, runTx, VM } from '@ethereumjs/vm';
import type { Block } from '../model/block.ts';
import {
  BlockedRead,
  type ExecuteOptions,
  type Execution,
  type Executor,
  type StateView,
  type TxReceipt,
} from '../model/execution.ts';
import type { Address, Gas, TxIndex } from '../model/ids.ts';
import { bytesToHex } from './bytes.ts';
import { frameClass } from './frame.ts';
import { LibraryState } from './library-state.ts';
import { prepareBlock } from './prepared-block.ts';
import { quietEmit } from './quiet-emit.ts';
import { RecordingEvm } from './recording-evm.ts';
import { RecordingState } from './recording-state.ts';
import { findInvalidity } from './validity.ts';

/**
 * One EVM for one lane. Executors of the same block (the same object) in one thread share what can be shared, so that
 * many cost little. Throws as `prepareBlock` does.
 */
export async function createExecutor(block: Block): Promise<Executor> {
  return new EvmExecutor(block, await frameClass());
}

/** An executor that reports every opcode before it runs, and is several times slower for it. */
export async function createSteppingExecutor(block: Block, onStep: (step: InterpreterStep) => void): Promise<Executor> {
  return new EvmExecutor(block, await frameClass(), onStep);
}

class EvmExecutor implements Executor {
  readonly #block;
  readonly #state;
  readonly #library;
  readonly #evm;
  readonly #vm;
  #busy = false;

  constructor(source: Block, Frame: Awaited<ReturnType<typeof frameClass>>, onStep?: (step: InterpreterStep) => void) {
    const block = prepareBlock(source);
    this.#block = block;
    this.#state = new RecordingState(block);
    this.#library = new LibraryState(block, this.#state);
    this.#evm = new RecordingEvm(block, this.#state, this.#library, Frame);
    if (onStep) this.#evm.events.on('step', onStep);
    this.#vm = new VM({ common: block.common, stateManager: this.#library, evm: this.#evm });
    Object.assign(this.#vm, { _emit: quietEmit(this.#vm._emit, this.#vm.events) });
  }

  get preimages(): Executor['preimages'] {
    return this.#block.preimages.byHash;
  }

  async execute(index: TxIndex, view: StateView, { fees, credits, pace }: ExecuteOptions): Promise<Execution> {
    if (this.#busy) throw new Error('an executor runs one transaction at a time');
    this.#busy = true;
    try {
      return await this.#execute(index, view, { fees, credits, ...(pace ? { pace } : {}) });
    } finally {
      this.#busy = false;
    }
  }

  async #execute(index: TxIndex, view: StateView, { fees, credits, pace }: ExecuteOptions): Promise<Execution> {
    const transaction = this.#block.transaction(index);
    const state = this.#state;
    state.begin({ view, fees, credits });
    this.#library.begin();
    if (transaction.kind === 'unusable') {
      return { kind: 'invalid', reason: transaction.reason, recording: state.abandon() };
    }
    const { meter, transientStorage } = this.#evm;
    transientStorage.clear();
    meter.begin(transaction.intrinsicGas, pace);
    try {
      const wait = meter.start();
      if (wait !== undefined) await wait;
      const reason = findInvalidity(this.#block, transaction, state);
      if (reason) return { kind: 'invalid', reason, recording: state.abandon() };
      const result = await runTx(this.#vm, {
        tx: transaction.tx,
        block: this.#block.library,
        skipHardForkValidation: true,
      });
      const receipt = this.#toReceipt(transaction.tx.type, transaction.tx.to === undefined, result);
      return { kind: 'executed', receipt, recording: state.finish() };
    } catch (error) {
      const failure = state.failure ?? error;
      if (!(failure instanceof BlockedRead)) throw failure;
      const { location, by } = failure;
      return { kind: 'blocked', location, by, at: state.at as Gas, recording: state.abandon() };
    }
  }

  #toReceipt(type: number, creates: boolean, result: RunTxResult): TxReceipt {
    const { exceptionError, returnValue } = result.execResult;
    const success = exceptionError === undefined;
    return {
      type,
      success,
      gasUsed: Number(result.totalGasSpent) as Gas,
      logs: success ? this.#evm.logs : [],
      ...(success ? {} : { error: exceptionError.error }),
      output: bytesToHex(returnValue),
      ...(success && creates && result.createdAddress
        ? { createdAddress: result.createdAddress.toString() as Address }
        : {}),
    };
  }
}
