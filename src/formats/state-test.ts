// GeneralStateTests, as filled: https://ethereum-tests.readthedocs.io/en/latest/test_types/gstate_tests.html
// and https://eest.ethereum.org/main/running_tests/test_formats/state_test/
import { privateToAddress } from '@ethereumjs/util';
import * as v from 'valibot';
import type { Block, BlockEnv, BlockTransaction, Hardfork, Prestate } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { hexBytes, keccak } from '../model/naming/word.ts';
import { accessListSchema, authorizationListSchema, toAuthorization } from './rpc-transaction.ts';
import { address, bytes, bytes32, check, dictionary, quantity } from './fields.ts';
import { FormatError } from './format-error.ts';
import { findHardfork, isAtLeast, unknownFork } from './hardfork-names.ts';
import { prestateSchema, toPrestate } from './prestate.ts';

/** One combination of fork, data, gas and value: a block of one transaction, and what must come of it. */
export interface StateTestCase {
  readonly kind: 'case';
  /** Unique in its file: test, fork, and the three indices. */
  readonly name: string;
  /** No transactions where the one described can't exist (a value of 2^256), which some tests are about. */
  readonly block: Block;
  readonly stateRoot: Hex;
  /** Keccak of the RLP of the logs. */
  readonly logsHash: Hex;
  /** The transaction must be refused; the official name of the reason. */
  readonly exception: string | null;
}

/** A fork that isn't known here; the other forks of the test are. */
export interface UnknownForkCase {
  readonly kind: 'unknown-fork';
  readonly name: string;
  /** What was expected, what came, what to do. */
  readonly message: string;
}

const postSchema = v.object({
  hash: bytes32,
  logs: bytes32,
  indexes: v.object({ data: v.number(), gas: v.number(), value: v.number() }),
  expectException: v.optional(v.string()),
});

const testSchema = v.object({
  config: v.optional(v.object({ chainid: v.optional(quantity, 1) }), {}),
  env: v.object({
    currentBaseFee: v.optional(quantity),
    currentCoinbase: address,
    currentDifficulty: v.optional(quantity, 0),
    currentExcessBlobGas: v.optional(quantity, 0),
    currentGasLimit: quantity,
    currentNumber: quantity,
    currentRandom: v.optional(bytes32),
    currentTimestamp: quantity,
  }),
  pre: prestateSchema,
  // Its fields may be out of range on purpose, so they are looked at case by case.
  transaction: v.object({
    data: v.array(v.unknown()),
    gasLimit: v.array(v.unknown()),
    value: v.array(v.unknown()),
    accessLists: v.optional(v.array(v.unknown()), []),
    sender: v.optional(address),
    secretKey: v.optional(bytes32),
    to: v.optional(v.union([address, v.literal('')], 'an address, or nothing'), ''),
    nonce: v.optional(v.unknown()),
    gasPrice: v.optional(v.unknown()),
    maxFeePerGas: v.optional(v.unknown()),
    maxPriorityFeePerGas: v.optional(v.unknown()),
    maxFeePerBlobGas: v.optional(v.unknown()),
    blobVersionedHashes: v.optional(v.unknown()),
    authorizationList: v.optional(v.unknown()),
  }),
  post: dictionary(v.string(), v.array(postSchema)),
});
type StateTest = v.InferOutput<typeof testSchema>;
type Post = v.InferOutput<typeof postSchema>;

const FIX = 'Use a filled GeneralStateTest, as ethereum/tests and execution-spec-tests publish them.';

/** Whether a parsed file looks like a file of state tests. */
export function isStateTestFile(json: unknown): json is Record<string, unknown> {
  if (typeof json !== 'object' || json === null) return false;
  const tests = Object.values(json);
  return tests.length > 0 && tests.every((test) => test?.pre && test?.post && test?.transaction);
}

/** All cases of a file. Throws a FormatError with the path of the first thing wrong. */
export function parseStateTests(json: unknown): (StateTestCase | UnknownForkCase)[] {
  if (!isStateTestFile(json)) {
    throw new FormatError({
      where: 'the file',
      expected: 'tests with pre, post and transaction',
      came: 'none',
      fix: FIX,
    });
  }
  return Object.entries(json).flatMap(([testName, raw]) => {
    const test = check(testSchema, raw, { fix: FIX, root: testName });
    const prestate = toPrestate(test.pre);
    return Object.entries(test.post).flatMap(([fork, posts]) =>
      posts.map((post) => {
        const { data, gas, value } = post.indexes;
        return toCase(test, prestate, fork, post, `${testName} ${fork} d${data} g${gas} v${value}`);
      }),
    );
  });
}

function toCase(
  test: StateTest,
  prestate: Prestate,
  fork: string,
  post: Post,
  name: string,
): StateTestCase | UnknownForkCase {
  const hardfork = findHardfork(fork);
  if (!hardfork) return { kind: 'unknown-fork', name, message: unknownFork(fork, 'post').message };
  const transaction = toTransaction(test, post, name);
  return {
    kind: 'case',
    name,
    block: {
      hardfork,
      chainId: test.config.chainid ?? 1n,
      env: toEnv(test.env, hardfork),
      prestate,
      transactions: transaction ? [transaction] : [],
    },
    stateRoot: post.hash,
    logsHash: post.logs,
    exception: post.expectException ?? null,
  };
}

function toEnv(env: StateTest['env'], hardfork: Hardfork): BlockEnv {
  const paris = isAtLeast(hardfork, 'paris');
  const word = (value: bigint): Hex => `0x${value.toString(16).padStart(64, '0')}`;
  return {
    number: env.currentNumber,
    timestamp: env.currentTimestamp,
    coinbase: env.currentCoinbase,
    gasLimit: env.currentGasLimit,
    ...(paris
      ? { prevRandao: env.currentRandom ?? word(env.currentDifficulty) }
      : { difficulty: env.currentDifficulty }),
    // The test tools take 10 where a test names no base fee.
    ...(isAtLeast(hardfork, 'london') && { baseFeePerGas: env.currentBaseFee ?? 10n }),
    ...(isAtLeast(hardfork, 'cancun') && { excessBlobGas: env.currentExcessBlobGas }),
    blockHashes: testBlockHashes(env.currentNumber),
  };
}

/** In state tests, BLOCKHASH(n) is the keccak of the decimal digits of n. */
function testBlockHashes(current: bigint): Record<string, Hex> {
  const hashes: Record<string, Hex> = {};
  for (let n = current - 1n; n >= 0n && n >= current - 256n; n--) {
    hashes[String(n)] = keccak(new TextEncoder().encode(String(n)));
  }
  return hashes;
}

/** Null where an exception is expected and the transaction can't even be written down. */
function toTransaction(test: StateTest, post: Post, name: string): BlockTransaction | null {
  try {
    return readTransaction(test, post, name);
  } catch (error) {
    if (error instanceof FormatError && post.expectException) return null;
    throw error;
  }
}

/** The type is told by the fields present, as geth's and revm's runners do. */
function readTransaction({ transaction: tx }: StateTest, post: Post, name: string): BlockTransaction {
  const read = <Schema extends v.GenericSchema>(schema: Schema, value: unknown, field: string) =>
    check(schema, value, { fix: FIX, root: `${name}: transaction.${field}` });
  const { data, gas, value } = post.indexes;
  const common = {
    from: tx.sender ?? addressOfKey(tx.secretKey, name),
    ...(tx.to !== '' && { to: tx.to }),
    nonce: read(quantity, tx.nonce, 'nonce'),
    gasLimit: read(quantity, tx.gasLimit[gas], `gasLimit[${gas}]`),
    value: read(quantity, tx.value[value], `value[${value}]`),
    data: read(bytes, tx.data[data], `data[${data}]`),
  };
  // In a list of access lists, null stands for a transaction without one.
  const list = tx.accessLists[data] ?? undefined;
  const accessList = read(v.optional(accessListSchema, []), list, `accessLists[${data}]`);
  if (tx.maxFeePerGas === undefined) {
    const gasPrice = read(quantity, tx.gasPrice, 'gasPrice');
    return list === undefined ? { type: 0, ...common, gasPrice } : { type: 1, ...common, gasPrice, accessList };
  }
  const priced = {
    ...common,
    maxFeePerGas: read(quantity, tx.maxFeePerGas, 'maxFeePerGas'),
    maxPriorityFeePerGas: read(quantity, tx.maxPriorityFeePerGas, 'maxPriorityFeePerGas'),
    accessList,
  };
  if (tx.authorizationList !== undefined) {
    const authorizationList = read(authorizationListSchema, tx.authorizationList, 'authorizationList');
    return { type: 4, ...priced, authorizationList: authorizationList.map(toAuthorization) };
  }
  if (tx.blobVersionedHashes !== undefined || tx.maxFeePerBlobGas !== undefined) {
    return {
      type: 3,
      ...priced,
      maxFeePerBlobGas: read(quantity, tx.maxFeePerBlobGas, 'maxFeePerBlobGas'),
      blobVersionedHashes: read(v.array(bytes32), tx.blobVersionedHashes, 'blobVersionedHashes'),
    };
  }
  return { type: 2, ...priced };
}

function addressOfKey(secretKey: Hex | undefined, name: string): Address {
  if (!secretKey) {
    throw new FormatError({
      where: `${name}: transaction`,
      expected: 'a sender or a secretKey',
      came: 'neither',
      fix: FIX,
    });
  }
  return `0x${Array.from(privateToAddress(hexBytes(secretKey)), (byte) => byte.toString(16).padStart(2, '0')).join('')}` as Address;
}
