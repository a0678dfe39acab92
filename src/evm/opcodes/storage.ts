import type { Common } from '@ethereumjs/common';
import { EVMError } from '@ethereumjs/evm';
import type { GasHandler, OpHandler, RunState } from '../library.ts';
import { selfOf, warmSlot } from './access.ts';

/** SLOAD and SSTORE of a slot that has been read look at what the incarnation knows. */
export const knowsSlot = (runState: RunState): boolean =>
  selfOf(runState).slot(runState.stack.peek()[0] as bigint).isKnown;

export const sloadGas: GasHandler = (runState, fee, common) => {
  if (!common.isActivatedEIP(2929)) return fee;
  const slot = selfOf(runState).slot(runState.stack.peek()[0] as bigint);
  return fee + common.param(warmSlot(runState, slot) ? 'coldsloadGas' : 'warmstoragereadGas');
};

export const sload: OpHandler = ({ stack, env }) => {
  const number = stack.pop();
  stack.push(selfOf({ env } as RunState).slot(number).value);
};

/**
 * The current and the original value decide the price, so both are read (ANALYSIS), even where the price can't be paid; but not where so
 * little gas is left that every SSTORE fails (EIP-2200). That is more than a cold slot costs, so the access of a slot that is read can
 * always be paid, as EIP-7928 wants it.
 */
export const sstoreGas: GasHandler = (runState, fee, common) => {
  if (runState.interpreter.isStatic()) throw new EVMError(EVMError.errorMessages.STATIC_STATE_CHANGE);
  const [number, value] = runState.stack.peek(2) as [bigint, bigint];
  const netMetering = common.gteHardfork('istanbul');
  if (netMetering && runState.gasLeft <= common.param('sstoreSentryEIP2200Gas')) {
    throw new EVMError(EVMError.errorMessages.OUT_OF_GAS);
  }
  const slot = selfOf(runState).slot(number);
  const current = slot.value;
  const { original } = slot;
  let price: bigint;
  if (netMetering) {
    price = priceByEip2200(runState, original, current, value, slot.warm, common);
  } else if (common.hardfork() === 'constantinople') {
    price = priceByEip1283(runState, original, current, value, common);
  } else {
    price = priceBefore(runState, current, value, common);
  }
  if (common.isActivatedEIP(2929) && warmSlot(runState, slot)) price += common.param('coldsloadGas');
  return fee + price;
};

export const sstore: OpHandler = ({ stack, env }) => {
  const [number, value] = stack.popN(2) as [bigint, bigint];
  selfOf({ env } as RunState).slot(number).value = value;
};

function priceBefore({ interpreter }: RunState, current: bigint, value: bigint, common: Common): bigint {
  if (current === 0n && value !== 0n) return common.param('sstoreSetGas');
  if (current !== 0n && value === 0n) interpreter.refundGas(common.param('sstoreRefundGas'));
  return common.param('sstoreResetGas');
}

/** Net gas metering of Constantinople (EIP-1283), withdrawn by Petersburg. */
function priceByEip1283(
  { interpreter }: RunState,
  original: bigint,
  current: bigint,
  value: bigint,
  common: Common,
): bigint {
  if (current === value) return common.param('netSstoreNoopGas');
  if (original === current) {
    if (original === 0n) return common.param('netSstoreInitGas');
    if (value === 0n) interpreter.refundGas(common.param('netSstoreClearRefundGas'));
    return common.param('netSstoreCleanGas');
  }
  if (original !== 0n) {
    if (current === 0n) interpreter.subRefund(common.param('netSstoreClearRefundGas'));
    else if (value === 0n) interpreter.refundGas(common.param('netSstoreClearRefundGas'));
  }
  if (original === value) {
    const refund = original === 0n ? 'netSstoreResetClearRefundGas' : 'netSstoreResetRefundGas';
    interpreter.refundGas(common.param(refund));
  }
  return common.param('netSstoreDirtyGas');
}

/** Net gas metering of Istanbul (EIP-2200), with what EIP-2929 and EIP-3529 made of its figures. */
function priceByEip2200(
  { interpreter }: RunState,
  original: bigint,
  current: bigint,
  value: bigint,
  warm: boolean,
  common: Common,
): bigint {
  const warmPrices = warm && common.isActivatedEIP(2929);
  if (current === value) return common.param(warmPrices ? 'warmstoragereadGas' : 'sstoreNoopEIP2200Gas');
  if (original === current) {
    if (original === 0n) return common.param('sstoreInitEIP2200Gas');
    if (value === 0n) interpreter.refundGas(common.param('sstoreClearRefundEIP2200Gas'));
    return common.param('sstoreCleanEIP2200Gas');
  }
  if (original !== 0n) {
    if (current === 0n) interpreter.subRefund(common.param('sstoreClearRefundEIP2200Gas'));
    else if (value === 0n) interpreter.refundGas(common.param('sstoreClearRefundEIP2200Gas'));
  }
  if (original === value) {
    if (original === 0n) {
      interpreter.refundGas(
        warmPrices
          ? common.param('sstoreInitEIP2200Gas') - common.param('warmstoragereadGas')
          : common.param('sstoreInitRefundEIP2200Gas'),
      );
    } else {
      interpreter.refundGas(
        warmPrices
          ? common.param('sstoreResetGas') - common.param('coldsloadGas') - common.param('warmstoragereadGas')
          : common.param('sstoreCleanRefundEIP2200Gas'),
      );
    }
  }
  return common.param('sstoreDirtyEIP2200Gas');
}
