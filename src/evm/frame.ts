import { EVMError, Message } from '@ethereumjs/evm';
import { MAX_UINT64 } from '@ethereumjs/util';
import { FrameMemory } from './frame-memory.ts';
import { type FrameEnv, type Interpreter, type InterpreterClass, interpreterClass, type RunState } from './library.ts';
import type { RecordingEvm } from './recording-evm.ts';

export type FrameClass = new (...args: ConstructorParameters<InterpreterClass>) => Frame;

/** A frame as `RecordingEvm` runs it: one call after another, as making a frame takes longer than many a call. */
export interface Frame extends Interpreter {
  readonly runState: RunState;
  readonly evm: RecordingEvm;
  /** Forgets the call before. To be called before every `run`. */
  begin(env: FrameEnv, gasLimit: bigint, selfdestruct: Interpreter['_result']['selfdestruct']): void;
}

const NOTHING = new Uint8Array(0);

/** `delete` would make every later look at any of its fields slow, and frames are kept. */
export function setMessageGasLimit(runState: RunState, limit: bigint | undefined): void {
  (runState as { messageGasLimit: bigint | undefined }).messageGasLimit = limit;
}

/** What the loop counts by itself at most; far below 2^53, so that sums stay exact. */
const COUNTABLE = 2n ** 50n;

function toGas(price: number): bigint {
  if (price === Number.POSITIVE_INFINITY) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
  return BigInt(price);
}

let extended: Promise<FrameClass> | undefined;

/** The library's interpreter with a loop of our own. */
export function frameClass(): Promise<FrameClass> {
  extended ??= interpreterClass().then(extend);
  return extended;
}

/**
 * What differs from the library's loop, besides its pace: opcodes run from a table that needs no promise where nothing is
 * awaited (stock awaits each opcode), code is analysed once and not for each frame, and every opcode that touches state is
 * an access point of the gas meter. Calls and creations differ in what they read: nothing is looked up to move nothing.
 */
function extend(Base: InterpreterClass): FrameClass {
  return class extends Base {
    readonly #memory = new FrameMemory();

    get runState(): RunState {
      return this._runState;
    }

    get evm(): RecordingEvm {
      return this._evm as RecordingEvm;
    }

    begin(env: FrameEnv, gasLimit: bigint, selfdestruct: Interpreter['_result']['selfdestruct']): void {
      const runState = this._runState;
      this.#memory.clear();
      // It has every member of the library's memory.
      runState.memory = this.#memory;
      runState.memoryWordCount = 0n;
      runState.highestMemCost = 0n;
      while (runState.stack.length > 0) runState.stack.pop();
      runState.programCounter = 0;
      runState.returnBytes = NOTHING;
      setMessageGasLimit(runState, undefined);
      runState.env = env;
      runState.gasLeft = gasLimit;
      runState.gasRefund = env.gasRefund;
      this._env = env;
      this._result = { logs: [], selfdestruct };
    }

    override async run(code: Uint8Array): Promise<{ runState: RunState; exceptionError?: EVMError }> {
      const runState = this._runState;
      const { common } = this;
      const { table, meter, block, events } = this._evm as RecordingEvm;
      const { jumps, pushes } = block.codes.analysisOf(code);
      const tracing = events.listenerCount('step') > 0;
      runState.code = code;
      runState.validJumps = jumps;
      runState.cachedPushes = pushes as RunState['cachedPushes'];
      runState.shouldDoJumpAnalysis = false;

      // The gas left is counted here, as a number, while plain opcodes run; `reserve` is what is too much for that. For all
      // others it stands in `runState.gasLeft`.
      let left = 0;
      let reserve = 0n;
      let countedHere = false;
      try {
        while (runState.programCounter < code.length) {
          const opcode = code[runState.programCounter] as number;
          const entry = table[opcode] as (typeof table)[number];
          runState.opCode = opcode;
          if (entry.isPlain && !tracing) {
            if (!countedHere) {
              reserve = runState.gasLeft > COUNTABLE ? runState.gasLeft - COUNTABLE : 0n;
              left = Number(runState.gasLeft - reserve);
              countedHere = true;
            }
            left -= entry.price === undefined ? entry.cost : entry.cost + entry.price(runState, common);
            if (left < 0) {
              if (left < -Number(reserve)) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
              runState.gasLeft = reserve + BigInt(left);
              countedHere = false;
            }
            runState.programCounter++;
            entry.run(runState, common);
            continue;
          }
          if (countedHere) {
            runState.gasLeft = reserve + BigInt(left);
            countedHere = false;
          }
          if (entry.accessesState && entry.looksAtNothingNew?.(runState) !== true) {
            const wait = meter.reach();
            if (wait !== undefined) await wait;
          }
          let gas = entry.fee;
          const memorySize = runState.memoryWordCount;
          if (entry.gas !== undefined) {
            const priced = entry.gas(runState, gas, common);
            gas = typeof priced === 'bigint' ? priced : await priced;
          } else if (entry.price !== undefined) gas += toGas(entry.price(runState, common));
          if (tracing) await this._runStepHook(gas, runState.gasLeft, memorySize);
          if (entry.isInvalid) throw new EVMError(EVMError.errorMessages.INVALID_OPCODE);
          runState.gasLeft -= gas;
          if (runState.gasLeft < 0n) {
            runState.gasLeft = 0n;
            throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
          }
          runState.programCounter++;
          const running = entry.run(runState, common);
          if (running !== undefined) await running;
        }
      } catch (error) {
        if (!(error instanceof EVMError)) throw error;
        if (countedHere) runState.gasLeft = reserve + BigInt(Math.max(left, 0));
        if (error.error !== EVMError.errorMessages.STOP) return { runState, exceptionError: error };
        return { runState };
      }
      if (countedHere) runState.gasLeft = reserve + BigInt(left);
      return { runState };
    }

    override async _baseCall(message: Message): Promise<bigint> {
      const { _env: env, _runState: runState, _result: result, common } = this;
      runState.returnBytes = NOTHING;
      if (env.depth >= Number(common.param('stackLimit'))) return 0n;
      if (!message.delegatecall && message.value > 0n && env.contract.balance < message.value) return 0n;

      const selfdestruct = new Map(result.selfdestruct);
      const createdAddresses = common.isActivatedEIP(6780) ? new Set(result.createdAddresses) : undefined;
      message.selfdestruct = selfdestruct;
      message.gasRefund = runState.gasRefund;
      if (createdAddresses) message.createdAddresses = createdAddresses;
      const { execResult } = await this._evm.runCall({ message });
      if (execResult.logs) result.logs = result.logs.concat(execResult.logs);
      this.useGas(execResult.executionGasUsed);
      const failure = execResult.exceptionError;
      if (!failure || failure.error === EVMError.errorMessages.REVERT) runState.returnBytes = execResult.returnValue;
      if (failure) return 0n;
      this.#adopt(selfdestruct, createdAddresses);
      runState.gasRefund = execResult.gasRefund ?? 0n;
      return 1n;
    }

    override async create(gasLimit: bigint, value: bigint, code: Uint8Array, salt?: Uint8Array): Promise<bigint> {
      const { _env: env, _runState: runState, _result: result, common } = this;
      runState.returnBytes = NOTHING;
      if (env.depth >= Number(common.param('stackLimit'))) return 0n;
      if (value > 0n && env.contract.balance < value) return 0n;
      if (env.contract.nonce >= MAX_UINT64) return 0n;
      env.contract.nonce += 1n;
      if (common.isActivatedEIP(3860) && code.length > Number(common.param('maxInitCodeSize'))) return 0n;

      const selfdestruct = new Map(result.selfdestruct);
      const createdAddresses = common.isActivatedEIP(6780) ? new Set(result.createdAddresses) : undefined;
      const message = new Message({
        caller: env.address,
        gasLimit,
        value,
        data: code,
        ...(salt ? { salt } : {}),
        depth: env.depth + 1,
        selfdestruct,
        gasRefund: runState.gasRefund,
        blobVersionedHashes: env.blobVersionedHashes,
        ...(createdAddresses ? { createdAddresses } : {}),
      });
      const { execResult, createdAddress } = await this._evm.runCall({ message });
      if (execResult.logs) result.logs = result.logs.concat(execResult.logs);
      this.useGas(execResult.executionGasUsed);
      const failure = execResult.exceptionError;
      if (failure) {
        if (failure.error === EVMError.errorMessages.REVERT) runState.returnBytes = execResult.returnValue;
        return 0n;
      }
      this.#adopt(selfdestruct, createdAddresses);
      runState.gasRefund = execResult.gasRefund ?? 0n;
      return createdAddress ? (this._evm as RecordingEvm).block.keys.ofAddress(createdAddress).word : 1n;
    }

    /** What a frame that succeeded destroyed and created counts for this one. */
    #adopt(selfdestruct: Map<`0x${string}`, `0x${string}`>, createdAddresses: Set<`0x${string}`> | undefined): void {
      for (const [address, beneficiary] of selfdestruct) this._result.selfdestruct.set(address, beneficiary);
      if (!createdAddresses) return;
      for (const address of createdAddresses) this._result.createdAddresses?.add(address);
    }
  };
}
