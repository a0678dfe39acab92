// Transactions as eth_getBlockByNumber(N, true) gives them:
// https://github.com/ethereum/execution-apis/blob/main/src/schemas/transaction.yaml
import * as v from 'valibot';
import type { AccessListEntry, Authorization, BlockTransaction } from '../model/block.ts';
import type { Hex } from '../model/ids.ts';
import { address, bytes, bytes32, quantity } from './fields.ts';
import { FormatError, describeValue } from './format-error.ts';

export const accessListSchema = v.array(v.object({ address, storageKeys: v.array(bytes32) }));

const authorizationSchema = v.object({
  chainId: quantity,
  address,
  nonce: quantity,
  yParity: v.optional(quantity),
  v: v.optional(quantity),
  r: quantity,
  s: quantity,
});
export const authorizationListSchema = v.array(authorizationSchema);

/** `v` is the older spelling of `yParity`. */
export function toAuthorization(entry: v.InferOutput<typeof authorizationSchema>): Authorization {
  const { chainId, address, nonce, r, s } = entry;
  return { chainId, address, nonce, yParity: Number(entry.yParity ?? entry.v ?? 0n), r, s };
}

/** Fields not named here (hash, signature, place in the block) don't matter: the sender is given. */
export const rpcTransactionSchema = v.object({
  type: v.optional(quantity, 0),
  from: address,
  to: v.nullish(address),
  nonce: quantity,
  gas: quantity,
  value: quantity,
  input: v.optional(bytes),
  data: v.optional(bytes),
  gasPrice: v.nullish(quantity),
  maxFeePerGas: v.nullish(quantity),
  maxPriorityFeePerGas: v.nullish(quantity),
  accessList: v.nullish(accessListSchema),
  maxFeePerBlobGas: v.nullish(quantity),
  blobVersionedHashes: v.nullish(v.array(bytes32)),
  authorizationList: v.nullish(authorizationListSchema),
});
export type RpcTransaction = v.InferOutput<typeof rpcTransactionSchema>;

/** Throws a FormatError for a type unknown, or a field that the type needs. `where` is the transaction's path. */
export function toBlockTransaction(rpc: RpcTransaction, where: string): BlockTransaction {
  const need = <T>(value: T | null | undefined, name: string): T => {
    if (value !== null && value !== undefined) return value;
    throw new FormatError({
      where: `${where}.${name}`,
      expected: `a value, as the transaction is of type ${rpc.type}`,
      came: describeValue(value),
      fix: 'Take the block from eth_getBlockByNumber with full transactions.',
    });
  };
  const common = {
    from: rpc.from,
    ...(rpc.to && { to: rpc.to }),
    nonce: rpc.nonce,
    gasLimit: rpc.gas,
    value: rpc.value,
    data: rpc.input ?? rpc.data ?? ('0x' as const),
  };
  const accessList: readonly AccessListEntry[] = rpc.accessList ?? [];
  const fees = () => ({
    maxFeePerGas: need(rpc.maxFeePerGas, 'maxFeePerGas'),
    maxPriorityFeePerGas: need(rpc.maxPriorityFeePerGas, 'maxPriorityFeePerGas'),
    accessList,
  });
  switch (rpc.type) {
    case 0n:
      return { type: 0, ...common, gasPrice: need(rpc.gasPrice, 'gasPrice') };
    case 1n:
      return { type: 1, ...common, gasPrice: need(rpc.gasPrice, 'gasPrice'), accessList };
    case 2n:
      return { type: 2, ...common, ...fees() };
    case 3n:
      return {
        type: 3,
        ...common,
        ...fees(),
        maxFeePerBlobGas: need(rpc.maxFeePerBlobGas, 'maxFeePerBlobGas'),
        blobVersionedHashes: need(rpc.blobVersionedHashes, 'blobVersionedHashes'),
      };
    case 4n:
      return {
        type: 4,
        ...common,
        ...fees(),
        authorizationList: need(rpc.authorizationList, 'authorizationList').map(toAuthorization),
      };
    default:
      throw new FormatError({
        where: `${where}.type`,
        expected: 'a transaction type from 0x0 to 0x4',
        came: `0x${rpc.type.toString(16)}`,
        fix: "Transactions of a rollup's own types can't be executed here.",
      });
  }
}

const toHex = (value: bigint | number): Hex => `0x${value.toString(16)}`;

/** The inverse of the above, less the fields that a signature would give. */
export function toRpcTransaction(tx: BlockTransaction, index: number): Record<string, unknown> {
  const some = (name: string, value: bigint | undefined) => (value === undefined ? {} : { [name]: toHex(value) });
  return {
    transactionIndex: toHex(index),
    type: toHex(tx.type),
    from: tx.from,
    to: tx.to ?? null,
    nonce: toHex(tx.nonce),
    gas: toHex(tx.gasLimit),
    value: toHex(tx.value),
    input: tx.data,
    ...some('gasPrice', tx.gasPrice),
    ...some('maxFeePerGas', tx.maxFeePerGas),
    ...some('maxPriorityFeePerGas', tx.maxPriorityFeePerGas),
    ...(tx.accessList && { accessList: tx.accessList }),
    ...some('maxFeePerBlobGas', tx.maxFeePerBlobGas),
    ...(tx.blobVersionedHashes && { blobVersionedHashes: tx.blobVersionedHashes }),
    ...(tx.authorizationList && {
      authorizationList: tx.authorizationList.map((entry) => ({
        chainId: toHex(entry.chainId),
        address: entry.address,
        nonce: toHex(entry.nonce),
        yParity: toHex(entry.yParity),
        r: toHex(entry.r),
        s: toHex(entry.s),
      })),
    }),
  };
}
