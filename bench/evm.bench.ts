import { readFileSync } from 'node:fs';
import { createExecutor } from '../src/evm/executor.ts';
import { createSerialState } from '../src/evm/serial-state.ts';
import { createStockRunner } from '../src/evm/test-support/stock.ts';
import type { AccountState, Block, BlockTransaction } from '../src/model/block.ts';
import type { ContractArtifact } from '../src/model/artifact.ts';
import { type Address, type Hex, txIndex } from '../src/model/ids.ts';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, hexToBytes } from '../src/evm/bytes.ts';
import { type Bench, median, timeMs } from './bench.ts';

const TRANSACTIONS = 150;
const ROUNDS = 7;

const at = (n: number): Address => `0x${n.toString(16).padStart(40, '0')}` as Address;
const word = (n: bigint): string => n.toString(16).padStart(64, '0');
const TOKEN = at(0x7001);
const OTHER_TOKEN = at(0x7002);
const POOL = at(0x9001);
const sender = (i: number): Address => at(0xa00000 + i);

const keccak = (hex: Hex): Hex => bytesToHex(keccak_256(hexToBytes(hex)));

/** Slot of `mapping[key]`, where the mapping stands at `slot` (docs.soliditylang.org, "Layout of State Variables"). */
function mappingSlot(slot: bigint, key: bigint): Hex {
  return `0x${BigInt(keccak(`0x${word(key)}${word(slot)}`)).toString(16)}`;
}

function artifact(id: string): ContractArtifact {
  const path = new URL(`../src/workloads/artifacts/${id}.artifact.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as ContractArtifact;
}

function contract(id: string, storage: Record<Hex, bigint>): AccountState {
  return { balance: 0n, nonce: 1n, code: artifact(id).deployedBytecode, storage };
}

function slotOf(id: string, label: string): bigint {
  return BigInt(artifact(id).storageLayout.storage.find((entry) => entry.label === label)?.slot ?? '0');
}

/** Everybody has both tokens, and has allowed the pool to take them. */
function token(): AccountState {
  const storage: Record<Hex, bigint> = {};
  for (let i = 0; i < TRANSACTIONS; i++) {
    storage[mappingSlot(slotOf('token', 'balanceOf'), BigInt(sender(i)))] = 1_000_000n;
    const allowances = BigInt(mappingSlot(slotOf('token', 'allowance'), BigInt(sender(i))));
    storage[mappingSlot(allowances, BigInt(POOL))] = (1n << 256n) - 1n;
  }
  storage[mappingSlot(slotOf('token', 'balanceOf'), BigInt(POOL))] = 1_000_000_000n;
  return contract('token', storage);
}

function block(to: Address, data: (i: number) => Hex): Block {
  const prestate: Record<Address, AccountState> = {
    [TOKEN]: token(),
    [OTHER_TOKEN]: token(),
    [POOL]: contract('pool', { '0x0': BigInt(TOKEN), '0x1': BigInt(OTHER_TOKEN), '0x2': 10n ** 9n, '0x3': 10n ** 9n }),
  };
  const transactions: BlockTransaction[] = [];
  for (let i = 0; i < TRANSACTIONS; i++) {
    prestate[sender(i)] = { balance: 10n ** 20n, nonce: 0n, code: '0x', storage: {} };
    const fees = { maxFeePerGas: 2_000_000_000n, maxPriorityFeePerGas: 1_000_000_000n, accessList: [] };
    transactions.push({
      type: 2,
      from: sender(i),
      to,
      nonce: 0n,
      gasLimit: 200_000n,
      value: 0n,
      data: data(i),
      ...fees,
    });
  }
  const env = { number: 1n, timestamp: 1n, coinbase: at(0xfee), gasLimit: 30_000_000n, baseFeePerGas: 1_000_000_000n };
  return { hardfork: 'prague', chainId: 1n, env, prestate, transactions };
}

/** transfer(address,uint256) to the neighbour. */
const transfers = block(TOKEN, (i) => `0xa9059cbb${word(BigInt(sender((i + 1) % TRANSACTIONS)))}${word(100n)}`);
/** swap(address,uint256,uint256). */
const SWAP = keccak(`0x${Buffer.from('swap(address,uint256,uint256)').toString('hex')}`).slice(0, 10);
const swaps = block(POOL, () => `${SWAP as Hex}${word(BigInt(TOKEN))}${word(100n)}${word(0n)}`);

/** How many times faster recorded execution is than stock `runTx` over a Merkle state manager; set-up isn't counted. */
async function ratio(source: Block): Promise<number> {
  const executor = await createExecutor(source);
  const runOurs = async () => {
    const state = createSerialState(source.prestate, source.env.coinbase);
    return timeMs(async () => {
      for (let i = 0; i < TRANSACTIONS; i++) {
        const execution = await executor.execute(txIndex(i), state, { fees: 'delta', credits: 'strict' });
        if (execution.kind !== 'executed' || !execution.receipt.success) throw new Error(`transaction ${i} failed`);
        state.apply(execution.recording);
      }
    });
  };
  const runStock = async () => {
    const stock = await createStockRunner(source);
    return timeMs(async () => {
      for (let i = 0; i < TRANSACTIONS; i++) {
        const result = await stock.run(i);
        if (!result?.success) throw new Error(`transaction ${i} failed in the stock library`);
      }
    });
  };
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const [recorded, stock] = [await runOurs(), await runStock()];
    if (round < 0) continue;
    ours.push(recorded);
    theirs.push(stock);
  }
  if (process.env.BENCH_DETAIL)
    console.error('µs a transaction', { recorded: perTransaction(ours), stock: perTransaction(theirs) });
  return median(theirs) / median(ours);
}

const perTransaction = (times: readonly number[]): number => Math.round((median(times) * 1000) / TRANSACTIONS);

export const benches: readonly Bench[] = [
  {
    name: 'Recorded execution against stock runTx, ERC-20 transfer',
    unit: '×',
    goal: { op: '>=', value: 4 },
    run: () => ratio(transfers),
  },
  {
    name: 'Recorded execution against stock runTx, pool swap',
    unit: '×',
    goal: { op: '>=', value: 2.4 },
    run: () => ratio(swaps),
  },
];
