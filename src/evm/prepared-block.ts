import { createBlock, type Block as LibraryBlock } from '@ethereumjs/block';
import { getActivePrecompiles } from '@ethereumjs/evm';
import type { KZG } from '@ethereumjs/util';
import { MAX_INTEGER } from '@ethereumjs/util';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { type Block, type BlockEnv, HARDFORKS } from '../model/block.ts';
import type { TxIndex } from '../model/ids.ts';
import { type AccountKey, AccountKeys } from './account-keys.ts';
import { hexToBytes } from './bytes.ts';
import { CodeCache } from './code.ts';
import { FastCommon } from './fast-common.ts';
import { verifyKzgProof } from './kzg.ts';
import { Preimages } from './preimages.ts';
import { type PreparedTransaction, prepareTransaction, type UnusableTransaction } from './transactions.ts';

/** What all executors of a block in one thread share: library objects, interned names, caches. Holds no state. */
export interface PreparedBlock {
  readonly source: Block;
  readonly common: FastCommon;
  readonly library: LibraryBlock;
  readonly keys: AccountKeys;
  readonly codes: CodeCache;
  readonly preimages: Preimages;
  readonly coinbase: AccountKey;
  /** There may be more wei than one balance can hold. Wei is conserved, so it can be seen from the prestate. */
  readonly supplyMayOverflow: boolean;
  transaction(index: TxIndex): PreparedTransaction | UnusableTransaction;
  /** For BLOCKHASH: the hash given, else keccak of the decimal number (the rule of the official state tests). */
  blockHash(number: number): Uint8Array;
}

const prepared = new WeakMap<Block, PreparedBlock>();

/** Throws a RangeError for an unknown hardfork and an Error for an environment that no header of the fork can have. */
export function prepareBlock(block: Block): PreparedBlock {
  let found = prepared.get(block);
  if (!found) {
    found = prepare(block);
    prepared.set(block, found);
  }
  return found;
}

function prepare(block: Block): PreparedBlock {
  if (!HARDFORKS.includes(block.hardfork)) {
    throw new RangeError(`unknown hardfork ${JSON.stringify(block.hardfork)}: expected one of ${HARDFORKS.join(', ')}`);
  }
  // Only the point-evaluation precompile is served; making blobs isn't executing.
  const kzg = { verifyProof: verifyKzgProof } as KZG;
  const common = new FastCommon(block.hardfork, block.chainId, { kzg });
  const keys = new AccountKeys(block.prestate, getActivePrecompiles(common));
  const transactions: (PreparedTransaction | UnusableTransaction)[] = [];
  const supply = Object.values(block.prestate).reduce((sum, { balance }) => sum + balance, 0n);
  return {
    source: block,
    common,
    library: toLibraryBlock(block.env, common),
    keys,
    codes: new CodeCache(),
    preimages: new Preimages(),
    coinbase: keys.ofHex(block.env.coinbase),
    supplyMayOverflow: supply > MAX_INTEGER,
    transaction(index) {
      const source = block.transactions[index];
      if (!source)
        throw new RangeError(`the block has ${block.transactions.length} transactions, none with index ${index}`);
      transactions[index] ??= prepareTransaction(source, common, keys);
      return transactions[index];
    },
    blockHash(number) {
      const given = block.env.blockHashes?.[number.toString()];
      return given ? hexToBytes(given) : keccak_256(new TextEncoder().encode(number.toString()));
    },
  };
}

function toLibraryBlock(env: BlockEnv, common: FastCommon): LibraryBlock {
  const proofOfStake = common.isActivatedEIP(4399);
  const header = {
    number: env.number,
    timestamp: env.timestamp,
    coinbase: env.coinbase,
    gasLimit: env.gasLimit,
    difficulty: proofOfStake ? 0n : (env.difficulty ?? 0n),
    ...(proofOfStake && env.prevRandao ? { mixHash: env.prevRandao } : {}),
    ...(common.isActivatedEIP(1559) ? { baseFeePerGas: env.baseFeePerGas ?? 0n } : {}),
    ...(common.isActivatedEIP(4844)
      ? { excessBlobGas: env.excessBlobGas ?? 0n, blobGasUsed: env.blobGasUsed ?? 0n }
      : {}),
  };
  return createBlock({ header }, { common, skipConsensusFormatValidation: true });
}
