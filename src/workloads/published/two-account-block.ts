import { createRandom, randomInt } from '../../lib/random.ts';
import type { AccountState, Block } from '../../model/block.ts';
import { type Address, type Hex, toAddress } from '../../model/ids.ts';
import { COMPOSED_ENV, ETHER } from '../compose.ts';

const LEDGER = toAddress(`0x${'2acc'.padStart(40, '0')}`);
const SEED = 42;
/** Rounds of a loop that only counts, some 30 gas each: so that nine tenths of the time lie between the reads and the writes. */
const ROUNDS = 10_000;

/**
 * Two accounts drawn at random are read, then something is computed, then both are written: the workload of
 * neo1202/parallel-block-stm, whose transactions have neither sender nor nonce. Here each has a sender of its own, so that
 * none is in conflict through it.
 */
export function createTwoAccountBlock(transactions: number, accounts: number): Block {
  const random = createRandom(SEED);
  const prestate: Record<Address, AccountState> = {};
  const storage: Record<Hex, bigint> = {};
  for (let account = 1; account <= accounts; account++) storage[`0x${account.toString(16)}`] = 10n ** 9n;
  prestate[LEDGER] = { balance: 0n, nonce: 1n, code: CODE, storage };
  const list = Array.from({ length: transactions }, (_, i) => {
    const from = toAddress(`0x${(0x5e0000 + i).toString(16).padStart(40, '0')}`);
    prestate[from] = { balance: 1000n * ETHER, nonce: 0n, code: '0x', storage: {} };
    const a = randomInt(random, accounts);
    const b = (a + 1 + randomInt(random, accounts - 1)) % accounts;
    return {
      type: 0 as const,
      from,
      to: LEDGER,
      nonce: 0n,
      gasLimit: 1_000_000n,
      gasPrice: 2n * (COMPOSED_ENV.baseFeePerGas ?? 0n),
      value: 0n,
      data: `0x${word(a + 1)}${word(b + 1)}` as Hex,
    };
  });
  return { hardfork: 'cancun', chainId: 1n, env: COMPOSED_ENV, prestate, transactions: list };
}

const word = (n: number): string => n.toString(16).padStart(64, '0');

/** slot(word 0) and slot(word 1) on the stack; the loop; then the first less 1, the second plus 1, back to their slots. */
const CODE: Hex = `0x${[
  '6000 35 54', // SLOAD a
  '6020 35 54', // SLOAD b
  `61${ROUNDS.toString(16).padStart(4, '0')}`, // rounds
  '5b', // 11: JUMPDEST
  '6001 90 03', // n - 1
  '80 600b 57', // again unless 0
  '50', // POP
  '6001 01 6020 35 55', // SSTORE b
  '6001 90 03 6000 35 55', // SSTORE a
  '00',
]
  .join('')
  .replaceAll(' ', '')}`;
