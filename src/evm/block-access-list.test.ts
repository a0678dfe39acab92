import { type BlockLevelAccessList, generateAddress } from '@ethereumjs/util';
import { describe, expect, test } from 'vitest';
import { buildAccessList } from '../analysis/build-access-list.ts';
import { decodeAccessList, encodeAccessList } from '../formats/block-access-list.ts';
import { type BlockAccessList, compareLists, type ListDifference } from '../model/block-access-list.ts';
import type { AccountState, Block, Hardfork } from '../model/block.ts';
import type { CreditMode, FeeMode, Recording } from '../model/execution.ts';
import type { Address, Hex } from '../model/ids.ts';
import { balanceOf, codeOf, existenceOf, type Location, slotOf } from '../model/location.ts';
import { createPrestateReader } from '../model/prestate.ts';
import { randomBlock as randomWorkload } from '../workloads/random-block.ts';
import { bytesToHex, hexToBytes } from './bytes.ts';
import { assemble, type Instruction } from './test-support/assemble.ts';
import { randomBlock as randomCollisions, RANDOM_FORKS } from './test-support/random-block.ts';
import { executeSerially } from './test-support/serial.ts';
import { createStockRunner } from './test-support/stock.ts';

/*
 * Against the list that @ethereumjs/evm builds itself (EIP-7928 alone, on top of Prague or Osaka: the other EIPs of Amsterdam
 * change gas). It must be the same list, byte for byte, but for one mistake of the library's: now and then it names a slot as read that
 * it names as changed, too. The EIP forbids that ("Ordering, Uniqueness and Determinism"), so ours is right.
 */

const BLOCKS = process.env.LONG === '1' ? 2_000 : 200;
const TIMEOUT_MS = 3_600_000;
const FORKS = ['prague', 'osaka'] as const;

/** Programs that keep meeting each other, or the contract library with creations and self-destructs; at a fork that can have the EIP. */
function blockOf(seed: number): Block {
  const fork = FORKS[seed % FORKS.length] ?? 'osaka';
  if (seed % 4 < 2) return { ...randomWorkload(seed, 6), hardfork: fork };
  return randomCollisions(RANDOM_FORKS.length * seed + RANDOM_FORKS.indexOf(fork), 6);
}

/** The list is the same in every mode. */
function modesOf(seed: number): { fees: FeeMode; credits: CreditMode } {
  return { fees: seed % 3 === 0 ? 'naive' : 'delta', credits: seed % 5 < 2 ? 'commutative' : 'strict' };
}

interface Compared {
  readonly ours: BlockAccessList;
  readonly differences: readonly ListDifference[];
  /** Of the last transaction. */
  readonly recording: Recording | undefined;
  /** Whether the lists have the same bytes, before anything is taken out of the library's. */
  readonly isSame: boolean;
  /** Slots that the library names both as read and as changed. */
  readonly doubled: number;
  /** Slots that the library's opcodes came to, as its steps tell. */
  readonly slots: ReadonlySet<Location>;
}

async function compare(block: Block, modes: ReturnType<typeof modesOf>): Promise<Compared> {
  const { executions } = await executeSerially(block, modes);
  const ours = buildAccessList({
    executions,
    prestate: createPrestateReader(block.prestate),
    coinbase: block.env.coinbase,
    systemWrites: [],
  });
  const encoded = encodeAccessList(ours);
  expect(decodeAccessList(encoded)).toEqual(ours);

  const stock = await createStockRunner(block, [7928]);
  const list = stock.vm.evm.blockLevelAccessList;
  if (!list) throw new Error('the library builds no list');
  const slots = watchSlots(stock);
  for (const index of block.transactions.keys()) {
    list.blockAccessIndex = index + 1;
    // What can't be included leaves nothing in a block's list, but the library has looked at its sender by then.
    if (executions[index]?.kind === 'executed') await stock.run(index);
  }
  const isSame = bytesToHex(list.serialize()) === bytesToHex(encoded);
  const doubled = dropDoubled(list);
  const differences = compareLists(decodeAccessList(list.serialize()), ours);
  return { ours, differences, recording: executions.at(-1)?.recording, isSame, doubled, slots };
}

/**
 * The slots that SLOAD and SSTORE are about, from when their first checks are passed. SLOAD has none but to be paid; SSTORE has a price only
 * if it has got that far.
 */
function watchSlots({ vm }: Awaited<ReturnType<typeof createStockRunner>>): ReadonlySet<Location> {
  const slots = new Set<Location>();
  vm.evm.events?.on('step', ({ opcode: { name, dynamicFee = 0n }, stack, gasLeft, address }) => {
    const number = stack.at(-1);
    if (number === undefined) return;
    if ((name === 'SLOAD' && dynamicFee <= gasLeft) || (name === 'SSTORE' && dynamicFee > 0n)) {
      slots.add(slotOf(address.toString() as Address, `0x${number.toString(16)}`));
    }
  });
  return slots;
}

/** Takes out reads of slots that are changed, and says how many there were. */
function dropDoubled(list: BlockLevelAccessList): number {
  let dropped = 0;
  for (const { storageChanges, storageReads } of Object.values(list.accesses)) {
    for (const slot of storageReads) if (slot in storageChanges && storageReads.delete(slot)) dropped++;
  }
  return dropped;
}

function slotsOf(list: BlockAccessList): Location[] {
  return list.flatMap(({ address, storageChanges, storageReads }) =>
    [...storageChanges.map(({ slot }) => slot), ...storageReads].map((slot) => slotOf(address, slot)),
  );
}

test(
  `the list of ${BLOCKS} random blocks is the one that the library builds`,
  async () => {
    let changes = 0;
    for (let seed = 0; seed < BLOCKS; seed++) {
      const { ours, differences, isSame, doubled, slots } = await compare(blockOf(seed), modesOf(seed));
      const where = `seed ${seed}`;
      expect(differences, where).toEqual([]);
      expect(isSame, where).toBe(doubled === 0);
      expect(slotsOf(ours).sort(), where).toEqual([...slots].sort());
      changes += ours.reduce((sum, { balanceChanges }) => sum + balanceChanges.length, 0);
    }
    expect(changes).toBeGreaterThan(10 * BLOCKS);
  },
  TIMEOUT_MS,
);

const at = (n: number): Address => `0x${n.toString(16).padStart(40, '0')}` as Address;
const [SENDER, CALLER, SELF, COINBASE] = [at(0xa0), at(0xb0), at(0xc0), at(0xfee)] as const;
const [NOBODY, CONTRACT, DELEGATING, DELEGATE, PRECOMPILE] = [at(0xd0), at(0xd1), at(0xd2), at(0xd3), at(4)] as const;
/** The first contract that `SELF` makes. */
const CREATED = bytesToHex(generateAddress(hexToBytes(SELF), new Uint8Array([1]))) as Address;

const NO_ACCOUNT: AccountState = { balance: 0n, nonce: 0n, code: '0x', storage: {} };

interface Case {
  readonly program: readonly (Instruction | Hex)[];
  /** What it costs until the opcode in question may access what it is about. */
  readonly gas: number;
  /** The wei that `SELF` has. */
  readonly balance?: bigint;
  readonly hardfork?: Hardfork;
}

/** A transaction in which `SELF` runs `program` with just so much gas. */
function running({ program, gas, balance = 0n, hardfork = 'prague' }: Case): Block {
  const contract = (code: Hex): AccountState => ({ ...NO_ACCOUNT, nonce: 1n, code });
  return {
    hardfork,
    chainId: 1n,
    env: { number: 1n, timestamp: 1n, coinbase: COINBASE, gasLimit: 30_000_000n },
    prestate: {
      [SENDER]: { ...NO_ACCOUNT, balance: 10n ** 18n },
      [CALLER]: contract(assemble([0, 0, 0, 0, 0, SELF, gas, 'CALL'])),
      [SELF]: { ...contract(assemble(program)), balance },
      [CONTRACT]: contract('0x00'),
      [DELEGATING]: { ...NO_ACCOUNT, code: `0xef0100${DELEGATE.slice(2)}`, nonce: 1n },
      [DELEGATE]: contract('0x00'),
    },
    transactions: [
      { type: 0, from: SENDER, to: CALLER, nonce: 0n, gasLimit: 1_000_000n, value: 0n, data: '0x', gasPrice: 10n },
    ],
  };
}

const compareCase = (given: Case) => compare(running(given), { fees: 'delta', credits: 'strict' });

function names({ ours }: Compared, what: Address | Location): boolean {
  return what.startsWith('0x')
    ? ours.some(({ address }) => address === what)
    : slotsOf(ours).includes(what as Location);
}

/** Gas of EIP-2929 and of a push. */
const [COLD, COLD_SLOT, PUSH, VALUE] = [2_600, 2_100, 3, 9_000] as const;
const slot = slotOf(SELF, '0x5');

describe('what an opcode is about is in the list once it has passed the checks that need no state, and not before', () => {
  test.each<[string, Address | Location, Case]>([
    ['BALANCE', NOBODY, { program: [NOBODY, 'BALANCE'], gas: PUSH + COLD }],
    ['EXTCODESIZE', NOBODY, { program: [NOBODY, 'EXTCODESIZE'], gas: PUSH + COLD }],
    ['EXTCODEHASH', NOBODY, { program: [NOBODY, 'EXTCODEHASH'], gas: PUSH + COLD }],
    ['EXTCODESIZE of a precompile', PRECOMPILE, { program: [PRECOMPILE, 'EXTCODESIZE'], gas: PUSH + 100 }],
    ['EXTCODECOPY', CONTRACT, { program: [32, 0, 0, CONTRACT, 'EXTCODECOPY'], gas: 4 * PUSH + COLD + 3 + 3 }],
    ['EXTCODECOPY of nothing', CONTRACT, { program: [0, 0, 0, CONTRACT, 'EXTCODECOPY'], gas: 4 * PUSH + COLD }],
    ['CALL', CONTRACT, { program: [0, 32, 0, 0, 0, CONTRACT, 0, 'CALL'], gas: 7 * PUSH + COLD }],
    [
      'CALL that expands memory',
      CONTRACT,
      { program: [32, 0, 0, 0, 0, CONTRACT, 0, 'CALL'], gas: 7 * PUSH + 3 + COLD },
    ],
    ['CALL of a precompile', PRECOMPILE, { program: [0, 0, 0, 0, 0, PRECOMPILE, 0, 'CALL'], gas: 7 * PUSH + 100 }],
    [
      'CALL with value that can’t pay for a new account',
      NOBODY,
      { program: [0, 0, 0, 0, 1, NOBODY, 0, 'CALL'], gas: 7 * PUSH + COLD + VALUE, balance: 1n },
    ],
    [
      'CALL without the funds',
      CONTRACT,
      { program: [0, 0, 0, 0, 1, CONTRACT, 0, 'CALL'], gas: 7 * PUSH + COLD + VALUE },
    ],
    [
      'CALLCODE without the funds',
      CONTRACT,
      { program: [0, 0, 0, 0, 1, CONTRACT, 0, 'CALLCODE'], gas: 7 * PUSH + COLD + VALUE },
    ],
    ['DELEGATECALL', CONTRACT, { program: [0, 0, 0, 0, CONTRACT, 0, 'DELEGATECALL'], gas: 6 * PUSH + COLD }],
    ['STATICCALL', CONTRACT, { program: [0, 0, 0, 0, CONTRACT, 0, 'STATICCALL'], gas: 6 * PUSH + COLD }],
    [
      'CALL of a delegating account that can’t pay for the delegate',
      DELEGATING,
      { program: [0, 0, 0, 0, 0, DELEGATING, 0, 'CALL'], gas: 7 * PUSH + COLD },
    ],
    ['CALL of a delegate', DELEGATE, { program: [0, 0, 0, 0, 0, DELEGATING, 0, 'CALL'], gas: 7 * PUSH + 2 * COLD }],
    [
      'CALL of a delegate without the funds',
      DELEGATE,
      { program: [0, 0, 0, 0, 1, DELEGATING, 0, 'CALL'], gas: 7 * PUSH + 2 * COLD + VALUE },
    ],
    ['CREATE', CREATED, { program: [0, 0, 0, 'CREATE'], gas: 3 * PUSH + 32_000 }],
    ['SELFDESTRUCT of one that has nothing', NOBODY, { program: [NOBODY, 'SELFDESTRUCT'], gas: PUSH + 5_000 + COLD }],
    [
      'SELFDESTRUCT that can’t pay for a new account',
      NOBODY,
      { program: [NOBODY, 'SELFDESTRUCT'], gas: PUSH + 5_000 + COLD, balance: 1n },
    ],
    ['SLOAD', slot, { program: [5, 'SLOAD'], gas: PUSH + COLD_SLOT }],
    ['SSTORE that can’t be paid', slot, { program: [1, 5, 'SSTORE'], gas: 2 * PUSH + 2_301 }],
  ])('%s', async (_, what, given) => {
    const enough = await compareCase(given);
    const tooLittle = await compareCase({ ...given, gas: given.gas - 1 });
    expect([names(enough, what), names(tooLittle, what)]).toEqual([true, false]);
    for (const { isSame, differences } of [enough, tooLittle])
      expect({ isSame, differences }).toEqual({ isSame: true, differences: [] });
  });

  test('not the address that CREATE would have made, had there been funds', async () => {
    const compared = await compareCase({ program: [0, 0, 1, 'CREATE'], gas: 100_000 });
    expect(names(compared, CREATED)).toBe(false);
    expect(compared.differences).toEqual([]);
  });

  test('at a fork without delegation, where a call that fails for want of funds reads nothing of its target, too', async () => {
    const program = [0, 0, 0, 0, 1, CONTRACT, 0, 'CALLCODE'] as const;
    const given: Case = { program, gas: 100_000, hardfork: 'london' };
    const { executions } = await executeSerially(running(given));
    expect(executions[0]?.recording.bareAccesses).toEqual([CONTRACT]);
  });
});

describe('what made an opcode too dear stays a read', () => {
  test.each<[string, Location, Case]>([
    [
      'whether the target of a CALL exists',
      existenceOf(NOBODY),
      { program: [0, 0, 0, 0, 1, NOBODY, 0, 'CALL'], gas: 20_000, balance: 1n },
    ],
    ['the delegate', codeOf(DELEGATING), { program: [0, 0, 0, 0, 0, DELEGATING, 0, 'CALL'], gas: 5_000 }],
    [
      'whether the beneficiary exists',
      existenceOf(NOBODY),
      { program: [NOBODY, 'SELFDESTRUCT'], gas: 10_000, balance: 1n },
    ],
    [
      'whether there is something to give',
      balanceOf(SELF),
      { program: [NOBODY, 'SELFDESTRUCT'], gas: 10_000, balance: 1n },
    ],
    ['what a slot holds', slot, { program: [1, 5, 'SSTORE'], gas: 10_000 }],
  ])('%s', async (_, location, given) => {
    const { recording } = await compareCase(given);
    expect(recording?.reads.map((read) => read.location)).toContain(location);
  });
});
