import { EVMError } from '@ethereumjs/evm';
import type { GasHandler, OpHandler } from '../library.ts';
import { accountAt, evmOf, isBeyond, selfOf } from './access.ts';

export const selfDestructGas: GasHandler = (runState, fee, common) => {
  if (runState.interpreter.isStatic()) throw new EVMError(EVMError.errorMessages.STATIC_STATE_CHANGE);
  const beneficiary = accountAt(runState, runState.stack.peek()[0] as bigint);
  let gas = fee;
  if (common.isActivatedEIP(2929) && !evmOf(runState).warmth.isWarm(beneficiary.key)) {
    evmOf(runState).warmth.warm(beneficiary.key);
    gas += common.param('coldaccountaccessGas');
  }
  if (isBeyond(runState, gas)) return gas;
  // Who gets nothing isn't looked at.
  beneficiary.accessed = true;
  if (selfOf(runState).balance > 0n && beneficiary.isEmpty()) gas += common.param('callNewAccountGas');
  return gas;
};

/**
 * The whole balance goes to the beneficiary; the account itself is deleted at the end of the transaction. From Cancun on
 * (EIP-6780) both only if it was made in this transaction; otherwise naming itself as beneficiary does nothing.
 */
export const selfDestruct: OpHandler = (runState, common) => {
  const { env, interpreter } = runState;
  const evm = evmOf(runState);
  const self = selfOf(runState);
  const beneficiary = accountAt(runState, runState.stack.pop());
  const { selfdestruct } = interpreter._result;
  const { address } = self.key;
  if (!selfdestruct.has(address)) interpreter.refundGas(common.param('selfdestructRefundGas'));
  selfdestruct.set(address, beneficiary.key.address);

  const toSelf = beneficiary === self;
  const amount = self.balance;
  if (!toSelf) {
    evm.state.touch(beneficiary.key);
    beneficiary.credit(amount);
  }
  const deletes = !common.isActivatedEIP(6780) || env.createdAddresses?.has(address);
  if (deletes || !toSelf) self.balance = 0n;
  throw new EVMError(EVMError.errorMessages.STOP);
};
