import type { GasHandler, OpHandler } from '../library.ts';
import { evmOf } from './access.ts';
import { expandMemory, viewMemory, wordsOf } from './memory.ts';

export const keccakGas: GasHandler = (runState, fee, common) => {
  const [offset, length] = runState.stack.peek(2) as [bigint, bigint];
  return fee + expandMemory(runState, offset, length) + common.param('keccak256WordGas') * wordsOf(length);
};

/** Remembers what was hashed, as it may name a storage slot. */
export const keccak: OpHandler = (runState) => {
  const [offset, length] = runState.stack.popN(2) as [bigint, bigint];
  runState.stack.push(evmOf(runState).block.preimages.hash(viewMemory(runState, offset, length)));
};
