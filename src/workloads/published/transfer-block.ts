import { createRandom, randomInt } from '../../lib/random.ts';
import type { AccountState, Block, BlockTransaction } from '../../model/block.ts';
import { type Address, type Hex, toAddress } from '../../model/ids.ts';
import { COMPOSED_ENV, ETHER } from '../compose.ts';

/** Reads and writes of one transaction, as the recording counts them. */
export interface TransferShape {
  readonly reads: number;
  readonly writes: 4 | 5;
}

const LEDGER = toAddress(`0x${'1ed6e5'.padStart(40, '0')}`);
const SEED = 20220311;

/**
 * Payments between two different accounts drawn at random, as in the evaluation of Block-STM, executed on the EVM: a ledger
 * of a few bytes moves an amount from its caller's slot to the receiver's.
 *
 * Written are the sender's nonce and its balance (for gas), the sender's slot, the receiver's slot, and, where five writes are
 * wanted, a counter of the receiver's payments. The other reads are slots that nobody writes, as chain parameters and module code are
 * in Diem: all but the code of the ledger, which is read too. Two transactions conflict when they share an account.
 */
export function createTransferBlock(transactions: number, accounts: number, shape: TransferShape): Block {
  const random = createRandom(SEED);
  const people = Array.from({ length: accounts }, (_, i) =>
    toAddress(`0x${(0xacc0000 + i).toString(16).padStart(40, '0')}`),
  );
  const nonces = new Map<Address, bigint>();
  const prestate: Record<Address, AccountState> = {};
  for (const address of people) prestate[address] = { balance: 1000n * ETHER, nonce: 0n, code: '0x', storage: {} };
  prestate[LEDGER] = { balance: 0n, nonce: 1n, code: ledgerCode(shape), storage: ledgerStorage(people) };

  const pay = (): BlockTransaction => {
    const sender = randomInt(random, accounts);
    const receiver = (sender + 1 + randomInt(random, accounts - 1)) % accounts;
    const from = people[sender] as Address;
    const nonce = nonces.get(from) ?? 0n;
    nonces.set(from, nonce + 1n);
    return {
      type: 0,
      from,
      to: LEDGER,
      nonce,
      gasLimit: 200_000n,
      gasPrice: 2n * (COMPOSED_ENV.baseFeePerGas ?? 0n),
      value: 0n,
      data: `0x${(people[receiver] as Address).slice(2).padStart(64, '0')}`,
    };
  };
  return {
    hardfork: 'cancun',
    chainId: 1n,
    env: COMPOSED_ENV,
    prestate,
    transactions: Array.from({ length: transactions }, pay),
  };
}

/** Balances and counters that aren't zero, so that every transaction costs the same. */
function ledgerStorage(people: readonly Address[]): Readonly<Record<Hex, bigint>> {
  const storage: Record<Hex, bigint> = {};
  for (const address of people) {
    const own = BigInt(address);
    storage[`0x${own.toString(16)}`] = 10n ** 9n;
    storage[`0x${(2n ** 256n - 1n - own).toString(16)}`] = 1n;
  }
  return storage;
}

/** Nonce and balance of the sender, code of the ledger, both slots. */
const READS_WITHOUT_PARAMETERS = 5;

function ledgerCode({ reads, writes }: TransferShape): Hex {
  const counts = writes === 5;
  const parameters = reads - READS_WITHOUT_PARAMETERS - (counts ? 1 : 0);
  const word = (opcodes: string) => opcodes.replaceAll(' ', '');
  const readParameters = Array.from({ length: parameters }, (_, i) => word(`60${hexByte(i)} 54 50`)).join('');
  // CALLER's slot -= 1; receiver's slot += 1; counter at ~receiver += 1
  const takeFromSender = word('6001 33 54 03 33 55');
  const giveToReceiver = word('600035 54 6001 01 600035 55');
  const count = word('600035 19 54 6001 01 600035 19 55');
  return `0x${readParameters}${takeFromSender}${giveToReceiver}${counts ? count : ''}00`;
}

const hexByte = (n: number): string => n.toString(16).padStart(2, '0');
