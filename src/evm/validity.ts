import { Capability, getCalldataFloorGas, isBlob4844Tx, type TypedTransaction } from '@ethereumjs/tx';
import { bigIntMax } from '@ethereumjs/util';
import type { InvalidReason } from '../model/execution.ts';
import type { PreparedBlock } from './prepared-block.ts';
import type { RecordingAccount } from './recording-account.ts';
import type { RecordingState } from './recording-state.ts';
import type { PreparedTransaction } from './transactions.ts';

/**
 * The checks that `runTx` makes before it executes, made before it is called: each has a code and a sentence of its own,
 * and what a check reads is recorded. Null when the transaction can be executed.
 */
export function findInvalidity(
  block: PreparedBlock,
  { tx, sender }: PreparedTransaction,
  state: RecordingState,
): InvalidReason | null {
  const account = state.account(sender);
  return (
    findGasInvalidity(block, tx) ??
    findFeeInvalidity(block, tx) ??
    findNonceInvalidity(tx, account) ??
    findCodeInvalidity(account, state) ??
    findFundsInvalidity(block, tx, account)
  );
}

function findGasInvalidity(block: PreparedBlock, tx: TypedTransaction): InvalidReason | null {
  const limit = block.source.env.gasLimit;
  if (tx.gasLimit > limit) {
    return { code: 'gas-limit', message: `Its gas limit of ${tx.gasLimit} is over the block's ${limit}.` };
  }
  const floor = getCalldataFloorGas(tx);
  const intrinsic = tx.getIntrinsicGas();
  const least = bigIntMax(floor, intrinsic);
  if (tx.gasLimit < least) {
    return {
      code: 'intrinsic-gas',
      message: `Its gas limit is ${tx.gasLimit}, but ${least} is used before the first opcode.`,
    };
  }
  return null;
}

function findFeeInvalidity(block: PreparedBlock, tx: TypedTransaction): InvalidReason | null {
  const { header } = block.library;
  if (header.baseFeePerGas !== undefined) {
    const offered = 'maxFeePerGas' in tx ? tx.maxFeePerGas : tx.gasPrice;
    if (offered < header.baseFeePerGas) {
      return {
        code: 'fee',
        message: `It offers at most ${offered} wei a gas, below the block's base fee of ${header.baseFeePerGas}.`,
      };
    }
  }
  if (isBlob4844Tx(tx)) {
    const price = header.getBlobGasPrice();
    if (tx.maxFeePerBlobGas < price) {
      return {
        code: 'fee',
        message: `It offers at most ${tx.maxFeePerBlobGas} wei a blob gas, below the block's ${price}.`,
      };
    }
  }
  return null;
}

function findNonceInvalidity(tx: TypedTransaction, sender: RecordingAccount): InvalidReason | null {
  if (tx.nonce === sender.nonce) return null;
  return {
    code: 'nonce',
    message: `Its nonce is ${tx.nonce}, but the next one of ${sender.key.address} is ${sender.nonce}.`,
  };
}

/**
 * EIP-3607: contracts send nothing (EIP-7702: delegated accounts may). ANALYSIS doesn't count the test as a read. It needn't
 * be recorded either: whatever gives an account code raises its nonce, and the nonce has been read. So the code is looked
 * at only where there can be any: at accounts with code before the block, and at those whose first nonce was spent in it.
 */
function findCodeInvalidity(sender: RecordingAccount, state: RecordingState): InvalidReason | null {
  if (!sender.key.mayHaveCode(sender.nonce)) return null;
  const code = state.codes.ofHex(state.peek(sender.key.code) as `0x${string}`);
  if (code.isEmpty || (state.delegationAllowed && code.delegate !== undefined)) return null;
  return {
    code: 'sender-has-code',
    message: `Its sender ${sender.key.address} is a contract, which can't send (EIP-3607).`,
  };
}

function findFundsInvalidity(
  block: PreparedBlock,
  tx: TypedTransaction,
  sender: RecordingAccount,
): InvalidReason | null {
  const baseFee = block.library.header.baseFeePerGas ?? 0n;
  const upfront = tx.getUpfrontCost(baseFee);
  let most = tx.value;
  if (tx.supports(Capability.EIP1559FeeMarket) && 'maxFeePerGas' in tx) most += tx.gasLimit * tx.maxFeePerGas;
  if (isBlob4844Tx(tx)) {
    most += block.common.param('blobGasPerBlob') * BigInt(tx.numBlobs()) * tx.maxFeePerBlobGas;
  }
  const needed = bigIntMax(upfront, most);
  if (sender.balance >= needed) return null;
  return {
    code: 'funds',
    message: `It may cost up to ${needed} wei, but its sender ${sender.key.address} has ${sender.balance}.`,
  };
}
