import { describe, expect, test } from 'vitest';
import type { AccountState, Block, BlockTransaction, Hardfork, Prestate } from '../model/block.ts';
import type { TxReceipt } from '../model/execution.ts';
import type { Address, Hex } from '../model/ids.ts';
import { parseLocation } from '../model/location.ts';
import type { PostState } from '../model/run.ts';
import { logsBloom, receiptsRoot } from './receipts.ts';
import { fixtureNames, readFixture } from './test-support/fixtures.ts';
import { executeSerially } from './test-support/serial.ts';

type Fields = Record<string, string>;
interface TestBlock {
  readonly blockHeader: Fields;
  readonly transactions: readonly (Fields & {
    readonly accessList?: readonly { address: Address; storageKeys: Hex[] }[];
    readonly blobVersionedHashes?: readonly Hex[];
  })[];
  readonly withdrawals?: readonly { readonly address: Address; readonly amount: string }[];
}
interface BlockchainTest {
  readonly network: string;
  readonly genesisBlockHeader: Fields;
  readonly pre: Record<Address, { balance: string; nonce: string; code: Hex; storage: Fields }>;
  readonly blocks: readonly TestBlock[];
}

const FILES = fixtureNames('blockchaintests', '.json');
const big = (value: string | undefined): bigint => BigInt(value && value !== '0x' ? value : 0);
const lower = (address: string): Address => address.toLowerCase() as Address;

/** Official tests with several transactions in a block: gas, receipts and bloom of each block against its header. */
describe.skipIf(FILES.length === 0)('official blockchain tests (skipped without ../shared/fixtures)', () => {
  test.each(FILES)('%s', async (file) => {
    for (const [name, given] of Object.entries(
      readFixture('blockchaintests', file) as Record<string, BlockchainTest>,
    )) {
      const hardfork = given.network.toLowerCase() as Hardfork;
      let prestate = toPrestate(given.pre);
      const hashes: Record<string, Hex> = { '0': given.genesisBlockHeader.hash as Hex };
      for (const block of given.blocks) {
        const { blockHeader: header } = block;
        const { executions, state } = await executeSerially(toBlock(block, hardfork, prestate, hashes));
        const receipts = executions.map((execution): TxReceipt => {
          if (execution.kind !== 'executed') throw new Error(execution.reason.message);
          return execution.receipt;
        });
        expect(
          {
            gasUsed: receipts.reduce((sum, { gasUsed }) => sum + BigInt(gasUsed), 0n),
            receiptsRoot: receiptsRoot(receipts),
            logsBloom: logsBloom(receipts),
          },
          `${name}, block ${header.number}`,
        ).toEqual({ gasUsed: big(header.gasUsed), receiptsRoot: header.receiptTrie, logsBloom: header.bloom });
        // After the last transaction Prague's request contracts are called, which is no part of executing transactions.
        if (hardfork === 'prague' || hardfork === 'osaka') break;
        prestate = withWithdrawals(withChanges(prestate, state.postState()), block);
        hashes[big(header.number).toString()] = header.hash as Hex;
      }
    }
  });
});

function toPrestate(pre: BlockchainTest['pre']): Prestate {
  return Object.fromEntries(
    Object.entries(pre).map(([address, { balance, nonce, code, storage }]): [Address, AccountState] => [
      lower(address),
      {
        balance: big(balance),
        nonce: big(nonce),
        code,
        storage: Object.fromEntries(
          Object.entries(storage).map(([slot, value]) => [`0x${big(slot).toString(16)}`, big(value)]),
        ),
      },
    ]),
  );
}

function withChanges(prestate: Prestate, post: PostState): Prestate {
  const accounts: Record<Address, AccountState> = { ...prestate };
  for (const [location, value] of post) {
    const { kind, address, slot } = parseLocation(location);
    const account = accounts[address] ?? { balance: 0n, nonce: 0n, code: '0x', storage: {} };
    if (kind === 'slot')
      accounts[address] = { ...account, storage: { ...account.storage, [slot as Hex]: value as bigint } };
    else if (kind !== 'wipe') accounts[address] = { ...account, [kind]: value };
  }
  return accounts;
}

function withWithdrawals(prestate: Prestate, { withdrawals = [] }: TestBlock): Prestate {
  const accounts: Record<Address, AccountState> = { ...prestate };
  for (const { address, amount } of withdrawals) {
    const account = accounts[lower(address)] ?? { balance: 0n, nonce: 0n, code: '0x', storage: {} };
    accounts[lower(address)] = { ...account, balance: account.balance + big(amount) * 10n ** 9n };
  }
  return accounts;
}

function toBlock(
  { blockHeader, transactions }: TestBlock,
  hardfork: Hardfork,
  prestate: Prestate,
  blockHashes: Record<string, Hex>,
): Block {
  const { parentBeaconBlockRoot, parentHash, mixHash } = blockHeader as Record<string, Hex>;
  return {
    hardfork,
    chainId: 1n,
    env: {
      number: big(blockHeader.number),
      timestamp: big(blockHeader.timestamp),
      coinbase: lower(blockHeader.coinbase as string),
      gasLimit: big(blockHeader.gasLimit),
      baseFeePerGas: big(blockHeader.baseFeePerGas),
      excessBlobGas: big(blockHeader.excessBlobGas),
      ...(mixHash ? { prevRandao: mixHash } : {}),
      ...(parentBeaconBlockRoot ? { parentBeaconBlockRoot } : {}),
      ...(parentHash ? { parentHash } : {}),
      blockHashes,
    },
    prestate,
    transactions: transactions.map((tx): BlockTransaction => {
      const type = Number(tx.type ?? 0) as BlockTransaction['type'];
      return {
        type,
        from: lower(tx.sender as string),
        ...(tx.to && tx.to !== '0x' ? { to: lower(tx.to) } : {}),
        nonce: big(tx.nonce),
        gasLimit: big(tx.gasLimit),
        value: big(tx.value),
        data: tx.data as Hex,
        ...(type < 2
          ? { gasPrice: big(tx.gasPrice) }
          : { maxFeePerGas: big(tx.maxFeePerGas), maxPriorityFeePerGas: big(tx.maxPriorityFeePerGas) }),
        ...(tx.accessList
          ? { accessList: tx.accessList.map(({ address, storageKeys }) => ({ address: lower(address), storageKeys })) }
          : {}),
        ...(tx.blobVersionedHashes
          ? { blobVersionedHashes: tx.blobVersionedHashes, maxFeePerBlobGas: big(tx.maxFeePerBlobGas) }
          : {}),
      };
    }),
  };
}
