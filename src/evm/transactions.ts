import type { Common } from '@ethereumjs/common';
import { createTx, type TypedTransaction, type TypedTxData } from '@ethereumjs/tx';
import type { Address as LibraryAddress } from '@ethereumjs/util';
import type { BlockTransaction } from '../model/block.ts';
import type { InvalidReason } from '../model/execution.ts';
import type { AccountKey, AccountKeys } from './account-keys.ts';
import { bigIntToMinimalBytes, hexToBytes } from './bytes.ts';

/** A transaction as `runTx` takes it, made once and used for every incarnation. */
export interface PreparedTransaction {
  readonly kind: 'transaction';
  readonly tx: TypedTransaction;
  readonly sender: AccountKey;
  /** Gas that the transaction costs before its first opcode. */
  readonly intrinsicGas: bigint;
}

/** One that no state could make valid, such as a type that the fork doesn't know. */
export interface UnusableTransaction {
  readonly kind: 'unusable';
  readonly reason: InvalidReason;
}

/**
 * Makes an unsigned library transaction with a named sender. Recovering it from a signature would cost more than most
 * executions, and a composed transaction has none.
 */
export function prepareTransaction(
  source: BlockTransaction,
  common: Common,
  keys: AccountKeys,
): PreparedTransaction | UnusableTransaction {
  const sender = keys.ofHex(source.from);
  try {
    const tx = createTx(toTxData(source), { common, freeze: false, allowUnlimitedInitCodeSize: false });
    const named: { getSenderAddress(): LibraryAddress; to?: LibraryAddress } = {
      getSenderAddress: () => sender.library,
    };
    if (source.to) named.to = keys.ofHex(source.to).library;
    Object.assign(tx, named);
    // Frozen transactions remember the gas of their data.
    Object.freeze(tx);
    return { kind: 'transaction', tx, sender, intrinsicGas: tx.getIntrinsicGas() };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      kind: 'unusable',
      reason: { code: 'other', message: `Not a valid transaction for this fork: ${message}` },
    };
  }
}

function toTxData(tx: BlockTransaction): TypedTxData {
  const shared = {
    type: tx.type,
    nonce: tx.nonce,
    gasLimit: tx.gasLimit,
    value: tx.value,
    data: hexToBytes(tx.data),
    ...(tx.to ? { to: tx.to } : {}),
  };
  if (tx.type === 0) return { ...shared, gasPrice: tx.gasPrice ?? 0n } as TypedTxData;
  const accessList = (tx.accessList ?? []).map(({ address, storageKeys }) => [
    hexToBytes(address),
    storageKeys.map((key) => hexToBytes(`0x${key.slice(2).padStart(64, '0')}`)),
  ]);
  if (tx.type === 1) return { ...shared, accessList, gasPrice: tx.gasPrice ?? 0n } as TypedTxData;
  const dynamic = {
    ...shared,
    accessList,
    maxFeePerGas: tx.maxFeePerGas ?? 0n,
    maxPriorityFeePerGas: tx.maxPriorityFeePerGas ?? 0n,
  };
  if (tx.type === 2) return dynamic as TypedTxData;
  if (tx.type === 3) {
    return {
      ...dynamic,
      maxFeePerBlobGas: tx.maxFeePerBlobGas ?? 0n,
      blobVersionedHashes: [...(tx.blobVersionedHashes ?? [])],
    } as TypedTxData;
  }
  return {
    ...dynamic,
    authorizationList: (tx.authorizationList ?? []).map((item) => [
      bigIntToMinimalBytes(item.chainId),
      hexToBytes(item.address),
      bigIntToMinimalBytes(item.nonce),
      bigIntToMinimalBytes(BigInt(item.yParity)),
      bigIntToMinimalBytes(item.r),
      bigIntToMinimalBytes(item.s),
    ]),
  } as TypedTxData;
}
