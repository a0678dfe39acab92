import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HARDFORKS } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import type { Scenario, ScenarioTx } from '../model/scenario.ts';
import { DEFAULT_SETTINGS, ENGINE_IDS } from '../model/settings.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../workloads/generate/options.ts';
import { FormatError } from './format-error.ts';
import { parseScenario, SCENARIO_VERSION, scenarioFromText, scenarioToText } from './scenario-file.ts';

const digits = '0123456789abcdef';
const hexOf = (bytes: number): fc.Arbitrary<Hex> =>
  fc
    .string({ unit: fc.constantFrom(...digits), minLength: 2 * bytes, maxLength: 2 * bytes })
    .map((text): Hex => `0x${text}`);
const address = hexOf(20).map((hex) => hex as Address);
const amount = fc.bigInt({ min: 0n, max: (1n << 256n) - 1n });
const slot = fc.bigInt({ min: 0n, max: 1n << 255n }).map((n): Hex => `0x${n.toString(16)}`);
const text = fc.string({ maxLength: 12 });
const key = text.filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));
const bytes = fc.oneof(fc.constant<Hex>('0x'), hexOf(3));

/** Every field of the model, present or not. */
const some = <T>(model: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[]): fc.Arbitrary<T> =>
  fc.record(model, { requiredKeys }) as fc.Arbitrary<T>;

const composed = { id: text, from: text, gasLimit: amount, nonce: amount, priorityFee: amount };
const tx: fc.Arbitrary<ScenarioTx> = fc.oneof(
  some<ScenarioTx>({ kind: fc.constant('pay'), ...composed, to: text, value: amount }, [
    'kind',
    'id',
    'from',
    'to',
    'value',
  ]),
  some<ScenarioTx>(
    {
      kind: fc.constant('call'),
      ...composed,
      contract: text,
      function: text,
      args: fc.array(text, { maxLength: 2 }),
      value: amount,
    },
    ['kind', 'id', 'from', 'contract', 'function', 'args', 'value'],
  ),
  some<ScenarioTx>({ kind: fc.constant('raw'), ...composed, to: text, value: amount, data: bytes }, [
    'kind',
    'id',
    'from',
    'value',
    'data',
  ]),
  some<ScenarioTx>(
    {
      kind: fc.constant('signed'),
      id: text,
      hash: hexOf(32),
      tx: some(
        {
          type: fc.constantFrom(0, 1, 2, 3, 4),
          from: address,
          to: address,
          nonce: amount,
          gasLimit: amount,
          value: amount,
          data: bytes,
          gasPrice: amount,
          maxFeePerGas: amount,
          maxPriorityFeePerGas: amount,
          accessList: fc.array(fc.record({ address, storageKeys: fc.array(hexOf(32), { maxLength: 2 }) }), {
            maxLength: 2,
          }),
          maxFeePerBlobGas: amount,
          blobVersionedHashes: fc.array(hexOf(32), { maxLength: 2 }),
          authorizationList: fc.array(
            fc.record({ chainId: amount, address, nonce: amount, yParity: fc.nat(1), r: amount, s: amount }),
            { maxLength: 1 },
          ),
        },
        ['type', 'from', 'nonce', 'gasLimit', 'value', 'data'],
      ),
    },
    ['kind', 'id', 'tx'],
  ),
);

const artifact = fc.constant({
  name: 'Vault',
  abi: [
    {
      type: 'function',
      name: 'put',
      inputs: [{ name: 'order', type: 'tuple', components: [{ name: 'id', type: 'uint256' }] }],
      outputs: [],
      stateMutability: 'payable',
    },
    { type: 'event', name: 'Put', inputs: [{ name: 'id', type: 'uint256', indexed: true }], anonymous: false },
  ],
  bytecode: '0x6000',
  deployedBytecode: '0x00',
  storageLayout: {
    storage: [{ label: 'orders', offset: 0, slot: '0', type: 't_mapping' }],
    types: {
      t_mapping: { encoding: 'mapping', label: 'mapping', numberOfBytes: '32', key: 't_uint', value: 't_struct' },
      t_struct: {
        encoding: 'inplace',
        label: 'struct',
        numberOfBytes: '32',
        members: [{ label: 'id', offset: 0, slot: '0', type: 't_uint' }],
      },
    },
  },
});

const scenario: fc.Arbitrary<Scenario> = some<Scenario>(
  {
    title: text,
    note: text,
    hardfork: fc.constantFrom(...HARDFORKS),
    chainId: amount,
    env: some(
      {
        number: amount,
        timestamp: amount,
        coinbase: address,
        gasLimit: amount,
        difficulty: amount,
        prevRandao: hexOf(32),
        baseFeePerGas: amount,
        excessBlobGas: amount,
        blobGasUsed: amount,
        parentBeaconBlockRoot: hexOf(32),
        parentHash: hexOf(32),
        blockHashes: fc.dictionary(fc.nat().map(String), hexOf(32), { maxKeys: 2 }),
      },
      ['number', 'timestamp', 'coinbase', 'gasLimit'],
    ),
    accounts: fc.array(
      some(
        {
          address,
          name: text,
          balance: amount,
          nonce: amount,
          code: bytes,
          storage: fc.dictionary(slot, amount, { maxKeys: 2 }),
        },
        ['address', 'balance', 'nonce'],
      ),
      { maxLength: 3 },
    ),
    contracts: fc.array(
      fc.record({
        name: text,
        address,
        balance: amount,
        contract: fc.oneof(fc.record({ library: text }), fc.record({ artifact })),
        storage: fc.dictionary(key, text, { maxKeys: 2 }),
      }),
      { maxLength: 2 },
    ),
    transactions: fc.array(tx, { maxLength: 5 }),
    settings: fc.record({
      engine: fc.constantFrom(...ENGINE_IDS),
      options: some(
        {
          lanesPolicy: fc.constantFrom('wait', 'free'),
          dagPolicy: fc.constantFrom('block-order', 'critical-path', 'longest-first'),
          hints: fc.array(fc.array(fc.nat(9), { maxLength: 2 }), { maxLength: 2 }),
          estimates: fc.boolean(),
          senderLinks: fc.boolean(),
          rollingCommit: fc.boolean(),
          lockGranularity: fc.constantFrom('account', 'slot'),
          queueLength: fc.integer({ min: 1, max: 64 }),
          overDeclare: fc.boolean(),
          underDeclare: fc.array(fc.tuple(fc.nat(9), text), { maxLength: 2 }),
          listOrder: fc.constantFrom('block-order', 'longest-first'),
          tamper: fc.record({ location: text, index: fc.nat(9), value: text }),
        },
        [
          'lanesPolicy',
          'dagPolicy',
          'estimates',
          'senderLinks',
          'rollingCommit',
          'lockGranularity',
          'queueLength',
          'overDeclare',
          'listOrder',
        ],
      ),
      lanes: fc.integer({ min: 1, max: 128 }),
      clock: fc.constantFrom('virtual', 'measured'),
      costs: fc.record(
        {
          gasPerMicrosecond: fc.integer({ min: 1, max: 1000 }),
          dispatch: fc.nat(),
          validationPerRead: fc.nat(),
          coldRead: fc.nat(),
          work: fc.record({ transaction: fc.nat(), compute: fc.nat(), read: fc.nat(), write: fc.nat() }),
        },
        { requiredKeys: ['gasPerMicrosecond', 'dispatch', 'validationPerRead', 'coldRead'] },
      ),
      fees: fc.constantFrom('delta', 'naive'),
      credits: fc.constantFrom('strict', 'commutative'),
    }),
    pins: fc.dictionary(key, fc.nat(127), { maxKeys: 3 }),
    laneOrder: fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 3 }),
    header: some(
      { gasUsed: amount, receiptsRoot: hexOf(32), logsBloom: hexOf(256), stateRoot: hexOf(32), hash: hexOf(32) },
      [],
    ),
  },
  [
    'title',
    'note',
    'hardfork',
    'chainId',
    'env',
    'accounts',
    'contracts',
    'transactions',
    'settings',
    'pins',
    'laneOrder',
  ],
);

const small: Scenario = {
  title: 'One payment',
  note: '',
  hardfork: 'cancun',
  chainId: 1n,
  env: { number: 1n, timestamp: 1n, coinbase: `0x${'cb'.repeat(20)}` as Address, gasLimit: 30_000_000n },
  accounts: [{ address: `0x${'a1'.repeat(20)}` as Address, name: 'alice', balance: 10n ** 18n, nonce: 0n }],
  contracts: [],
  transactions: [{ kind: 'pay', id: 't1', from: 'alice', to: 'bob', value: 5n }],
  settings: DEFAULT_SETTINGS,
  pins: { t1: 2 },
  laneOrder: [],
};

/** The text of `small` with one piece of JSON put in place of another. */
const changed = (from: string, to: string): string => {
  const text = scenarioToText(small);
  if (!text.includes(from)) throw new Error(`${from} is not in ${text}`);
  return text.replace(from, to);
};

describe('scenario file', () => {
  test('import–export–import is the identity', () => {
    fc.assert(
      fc.property(scenario, (original) => {
        const text = scenarioToText(original);
        const imported = scenarioFromText(text);
        expect(imported).toEqual(original);
        expect(scenarioFromText(scenarioToText(imported))).toEqual(imported);
      }),
      { numRuns: process.env.LONG ? 5_000 : 300 },
    );
  });

  test.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'the example %s comes back as it was',
    (_id, example) => {
      const original = example.scenario();
      expect(scenarioFromText(scenarioToText(original))).toEqual(original);
    },
  );

  test('so does a generated block', () => {
    const original = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 500 });
    expect(scenarioFromText(scenarioToText(original))).toEqual(original);
  });

  test('amounts are strings of digits', () => {
    expect(scenarioToText(small)).toContain('"balance":"1000000000000000000"');
    expect(scenarioToText(small).startsWith(`{"format":"lanewise-scenario","version":${SCENARIO_VERSION},`)).toBe(true);
  });

  test('a file of an older version goes through every upgrade since, in order', () => {
    const file = { ...JSON.parse(scenarioToText(small)), version: 1, title: 'a' };
    const upgrades = [
      (old: Record<string, unknown>) => ({ ...old, title: `${old.title}b` }),
      (old: Record<string, unknown>) => ({ ...old, title: `${old.title}c` }),
    ];
    expect(parseScenario(file, upgrades).title).toBe('abc');
    expect(parseScenario({ ...file, version: 2 }, upgrades).title).toBe('ac');
    expect(parseScenario({ ...file, version: 3 }, upgrades).title).toBe('a');
  });
});

describe('what a bad scenario file is told', () => {
  const FIX = 'Correct the file, or save it from Lanewise again.';
  const cases: [string, () => string, string][] = [
    [
      'a newer version',
      () => changed('"version":1', '"version":7'),
      'version: expected at most 1, the newest that this program reads, got 7. ' +
        'The file was saved by a newer Lanewise: reload the page or update, then open it again.',
    ],
    [
      'no version',
      () => changed('"version":1', '"version":"new"'),
      'version: expected a version from 1 to 1, got "new". The file was damaged or written by hand; compare it with one saved here.',
    ],
    [
      'another format',
      () => changed('lanewise-scenario', 'spreadsheet'),
      'format: expected "lanewise-scenario", got "spreadsheet". Choose a file that was saved here.',
    ],
    [
      'an amount that is a JSON number',
      () => changed('"value":"5"', '"value":5.5'),
      `transactions[0].value: expected a whole number as a string of digits, got 5.5. ${FIX}`,
    ],
    [
      'an unknown kind of transaction',
      () => changed('"kind":"pay"', '"kind":"teleport"'),
      `transactions[0].kind: expected a transaction whose kind is pay, call, raw or signed, got "teleport". ${FIX}`,
    ],
    ['a lane too many', () => changed('"t1":2', '"t1":128'), `pins.t1: expected a lane from 0 to 127, got 128. ${FIX}`],
    [
      'an unknown hardfork',
      () => changed('"cancun"', '"amsterdam"'),
      `hardfork: expected a hardfork (${HARDFORKS.join(', ')}), got "amsterdam". ${FIX}`,
    ],
    [
      'a field that nobody knows',
      () => changed('"note":""', '"note":"","mood":"good"'),
      `mood: expected no such field, got "mood". ${FIX}`,
    ],
    [
      '60,000 transactions',
      () => changed('"transactions":[', `"transactions":[${'0,'.repeat(60_000)}`),
      'transactions: expected at most 10000 transactions, got 60001. Split the block, or leave some out.',
    ],
    [
      'a reserved key',
      () => changed('"pins":{', '"pins":{"__proto__":1,'),
      'the field __proto__: expected no such name, got a reserved one. Rename or remove the field.',
    ],
  ];
  test.each(cases)('%s', (_name, make, message) => {
    expect(() => scenarioFromText(make())).toThrow(FormatError);
    expect(() => scenarioFromText(make())).toThrow(message);
  });
});
