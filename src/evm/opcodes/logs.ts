import type { Log as LibraryLog } from '@ethereumjs/evm';
import type { Log } from '../../model/execution.ts';
import { EVMError } from '@ethereumjs/evm';
import { bytesToHex, wordToHex } from '../bytes.ts';
import type { GasHandler, OpHandler } from '../library.ts';
import { selfOf } from './access.ts';
import { expandMemory, viewMemory } from './memory.ts';

export const logGas: GasHandler = (runState, fee, common) => {
  if (runState.interpreter.isStatic()) throw new EVMError(EVMError.errorMessages.STATIC_STATE_CHANGE);
  const [offset, length] = runState.stack.peek(2) as [bigint, bigint];
  const topics = BigInt(runState.opCode - 0xa0);
  return (
    fee +
    expandMemory(runState, offset, length) +
    common.param('logTopicGas') * topics +
    common.param('logDataGas') * length
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
