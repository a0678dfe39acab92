import * as v from 'valibot';
import { HARDFORKS } from '../model/block.ts';
import { ENGINE_IDS, MAX_LANES } from '../model/settings.ts';
import { artifactSchema } from './artifact-schema.ts';
import { address, bloom, bytes, bytes32, decimal, dictionary, slot } from './fields.ts';
import { MAX_TRANSACTIONS } from './limits.ts';

/*
 * Version 1 of the scenario file, field by field as src/model/scenario.ts explains them. Amounts are strings of decimal
 * digits, as JSON numbers lose digits above 2^53. Unknown fields are refused: they would be lost on the next save.
 *
 * What a user may be in the middle of typing (names, arguments, storage values) passes as any text: the document must come
 * back as it was, and `buildBlock` says what is wrong with it.
 */

const textUpTo = (length: number) => v.pipe(v.string(), v.maxLength(length, `text of at most ${length} characters`));
const line = textUpTo(200);
const paragraph = textUpTo(4_000);
/** An argument may be a long list. */
const long = textUpTo(1_000_000);
const count = v.pipe(v.number(), v.safeInteger('a whole number'), v.minValue(0, 'a number not below 0'));
const lane = v.pipe(count, v.maxValue(MAX_LANES.virtual - 1, `a lane from 0 to ${MAX_LANES.virtual - 1}`));
const lanes = v.pipe(
  count,
  v.minValue(1, 'at least 1 lane'),
  v.maxValue(MAX_LANES.virtual, `at most ${MAX_LANES.virtual} lanes`),
);
const blockNumber = v.pipe(v.string(), v.regex(/^(0|[1-9][0-9]{0,20})$/, 'a block number in decimal'));

const envSchema = v.strictObject({
  number: decimal,
  timestamp: decimal,
  coinbase: address,
  gasLimit: decimal,
  difficulty: v.exactOptional(decimal),
  prevRandao: v.exactOptional(bytes32),
  baseFeePerGas: v.exactOptional(decimal),
  excessBlobGas: v.exactOptional(decimal),
  blobGasUsed: v.exactOptional(decimal),
  parentBeaconBlockRoot: v.exactOptional(bytes32),
  parentHash: v.exactOptional(bytes32),
  blockHashes: v.exactOptional(dictionary(blockNumber, bytes32)),
});

const accountSchema = v.strictObject({
  address,
  name: v.exactOptional(line),
  balance: decimal,
  nonce: decimal,
  code: v.exactOptional(bytes),
  storage: v.exactOptional(dictionary(slot, decimal)),
});

const contractSchema = v.strictObject({
  name: line,
  address,
  balance: decimal,
  contract: v.union(
    [v.strictObject({ library: line }), v.strictObject({ artifact: artifactSchema })],
    'the id of a library contract, or a compiled contract',
  ),
  storage: dictionary(line, long),
});

const signedSchema = v.strictObject({
  type: v.picklist([0, 1, 2, 3, 4], 'a transaction type from 0 to 4'),
  from: address,
  to: v.exactOptional(address),
  nonce: decimal,
  gasLimit: decimal,
  value: decimal,
  data: bytes,
  gasPrice: v.exactOptional(decimal),
  maxFeePerGas: v.exactOptional(decimal),
  maxPriorityFeePerGas: v.exactOptional(decimal),
  accessList: v.exactOptional(v.array(v.strictObject({ address, storageKeys: v.array(bytes32) }))),
  maxFeePerBlobGas: v.exactOptional(decimal),
  blobVersionedHashes: v.exactOptional(v.array(bytes32)),
  authorizationList: v.exactOptional(
    v.array(v.strictObject({ chainId: decimal, address, nonce: decimal, yParity: count, r: decimal, s: decimal })),
  ),
});

const composed = {
  id: textUpTo(64),
  from: line,
  gasLimit: v.exactOptional(decimal),
  nonce: v.exactOptional(decimal),
  priorityFee: v.exactOptional(decimal),
};
const transactionSchema = v.variant(
  'kind',
  [
    v.strictObject({ kind: v.literal('pay'), ...composed, to: line, value: decimal }),
    v.strictObject({
      kind: v.literal('call'),
      ...composed,
      contract: line,
      function: line,
      args: v.array(long),
      value: decimal,
    }),
    v.strictObject({ kind: v.literal('raw'), ...composed, to: v.exactOptional(line), value: decimal, data: bytes }),
    v.strictObject({ kind: v.literal('signed'), id: textUpTo(64), tx: signedSchema, hash: v.exactOptional(bytes32) }),
  ],
  'a transaction whose kind is pay, call, raw or signed',
);

export const settingsSchema = v.strictObject({
  engine: v.picklist(ENGINE_IDS, `an engine (${ENGINE_IDS.join(', ')})`),
  options: v.strictObject({
    lanesPolicy: v.picklist(['wait', 'free'], 'wait or free'),
    dagPolicy: v.picklist(
      ['block-order', 'critical-path', 'longest-first'],
      'block-order, critical-path or longest-first',
    ),
    hints: v.exactOptional(v.array(v.array(count))),
    estimates: v.boolean(),
    senderLinks: v.boolean(),
    rollingCommit: v.boolean(),
    lockGranularity: v.optional(v.picklist(['account', 'slot'], 'account or slot'), 'slot'),
    queueLength: v.optional(v.pipe(count, v.minValue(1, 'at least 1')), 2),
    overDeclare: v.optional(v.boolean(), false),
    underDeclare: v.exactOptional(v.array(v.tuple([count, line]))),
    listOrder: v.optional(v.picklist(['block-order', 'longest-first'], 'block-order or longest-first'), 'block-order'),
    tamper: v.exactOptional(v.strictObject({ location: line, index: count, value: long })),
  }),
  lanes,
  clock: v.picklist(['virtual', 'measured'], 'virtual or measured'),
  costs: v.strictObject({
    gasPerMicrosecond: v.pipe(v.number(), v.finite('a number'), v.gtValue(0, 'a number above 0')),
    dispatch: count,
    validationPerRead: count,
    coldRead: count,
    work: v.exactOptional(v.strictObject({ transaction: count, compute: count, read: count, write: count })),
  }),
  fees: v.picklist(['delta', 'naive'], 'delta or naive'),
  credits: v.picklist(['strict', 'commutative'], 'strict or commutative'),
});

export const scenarioSchema = v.strictObject({
  title: paragraph,
  note: paragraph,
  hardfork: v.picklist(HARDFORKS, `a hardfork (${HARDFORKS.join(', ')})`),
  chainId: decimal,
  env: envSchema,
  accounts: v.array(accountSchema),
  contracts: v.array(contractSchema),
  transactions: v.pipe(
    v.array(transactionSchema),
    v.maxLength(MAX_TRANSACTIONS, `at most ${MAX_TRANSACTIONS} transactions`),
  ),
  settings: settingsSchema,
  pins: dictionary(textUpTo(64), lane),
  laneOrder: v.pipe(
    v.array(v.array(textUpTo(64))),
    v.maxLength(MAX_LANES.virtual, `at most ${MAX_LANES.virtual} lanes`),
  ),
  header: v.exactOptional(
    v.strictObject({
      gasUsed: v.exactOptional(decimal),
      receiptsRoot: v.exactOptional(bytes32),
      logsBloom: v.exactOptional(bloom),
      stateRoot: v.exactOptional(bytes32),
      hash: v.exactOptional(bytes32),
    }),
  ),
});
