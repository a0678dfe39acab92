import type { OpHandler } from '../library.ts';
import { evmOf } from './access.ts';
import { viewMemory, wordsOf } from './memory.ts';
import { type Price, rangePrice } from './plain.ts';

export const keccakPrice: Price = (runState, common) => {
  const [, length] = runState.stack.peek(2) as [bigint, bigint];
  return rangePrice(runState, common) + Number(common.param('keccak256WordGas')) * wordsOf(length);
};

/** Remembers what was hashed, as it may name a storage slot. */
export const keccak: OpHandler = (runState) => {
  const [offset, length] = runState.stack.popN(2) as [bigint, bigint];
  runState.stack.push(evmOf(runState).block.preimages.hash(viewMemory(runState, offset, length)));
};
