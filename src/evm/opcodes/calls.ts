import type { Common } from '@ethereumjs/common';
import { EVMError } from '@ethereumjs/evm';
import { setMessageGasLimit } from '../frame.ts';
import type { GasHandler, OpHandler, RunState } from '../library.ts';
import type { RecordingAccount } from '../recording-account.ts';
import { accessAccount, accountAt, accountOf, evmOf, isBeyond } from './access.ts';
import { expandMemory, viewMemory, writeOutput } from './memory.ts';

interface CallArguments {
  readonly gas: bigint;
  readonly to: bigint;
  readonly value: bigint;
  readonly inOffset: bigint;
  readonly inLength: bigint;
  readonly outOffset: bigint;
  readonly outLength: bigint;
}

type CallKind = 'call' | 'callCode' | 'callDelegate' | 'callStatic';

function takesValue(kind: CallKind): boolean {
  return kind === 'call' || kind === 'callCode';
}

function toArguments(words: readonly bigint[], kind: CallKind): CallArguments {
  const [gas, to, ...rest] = words as [bigint, bigint, ...bigint[]];
  const value = takesValue(kind) ? (rest.shift() as bigint) : 0n;
  const [inOffset, inLength, outOffset, outLength] = rest as [bigint, bigint, bigint, bigint];
  return { gas, to, value, inOffset, inLength, outOffset, outLength };
}

function createCallGas(kind: CallKind): GasHandler {
  const words = takesValue(kind) ? 7 : 6;
  return (runState, fee, common) => {
    const call = toArguments(runState.stack.peek(words), kind);
    if (kind === 'call' && call.value !== 0n && runState.interpreter.isStatic()) {
      throw new EVMError(EVMError.errorMessages.STATIC_STATE_CHANGE);
    }
    let gas = fee;
    gas += expandMemory(runState, call.inOffset, call.inLength);
    gas += expandMemory(runState, call.outOffset, call.outLength);
    const target = accountAt(runState, call.to);
    gas += accessAccount(runState, target, common);
    if (call.value !== 0n) gas += common.param('callValueTransferGas');
    if (isBeyond(runState, gas)) return gas;
    // From here on it is accessed, even if the call then fails for want of funds or depth; and so is its delegate, once paid.
    target.accessed = true;
    if (kind === 'call' && call.value !== 0n && target.isEmpty()) gas += common.param('callNewAccountGas');
    let delegate: RecordingAccount | undefined;
    if (common.isActivatedEIP(7702)) {
      const { code } = target;
      if (code.delegate) {
        delegate = accountOf(runState, evmOf(runState).block.keys.ofBytes(code.delegate));
        gas += accessAccount(runState, delegate, common);
      }
    }
    runState.messageGasLimit = grantedGas(runState, call.gas, gas);
    if (delegate) delegate.accessed = true;
    return gas;
  };
}

/** EIP-150: a call gets what it asks for, but at most 63/64 of what is left. */
function grantedGas(runState: RunState, asked: bigint, spent: bigint): bigint {
  const left = runState.gasLeft - spent;
  if (left < 0n) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
  const most = left - left / 64n;
  return asked < most ? asked : most;
}

function createCall(kind: CallKind): OpHandler {
  const words = takesValue(kind) ? 7 : 6;
  return async (runState: RunState, common: Common): Promise<void> => {
    const call = toArguments(runState.stack.popN(words), kind);
    const { interpreter } = runState;
    const to = evmOf(runState).block.keys.ofWord(call.to).library;
    const data = viewMemory(runState, call.inOffset, call.inLength);
    let gasLimit = runState.messageGasLimit as bigint;
    setMessageGasLimit(runState, undefined);
    if (call.value !== 0n) {
      const stipend = common.param('callStipendGas');
      interpreter.addStipend(stipend);
      gasLimit += stipend;
    }
    const value = kind === 'callDelegate' ? interpreter.getCallValue() : call.value;
    const success = await interpreter[kind](gasLimit, to, value, data);
    writeOutput(runState, call.outOffset, call.outLength);
    runState.stack.push(success);
  };
}

export const callGas = createCallGas('call');
export const callCodeGas = createCallGas('callCode');
export const callDelegateGas = createCallGas('callDelegate');
export const callStaticGas = createCallGas('callStatic');
export const call = createCall('call');
export const callCode = createCall('callCode');
export const callDelegate = createCall('callDelegate');
export const callStatic = createCall('callStatic');
