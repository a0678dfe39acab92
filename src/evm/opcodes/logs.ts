import { EVMError, type Log as LibraryLog } from '@ethereumjs/evm';
import type { Log } from '../../model/execution.ts';
import { bytesToHex, wordToHex } from '../bytes.ts';
import type { OpHandler } from '../library.ts';
import { selfOf } from './access.ts';
import { viewMemory } from './memory.ts';
import { type Price, rangePrice } from './plain.ts';

export const logPrice: Price = (runState, common) => {
  if (runState.interpreter.isStatic()) throw new EVMError(EVMError.errorMessages.STATIC_STATE_CHANGE);
  const [, length] = runState.stack.peek(2) as [bigint, bigint];
  const topics = runState.opCode - 0xa0;
  return (
    rangePrice(runState, common) +
    Number(common.param('logTopicGas')) * topics +
    Number(common.param('logDataGas')) * Number(length)
  );
};

export const log: OpHandler = (runState) => {
  const [offset, length] = runState.stack.popN(2) as [bigint, bigint];
  const topics = runState.stack.popN(runState.opCode - 0xa0);
  const entry: Log = {
    address: selfOf(runState).key.address,
    topics: topics.map(wordToHex),
    data: bytesToHex(viewMemory(runState, offset, length)),
  };
  // The library only passes logs on; `RecordingEvm.runCall` takes them back.
  runState.interpreter._result.logs.push(entry as unknown as LibraryLog);
};
