import type { Common } from '@ethereumjs/common';
import type { RunState } from '../library.ts';
import type { AccountKey } from '../account-keys.ts';
import type { RecordingAccount, RecordedSlot } from '../recording-account.ts';
import type { RecordingEvm } from '../recording-evm.ts';

/** The EVM behind a frame: frames are only ever run by ours. */
export function evmOf(runState: RunState): RecordingEvm {
  return runState.interpreter._evm as RecordingEvm;
}

/** The account whose code, or in whose name a delegate's code, runs. */
export function selfOf(runState: RunState): RecordingAccount {
  // See `LibraryState.getAccount`.
  return runState.env.contract as unknown as RecordingAccount;
}

export function accountOf(runState: RunState, key: AccountKey): RecordingAccount {
  return evmOf(runState).state.account(key);
}

/** The account that a stack word names. */
export function accountAt(runState: RunState, word: bigint): RecordingAccount {
  const evm = evmOf(runState);
  return evm.state.account(evm.block.keys.ofWord(word));
}

/** EIP-2929: what it costs to touch the account, which is warm from then on. Nothing before Berlin. */
export function accessAccount(runState: RunState, account: RecordingAccount, common: Common): bigint {
  if (!common.isActivatedEIP(2929)) return 0n;
  if (account.warm || account.key.precompile) return common.param('warmstoragereadGas');
  evmOf(runState).warmth.warm(account.key);
  return common.param('coldaccountaccessGas');
}

/**
 * Whether the frame hasn't so much gas left. A handler that finds so before it has looked at what its opcode is about returns what it
 * has summed up: the loop can't charge that, and what couldn't be paid whatever it holds is neither read nor accessed (EIP-7928, "Gas
 * Validation Before State Access").
 */
export function isBeyond(runState: RunState, gas: bigint): boolean {
  return gas > runState.gasLeft;
}

/** Makes a slot of the executing account warm. Whether it was cold. */
export function warmSlot(runState: RunState, slot: RecordedSlot): boolean {
  if (slot.warm) return false;
  slot.warm = true;
  evmOf(runState).state.onRevert(() => {
    slot.warm = false;
  });
  return true;
}
