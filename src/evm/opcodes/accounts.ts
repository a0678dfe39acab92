import { bytesToBigInt } from '../bytes.ts';
import type { GasHandler, OpHandler } from '../library.ts';
import { accessAccount, accountAt, selfOf } from './access.ts';
import { copyToMemory, expandMemory, wordsOf } from './memory.ts';

/** BALANCE, EXTCODESIZE, EXTCODEHASH. */
export const accountGas: GasHandler = (runState, fee, common) =>
  fee + accessAccount(runState, accountAt(runState, runState.stack.peek()[0] as bigint), common);

export const balance: OpHandler = (runState) => {
  const account = accountAt(runState, runState.stack.pop());
  runState.stack.push(account.balance);
};

export const selfBalance: OpHandler = (runState) => {
  runState.stack.push(selfOf(runState).balance);
};

export const extCodeSize: OpHandler = (runState) => {
  const account = accountAt(runState, runState.stack.pop());
  runState.stack.push(BigInt(account.code.bytes.length));
};

/** Zero for an empty account, else the hash, which for none is that of no bytes (EIP-1052). */
export const extCodeHash: OpHandler = (runState) => {
  const account = accountAt(runState, runState.stack.pop());
  const { code } = account;
  runState.stack.push(code.isEmpty && account.isEmpty() ? 0n : bytesToBigInt(code.hash));
};

export const extCodeCopyGas: GasHandler = (runState, fee, common) => {
  const [word, offset, , length] = runState.stack.peek(4) as [bigint, bigint, bigint, bigint];
  return (
    fee +
    expandMemory(runState, offset, length) +
    accessAccount(runState, accountAt(runState, word), common) +
    common.param('copyGas') * BigInt(wordsOf(length))
  );
};

export const extCodeCopy: OpHandler = (runState) => {
  const [word, offset, from, length] = runState.stack.popN(4) as [bigint, bigint, bigint, bigint];
  const account = accountAt(runState, word);
  // Copying nothing loads nothing.
  if (length === 0n) account.accessed = true;
  else copyToMemory(runState, offset, account.code.bytes, from, length);
};
