import { eoaCode7702SignAuthorization, privateToAddress } from '@ethereumjs/util';
import { createRandom, type Random, randomInt } from '../../lib/random.ts';
import type { AccountState, Block, BlockTransaction, Hardfork, Prestate } from '../../model/block.ts';
import type { Address, Hex } from '../../model/ids.ts';
import { bytesToHex, wordToBytes } from '../bytes.ts';
import { assemble, deploying, type Instruction } from './assemble.ts';

type Program = (Instruction | Hex)[];

export const RANDOM_FORKS: readonly Hardfork[] = [
  'byzantium',
  'constantinople',
  'petersburg',
  'istanbul',
  'berlin',
  'london',
  'paris',
  'shanghai',
  'cancun',
  'prague',
  'osaka',
];

const ETHER = 10n ** 18n;
const at = (n: number): Address => `0x${n.toString(16).padStart(40, '0')}` as Address;

const KEYS = [1, 2, 3, 4, 5].map((n) => wordToBytes(BigInt(n)));
const SENDERS = KEYS.map((key) => bytesToHex(privateToAddress(key)) as Address);
const CONTRACTS = [1, 2, 3, 4, 5, 6].map((n) => at(0xc000 + n));
/** Predeployed: code without a nonce. */
const PREDEPLOYED = at(0xc0de);
/** Nobody has heard of them. */
const DEAD = [1, 2, 3].map((n) => at(0xdead00 + n));
/** Listed in the prestate, though empty. */
const EMPTY = at(0xe3b7);
const RECIPIENT = at(0xfee);

/** A block of random transactions over a handful of accounts that keep meeting each other. */
export function randomBlock(seed: number, transactions: number): Block {
  const random = createRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[randomInt(random, list.length)] as T;
  const hardfork = RANDOM_FORKS[seed % RANDOM_FORKS.length] as Hardfork;
  const since = (fork: Hardfork) => RANDOM_FORKS.indexOf(hardfork) >= RANDOM_FORKS.indexOf(fork);
  const coinbase = pick([RECIPIENT, RECIPIENT, SENDERS[0] as Address, CONTRACTS[0] as Address, DEAD[0] as Address]);
  const places: Places = {
    random,
    pick,
    since,
    everybody: [...SENDERS, ...CONTRACTS, PREDEPLOYED, ...DEAD, EMPTY, coinbase],
  };

  const prestate: Record<Address, AccountState> = {};
  for (const address of SENDERS) prestate[address] = { balance: 10n * ETHER, nonce: 0n, code: '0x', storage: {} };
  for (const address of [...CONTRACTS, PREDEPLOYED]) {
    const storage: Record<Hex, bigint> = {};
    for (let slot = 0; slot < 4; slot++)
      if (random() < 0.5) storage[`0x${slot.toString(16)}`] = BigInt(randomInt(random, 3) + 1);
    prestate[address] = {
      balance: random() < 0.5 ? 0n : BigInt(randomInt(random, 1000)),
      nonce: address === PREDEPLOYED ? 0n : 1n,
      code: assemble(randomProgram(places, 3 + randomInt(random, 8))),
      storage,
    };
  }
  if (random() < 0.5) prestate[EMPTY] = { balance: 0n, nonce: 0n, code: '0x', storage: {} };

  const nonces = new Map<Address, bigint>();
  const list: BlockTransaction[] = [];
  for (let i = 0; i < transactions; i++) {
    const sender = randomInt(random, SENDERS.length);
    const from = SENDERS[sender] as Address;
    const nonce = nonces.get(from) ?? 0n;
    // A wrong nonce now and then; then the block's next transaction of the sender still has the right one.
    const wrong = random() < 0.03;
    if (!wrong) nonces.set(from, nonce + 1n);
    const authorizations = since('prague') && random() < 0.2 ? randomAuthorizations(places, nonces) : undefined;
    list.push(randomTransaction(places, from, wrong ? nonce + 1n : nonce, authorizations));
  }
  return {
    hardfork,
    chainId: 1n,
    env: {
      number: 100n,
      timestamp: 1_700_000_000n,
      coinbase,
      gasLimit: 30_000_000n,
      difficulty: 1000n,
      prevRandao: bytesToHex(wordToBytes(77n)),
      ...(since('london') ? { baseFeePerGas: 7n } : {}),
      ...(since('cancun') ? { excessBlobGas: 0n } : {}),
      blockHashes: Object.fromEntries(
        Array.from({ length: 3 }, (_, i) => [`${97 + i}`, bytesToHex(wordToBytes(BigInt(i + 1)))]),
      ),
    },
    prestate: prestate satisfies Prestate,
    transactions: list,
  };
}

interface Places {
  readonly random: Random;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly since: (fork: Hardfork) => boolean;
  readonly everybody: readonly Address[];
}

function randomTransaction(
  places: Places,
  from: Address,
  nonce: bigint,
  authorizationList: BlockTransaction['authorizationList'] | undefined,
): BlockTransaction {
  const { random, pick, since, everybody } = places;
  const types: (0 | 1 | 2)[] = [0];
  if (since('berlin')) types.push(1);
  if (since('london')) types.push(2);
  const type = authorizationList ? 4 : pick(types);
  const creates = !authorizationList && random() < 0.12;
  const roll = random();
  const precompile = at(1 + randomInt(random, 9));
  const to = roll < 0.6 ? pick(CONTRACTS) : roll < 0.9 ? pick(everybody) : precompile;
  const value = random() < 0.5 ? 0n : random() < 0.9 ? BigInt(randomInt(random, 100)) : 20n * ETHER;
  const gasLimit =
    random() < 0.15 ? BigInt(21_000 + randomInt(random, 60_000)) : BigInt(400_000 + randomInt(random, 400_000));
  const data = creates ? randomInitCode(places) : bytesToHex(wordToBytes(BigInt(randomInt(random, 4))));
  const fees =
    type === 0 || type === 1
      ? { gasPrice: BigInt(7 + randomInt(random, 10)) }
      : { maxFeePerGas: BigInt(7 + randomInt(random, 20)), maxPriorityFeePerGas: BigInt(randomInt(random, 7)) };
  const accessList =
    type !== 0 && random() < 0.5 ? [{ address: pick(everybody), storageKeys: [bytesToHex(wordToBytes(1n))] }] : [];
  return {
    type,
    from,
    ...(creates ? {} : { to }),
    nonce,
    gasLimit,
    value,
    data,
    ...fees,
    ...(type === 0 ? {} : { accessList }),
    ...(authorizationList ? { authorizationList } : {}),
  };
}

function randomAuthorizations({ random, pick }: Places, nonces: Map<Address, bigint>) {
  return Array.from({ length: 1 + randomInt(random, 2) }, () => {
    const authority = randomInt(random, KEYS.length);
    const address = SENDERS[authority] as Address;
    const nonce = (nonces.get(address) ?? 0n) + (random() < 0.2 ? 1n : 0n);
    const delegate = random() < 0.2 ? at(0) : pick([...CONTRACTS, at(2), ...DEAD]);
    const [chainId, to, signedNonce, yParity, r, s] = eoaCode7702SignAuthorization(
      { chainId: '0x1', address: delegate, nonce: `0x${nonce.toString(16)}` },
      KEYS[authority] as Uint8Array,
    );
    if (nonce === (nonces.get(address) ?? 0n)) nonces.set(address, nonce + 1n);
    const number = (bytes: Uint8Array) => BigInt(bytes.length === 0 ? '0x0' : bytesToHex(bytes));
    return {
      chainId: number(chainId),
      address: bytesToHex(to) as Address,
      nonce: number(signedNonce),
      yParity: Number(number(yParity)),
      r: number(r),
      s: number(s),
    };
  });
}

/** Statements one after the other, each leaving the stack as it found it. */
function randomProgram(places: Places, length: number): Program {
  const program: Program = [];
  for (let i = 0; i < length; i++) program.push(...randomStatement(places));
  return program;
}

const SLOTS = 4;

function randomStatement(places: Places): Program {
  const { random, pick, since, everybody } = places;
  const slot = () => randomInt(random, SLOTS);
  const precompile = () =>
    at(1 + randomInt(random, since('prague') ? 17 : since('cancun') ? 10 : since('istanbul') ? 9 : 8));
  const target = () => (random() < 0.15 ? precompile() : random() < 0.5 ? pick(CONTRACTS) : pick(everybody));
  const store = (value: Program): Program => [...value, slot(), 'SSTORE'];
  const gas = (): Program => (random() < 0.3 ? [randomInt(random, 30_000)] : ['GAS']);
  const amount = () => (random() < 0.5 ? 0 : random() < 0.9 ? randomInt(random, 5) : 100_000);
  const statements: (() => Program)[] = [
    () => store([randomInt(random, 3)]),
    () => store([slot(), 'SLOAD', 1, 'ADD']),
    () => store([pick(['CALLER', 'CALLVALUE', 'ORIGIN', 'GASPRICE', 'COINBASE', 'ADDRESS', 'GAS'])]),
    () => [slot(), 'SLOAD', 'POP'],
    () => store([target(), 'BALANCE']),
    () => store([target(), 'EXTCODESIZE']),
    () => (since('constantinople') ? store([target(), 'EXTCODEHASH']) : []),
    () => (since('istanbul') ? store(['SELFBALANCE']) : []),
    () => [randomInt(random, 40), randomInt(random, 40), randomInt(random, 40), target(), 'EXTCODECOPY'],
    () => store([97 + randomInt(random, 4), 'BLOCKHASH']),
    () => [slot(), 'SLOAD', 0, 'MSTORE', 64, 0, 'KECCAK256', ...([slot(), 'SSTORE'] as Program)],
    () => [randomInt(random, 64), 0, pick(['LOG0'])] as Program,
    () => [7, slot(), 'SLOAD', 32, 0, 'LOG2'],
    () => (since('cancun') ? [slot(), 'TLOAD', 1, 'ADD', slot(), 'TSTORE'] : []),
    // out length, out offset, in length, in offset, value, to, gas
    () => store([32, 0, 32, 0, amount(), target(), ...gas(), 'CALL']),
    () => store([32, 0, 32, 0, amount(), target(), ...gas(), 'CALL']),
    () => store([32, 0, 64, 0, amount(), target(), ...gas(), 'CALLCODE']),
    () => store([32, 0, 32, 0, target(), ...gas(), 'DELEGATECALL']),
    () => [32, 0, 32, 0, target(), ...gas(), 'STATICCALL', 'POP'],
    () => create(randomInitCode(places), amount(), undefined),
    () => (since('constantinople') ? create(randomInitCode(places), amount(), randomInt(random, 2)) : []),
    // Only sometimes, as nothing after it runs.
    () => (random() < 0.4 ? ending(places) : []),
    () => onCondition(['CALLDATALOAD'], 0, ending(places)),
    () => onCondition(['SLOAD'], slot(), ending(places)),
    () => (random() < 0.1 ? burn() : []),
  ];
  return pick(statements)();
}

function ending(places: Places): Program {
  const { random, pick, everybody } = places;
  return pick<() => Program>([
    () => [0, 0, 'REVERT'],
    () => [32, 0, 'REVERT'],
    () => ['INVALID'],
    () => ['STOP'],
    () => [32, 0, 'RETURN'],
    () => [pick(everybody), 'SELFDESTRUCT'],
    () => ['ADDRESS', 'SELFDESTRUCT'],
    () => ['CALLER', 'SELFDESTRUCT'],
    () => [at(0xdead10 + randomInt(random, 3)), 'SELFDESTRUCT'],
  ])();
}

/** Ends there when what `read` finds at `key` is odd. */
function onCondition(read: Program, key: number, end: Program): Program {
  const length = assemble(end).length / 2 - 1;
  // From PC on: PC, PUSH1 n, ADD, JUMPI, the ending, JUMPDEST.
  return [key, ...read, 1, 'AND', 'ISZERO', 'PC', 5 + length, 'ADD', 'JUMPI', ...end, 'JUMPDEST'];
}

function burn(): Program {
  return [2 ** 30, 0, 'KECCAK256', 'POP'];
}

/** Puts init code into memory, word by word, and creates with it; the address is thrown away. */
function create(initCode: Hex, value: number, salt: number | undefined): Program {
  const program: Program = [];
  const bytes = (initCode.length - 2) / 2;
  for (let offset = 0; offset < bytes; offset += 32) {
    const word = initCode.slice(2 + 2 * offset, 2 + 2 * offset + 64).padEnd(64, '0');
    program.push(`0x${word}` as Hex, offset, 'MSTORE');
  }
  if (salt === undefined) program.push(bytes, 0, value, 'CREATE', 'POP');
  else program.push(salt, bytes, 0, value, 'CREATE2', 'POP');
  return program;
}

function randomInitCode({ random, pick, everybody }: Places): Hex {
  const slot = randomInt(random, SLOTS);
  const runtimes: Hex[] = [
    assemble([slot, 'SLOAD', 1, 'ADD', slot, 'SSTORE']),
    assemble([pick(everybody), 'SELFDESTRUCT']),
    assemble(['ADDRESS', 'SELFDESTRUCT']),
    assemble([0, 0, 'REVERT']),
    '0xef00',
  ];
  return pick<() => Hex>([
    () => '0x',
    () => deploying(pick(runtimes)),
    () => deploying(pick(runtimes), [1 + randomInt(random, 3), slot, 'SSTORE']),
    () => assemble([0, 0, 'REVERT']),
    () => assemble(['INVALID']),
    () => assemble([1, slot, 'SSTORE', pick(everybody), 'SELFDESTRUCT']),
    () => assemble(['ADDRESS', 'SELFDESTRUCT']),
    // Creates a contract, calls it at once (it destroys itself), and ends.
    () =>
      assemble([
        ...create(deploying(runtimes[1] as Hex), 1, undefined).slice(0, -1),
        0,
        0,
        0,
        0,
        1,
        'CALLER',
        'GAS',
        'CALL',
        'POP',
        'POP',
      ]),
  ])();
}
