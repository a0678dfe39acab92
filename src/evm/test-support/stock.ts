import { createBlock } from '@ethereumjs/block';
import { Common, Mainnet } from '@ethereumjs/common';
import { createEVM, getActivePrecompiles } from '@ethereumjs/evm';
import { MerkleStateManager } from '@ethereumjs/statemanager';
import type { KZG } from '@ethereumjs/util';
import { Account, createAddressFromString } from '@ethereumjs/util';
import { createVM, runTx, type VM } from '@ethereumjs/vm';
import type { Block } from '../../model/block.ts';
import type { Log } from '../../model/execution.ts';
import type { Address, Hex } from '../../model/ids.ts';
import { AccountKeys } from '../account-keys.ts';
import { bigIntToMinimalBytes, bytesToHex, hexToBytes, wordToBytes } from '../bytes.ts';
import { verifyKzgProof } from '../kzg.ts';
import { prepareTransaction } from '../transactions.ts';

/** What the library, as it comes, makes of a transaction; null when it refuses it. */
export interface StockResult {
  readonly gasUsed: number;
  readonly success: boolean;
  readonly logs: readonly Log[];
  readonly output: Hex;
}

export interface StockRunner {
  readonly vm: VM;
  run(index: number): Promise<StockResult | null>;
  stateRoot(): Promise<Hex>;
}

/** The oracle: stock `runTx` over a Merkle state manager that holds the prestate. `eips`: active beyond those of the fork. */
export async function createStockRunner(block: Block, eips: readonly number[] = []): Promise<StockRunner> {
  const common = new Common({
    chain: { ...Mainnet, chainId: Number(block.chainId) },
    hardfork: block.hardfork,
    eips: [...eips],
    customCrypto: { kzg: { verifyProof: verifyKzgProof } as KZG },
  });
  const state = new MerkleStateManager({ common });
  for (const [address, account] of Object.entries(block.prestate)) {
    const at = createAddressFromString(address);
    await state.putAccount(at, new Account(account.nonce, account.balance));
    if (account.code !== '0x') await state.putCode(at, hexToBytes(account.code));
    for (const [slot, value] of Object.entries(account.storage)) {
      if (value !== 0n) await state.putStorage(at, wordToBytes(BigInt(slot)), bigIntToMinimalBytes(value));
    }
  }
  const evm = await createEVM({
    common,
    stateManager: state,
    blockchain: {
      getBlock: async (number: number) => {
        const given = block.env.blockHashes?.[number.toString()];
        return { hash: () => (given ? hexToBytes(given) : new Uint8Array(32)) };
      },
      putBlock: async () => {},
      shallowCopy() {
        return this;
      },
    },
  });
  const vm = await createVM({ common, stateManager: state, evm });
  const { env } = block;
  const merged = common.isActivatedEIP(4399);
  const library = createBlock(
    {
      header: {
        number: env.number,
        timestamp: env.timestamp,
        coinbase: env.coinbase,
        gasLimit: env.gasLimit,
        difficulty: merged ? 0n : (env.difficulty ?? 0n),
        ...(merged && env.prevRandao ? { mixHash: env.prevRandao } : {}),
        ...(common.isActivatedEIP(1559) ? { baseFeePerGas: env.baseFeePerGas ?? 0n } : {}),
        ...(common.isActivatedEIP(4844) ? { excessBlobGas: env.excessBlobGas ?? 0n } : {}),
      },
    },
    { common, skipConsensusFormatValidation: true },
  );
  const keys = new AccountKeys(block.prestate, getActivePrecompiles(common));
  const transactions = block.transactions.map((tx) => prepareTransaction(tx, common, keys));
  return {
    vm,
    async run(index) {
      const prepared = transactions[index];
      if (prepared?.kind !== 'transaction') return null;
      try {
        const { execResult, totalGasSpent } = await runTx(vm, { tx: prepared.tx, block: library });
        return {
          gasUsed: Number(totalGasSpent),
          success: execResult.exceptionError === undefined,
          logs: (execResult.logs ?? []).map(([address, topics, data]) => ({
            address: bytesToHex(address) as Address,
            topics: topics.map(bytesToHex),
            data: bytesToHex(data),
          })),
          output: bytesToHex(execResult.returnValue),
        };
      } catch {
        return null;
      }
    },
    async stateRoot() {
      await state.flush();
      return bytesToHex(await state.getStateRoot());
    },
  };
}
