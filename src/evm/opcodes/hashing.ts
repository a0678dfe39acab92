import type { OpHandler } from '../library.ts';
import { evmOf } from './access.ts';
import { memoryOf, viewMemory, wordsOf } from './memory.ts';
import { type Price, rangePrice } from './plain.ts';

export const keccakPrice: Price = (runState, common) => {
  const [, length] = runState.stack.peek(2) as [bigint, bigint];
  return rangePrice(runState, common) + Number(common.param('keccak256WordGas')) * wordsOf(length);
};

/** Remembers what was hashed, as it may name a storage slot. */
export const keccak: OpHandler = (runState) => {
  const { stack } = runState;
  const offset = stack.pop();
  const length = stack.pop();
  const { preimages } = evmOf(runState).block;
  stack.push(
    length === 64n
      ? preimages.hashMapping(memoryOf(runState), Number(offset))
      : preimages.hash(viewMemory(runState, offset, length)),
  );
};
