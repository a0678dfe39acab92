import type { Common } from '@ethereumjs/common';
import { EVMError } from '@ethereumjs/evm';
import { bytesToBigInt } from '../bytes.ts';
import type { OpHandler, RunState } from '../library.ts';
import { copyToMemory, memoryOf, memoryPrice, wordsOf } from './memory.ts';

/*
 * Opcodes that touch nothing outside their frame and never look at the gas left. The library's do the same with more
 * copying; these are the ones that a profile of token transfers and swaps shows.
 */

/** What an opcode costs beyond its static fee. Infinite: more than anybody has. */
export type Price = (runState: RunState, common: Common) => number;

export const wordAtTopPrice: Price = (runState) => memoryPrice(runState, runState.stack.peek()[0] as bigint, 32n);

export const byteAtTopPrice: Price = (runState) => memoryPrice(runState, runState.stack.peek()[0] as bigint, 1n);

/** Offset and length on top: KECCAK256 has more to pay, RETURN and REVERT don't. */
export const rangePrice: Price = (runState) => {
  const [offset, length] = runState.stack.peek(2) as [bigint, bigint];
  return memoryPrice(runState, offset, length);
};

/** CALLDATACOPY, CODECOPY. */
export const copyPrice: Price = (runState, common) => {
  const [offset, , length] = runState.stack.peek(3) as [bigint, bigint, bigint];
  return memoryPrice(runState, offset, length) + Number(common.param('copyGas')) * wordsOf(length);
};

export const returnDataCopyPrice: Price = (runState, common) => {
  const [, from, length] = runState.stack.peek(3) as [bigint, bigint, bigint];
  if (from + length > BigInt(runState.returnBytes.length)) throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
  return copyPrice(runState, common);
};

/** Both ranges must be there; words are copied at 3 each (EIP-5656). */
export const memoryCopyPrice: Price = (runState) => {
  const [to, from, length] = runState.stack.peek(3) as [bigint, bigint, bigint];
  return 3 * wordsOf(length) + memoryPrice(runState, from, length) + memoryPrice(runState, to, length);
};

/** By the bytes of the exponent. */
export const expPrice: Price = (runState, common) => {
  const exponent = runState.stack.peek(2)[1] as bigint;
  return exponent === 0n ? 0 : Number(common.param('expByteGas')) * Math.ceil(exponent.toString(16).length / 2);
};

export const mload: OpHandler = (runState) => {
  const { stack } = runState;
  stack.push(memoryOf(runState).readWord(Number(stack.pop())));
};

export const mstore: OpHandler = (runState) => {
  const { stack } = runState;
  memoryOf(runState).writeWord(Number(stack.pop()), stack.pop());
};

export const mstore8: OpHandler = (runState) => {
  const { stack } = runState;
  memoryOf(runState).writeByte(Number(stack.pop()), Number(stack.pop() & 0xffn));
};

/** Beyond the end of the data there are zeros. */
export const callDataLoad: OpHandler = ({ stack, env: { callData } }) => {
  const word = stack.pop();
  if (word >= BigInt(callData.length)) {
    stack.push(0n);
    return;
  }
  const from = Number(word);
  const missing = from + 32 - callData.length;
  if (missing <= 0) stack.push(bytesToBigInt(callData, from, from + 32));
  else stack.push(bytesToBigInt(callData, from) << BigInt(8 * missing));
};

export const callDataCopy: OpHandler = (runState) => {
  const [offset, from, length] = runState.stack.popN(3) as [bigint, bigint, bigint];
  copyToMemory(runState, offset, runState.env.callData, from, length);
};

export const codeCopy: OpHandler = (runState) => {
  const [offset, from, length] = runState.stack.popN(3) as [bigint, bigint, bigint];
  copyToMemory(runState, offset, runState.env.code, from, length);
};

export const returnDataCopy: OpHandler = (runState) => {
  const [offset, from, length] = runState.stack.popN(3) as [bigint, bigint, bigint];
  copyToMemory(runState, offset, runState.returnBytes, from, length);
};

export const jump: OpHandler = (runState) => {
  jumpTo(runState, runState.stack.pop());
};

export const jumpIf: OpHandler = (runState) => {
  const to = runState.stack.pop();
  if (runState.stack.pop() !== 0n) jumpTo(runState, to);
};

function jumpTo(runState: RunState, to: bigint): void {
  const target = Number(to);
  if (runState.validJumps[target] !== 1) throw new EVMError(EVMError.errorMessages.INVALID_JUMP);
  runState.programCounter = target;
}

/** PUSH1 to PUSH32; the values have been cut out of the code beforehand. */
export const push: OpHandler = (runState) => {
  const at = runState.programCounter;
  runState.stack.push(runState.cachedPushes[at] as bigint);
  runState.programCounter = at + runState.opCode - 0x5f;
};

/** The loop ends at the end of the code. The library ends it with an exception, which is much more work. */
export const stop: OpHandler = (runState) => {
  runState.programCounter = runState.code.length;
};

export const returnOp: OpHandler = (runState) => {
  const { stack, memory, interpreter } = runState;
  const offset = stack.pop();
  const length = stack.pop();
  if (length > 0n) interpreter._result.returnValue = memory.read(Number(offset), Number(length));
  runState.programCounter = runState.code.length;
};
