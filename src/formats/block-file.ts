// A block file: { block, prestate, chainId, hardfork, blockHashes }, where `block` is the result of
// eth_getBlockByNumber(N, true) and `prestate` that of debug_traceBlockByNumber(N, { tracer: 'prestateTracer' }), merged.
// https://github.com/ethereum/execution-apis/blob/main/src/schemas/block.yaml
import * as v from 'valibot';
import type { Block, BlockEnv, Hardfork, HeaderClaims } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { address, bloom, bytes32, check, dictionary, quantity } from './fields.ts';
import { describeValue, FormatError } from './format-error.ts';
import { findHardfork, isAtLeast, unknownFork } from './hardfork-names.ts';
import { MAX_TRANSACTIONS } from './limits.ts';
import { prestateSchema, toPrestate, toTracerAccounts } from './prestate.ts';
import { rpcTransactionSchema, toBlockTransaction, toRpcTransaction } from './rpc-transaction.ts';

const fileSchema = v.object({
  chainId: v.optional(quantity, 1),
  hardfork: v.string('the name of a hardfork'),
  block: v.object({
    hash: v.nullish(bytes32),
    parentHash: v.nullish(bytes32),
    miner: address,
    stateRoot: v.nullish(bytes32),
    receiptsRoot: v.nullish(bytes32),
    logsBloom: v.nullish(bloom),
    difficulty: v.nullish(quantity),
    number: quantity,
    gasLimit: quantity,
    gasUsed: v.nullish(quantity),
    timestamp: quantity,
    mixHash: v.nullish(bytes32),
    baseFeePerGas: v.nullish(quantity),
    blobGasUsed: v.nullish(quantity),
    excessBlobGas: v.nullish(quantity),
    parentBeaconBlockRoot: v.nullish(bytes32),
    transactions: v.array(
      v.object({}, 'a whole transaction (call eth_getBlockByNumber with `true`, so that it gives more than hashes)'),
    ),
  }),
  prestate: prestateSchema,
  blockHashes: v.optional(
    dictionary(v.pipe(v.string(), v.regex(/^(0|[1-9][0-9]{0,20})$/, 'a block number in decimal')), bytes32),
    {},
  ),
});
type BlockFile = v.InferOutput<typeof fileSchema>;

const FIX = 'A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.';

/**
 * Takes a block file, parsed from JSON, apart into a block. Throws a FormatError with the path of the first thing wrong,
 * also when a sender is missing from the prestate who must be in it, the fork needs a field that the header lacks, or a
 * transaction can't fit in the block.
 */
export function parseBlockFile(json: unknown): Block {
  checkCount(json);
  // The list is checked for its being one of objects first, then each transaction, so that a file of hashes is told so.
  const file = check(fileSchema, json, { fix: FIX });
  const hardfork = findHardfork(file.hardfork);
  if (!hardfork) throw unknownFork(file.hardfork, 'hardfork');
  const env = toEnv(file, hardfork);
  const prestate = toPrestate(file.prestate);
  const listed = (json as { block: { transactions: readonly unknown[] } }).block.transactions;
  const sendersSoFar = new Set<Address>();
  const transactions = listed.map((entry, i) => {
    const where = `block.transactions[${i}]`;
    const tx = toBlockTransaction(check(rpcTransactionSchema, entry, { fix: FIX, root: where }), where);
    // Without an account, the first nonce is 0: then an earlier transaction may have paid for this one.
    if (!Object.hasOwn(prestate, tx.from) && !sendersSoFar.has(tx.from) && tx.nonce !== 0n) {
      throw new FormatError({
        where: `${where}.from`,
        expected: 'the sender among the accounts of `prestate`',
        came: `${tx.from} with nonce ${tx.nonce}, which is missing there`,
        fix: 'Trace the block again, or add the account with its balance and nonce before the block.',
      });
    }
    sendersSoFar.add(tx.from);
    if (tx.gasLimit > env.gasLimit) {
      throw new FormatError({
        where: `${where}.gas`,
        expected: `at most the gas limit of the block, ${env.gasLimit}`,
        came: String(tx.gasLimit),
        fix: 'Lower the gas of the transaction or raise `block.gasLimit`.',
      });
    }
    return tx;
  });
  return { hardfork, chainId: file.chainId, env, prestate, transactions, header: toClaims(file) };
}

function checkCount(json: unknown): void {
  const transactions = (json as { block?: { transactions?: unknown } } | null)?.block?.transactions;
  if (Array.isArray(transactions)) checkTransactionCount(transactions.length, 'block.transactions');
}

/** Throws a FormatError when there are more than a document may hold. */
export function checkTransactionCount(count: number, where: string): void {
  if (count <= MAX_TRANSACTIONS) return;
  throw new FormatError({
    where,
    expected: `at most ${MAX_TRANSACTIONS} transactions`,
    came: String(count),
    fix: 'Split the block, or leave some out.',
  });
}

function toEnv({ block, blockHashes }: BlockFile, hardfork: Hardfork): BlockEnv {
  const since = <T>(fork: Hardfork, name: string, value: T | null | undefined): T | undefined => {
    if (!isAtLeast(hardfork, fork)) return undefined;
    if (value !== null && value !== undefined) return value;
    throw new FormatError({
      where: `block.${name}`,
      expected: `a value, as blocks have one since ${fork} and this one is of ${hardfork}`,
      came: describeValue(value),
      fix: 'Check `hardfork`, or take the header from a node again.',
    });
  };
  const prevRandao = since('paris', 'mixHash', block.mixHash);
  const baseFeePerGas = since('london', 'baseFeePerGas', block.baseFeePerGas);
  const excessBlobGas = since('cancun', 'excessBlobGas', block.excessBlobGas);
  const parentHash = block.parentHash;
  return {
    number: block.number,
    timestamp: block.timestamp,
    coinbase: block.miner,
    gasLimit: block.gasLimit,
    ...(!isAtLeast(hardfork, 'paris') && { difficulty: block.difficulty ?? 0n }),
    ...(prevRandao && { prevRandao }),
    ...(baseFeePerGas !== undefined && { baseFeePerGas }),
    ...(excessBlobGas !== undefined && { excessBlobGas }),
    ...(isAtLeast(hardfork, 'cancun') && block.blobGasUsed != null && { blobGasUsed: block.blobGasUsed }),
    ...(block.parentBeaconBlockRoot && { parentBeaconBlockRoot: block.parentBeaconBlockRoot }),
    ...(parentHash && { parentHash }),
    blockHashes: {
      ...(parentHash && block.number > 0n && { [String(block.number - 1n)]: parentHash }),
      ...blockHashes,
    },
  };
}

function toClaims({ block }: BlockFile): HeaderClaims {
  return {
    ...(block.gasUsed != null && { gasUsed: block.gasUsed }),
    ...(block.receiptsRoot && { receiptsRoot: block.receiptsRoot }),
    ...(block.logsBloom && { logsBloom: block.logsBloom }),
    ...(block.stateRoot && { stateRoot: block.stateRoot }),
    ...(block.hash && { hash: block.hash }),
  };
}

/** The inverse: a block as the text of a block file. */
export function blockToText(block: Block): string {
  const { env, header } = block;
  const some = (name: string, value: bigint | undefined) =>
    value === undefined ? {} : { [name]: `0x${value.toString(16)}` };
  return JSON.stringify({
    chainId: Number(block.chainId),
    hardfork: block.hardfork,
    block: {
      ...(header?.hash && { hash: header.hash }),
      ...(env.parentHash && { parentHash: env.parentHash }),
      miner: env.coinbase,
      ...(header?.stateRoot && { stateRoot: header.stateRoot }),
      ...(header?.receiptsRoot && { receiptsRoot: header.receiptsRoot }),
      ...(header?.logsBloom && { logsBloom: header.logsBloom }),
      ...some('difficulty', env.difficulty),
      ...some('number', env.number),
      ...some('gasLimit', env.gasLimit),
      ...some('gasUsed', header?.gasUsed),
      ...some('timestamp', env.timestamp),
      ...(env.prevRandao && { mixHash: env.prevRandao }),
      ...some('baseFeePerGas', env.baseFeePerGas),
      ...some('blobGasUsed', env.blobGasUsed),
      ...some('excessBlobGas', env.excessBlobGas),
      ...(env.parentBeaconBlockRoot && { parentBeaconBlockRoot: env.parentBeaconBlockRoot }),
      transactions: block.transactions.map(toRpcTransaction),
    },
    prestate: toTracerAccounts(block.prestate),
    blockHashes: env.blockHashes ?? {},
  });
}

export interface MissingTarget {
  readonly tx: number;
  readonly address: Address;
  readonly selector: Hex;
}

/**
 * Calls with data to accounts that the prestate doesn't have. Such a call is allowed (the account may be empty, or made
 * earlier in the block), but where the result differs from the header it is the first thing to suspect.
 */
export function findMissingTargets({ prestate, transactions }: Block): MissingTarget[] {
  return transactions.flatMap((tx, i) =>
    tx.to && tx.data.length >= 10 && !Object.hasOwn(prestate, tx.to)
      ? [{ tx: i, address: tx.to, selector: tx.data.slice(0, 10) as Hex }]
      : [],
  );
}

/** Hashes of the transactions of a block file, where it gives them. */
export function readTransactionHashes(json: unknown): (Hex | undefined)[] {
  const { block } = check(hashesSchema, json, { fix: FIX });
  return block.transactions.map(({ hash }) => hash ?? undefined);
}

const hashesSchema = v.object({
  block: v.object({ transactions: v.array(v.object({ hash: v.nullish(bytes32) })) }),
});
