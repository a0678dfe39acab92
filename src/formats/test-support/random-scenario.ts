import fc from 'fast-check';
import { HARDFORKS } from '../../model/block.ts';
import type { Address, Hex } from '../../model/ids.ts';
import type { Scenario, ScenarioTx } from '../../model/scenario.ts';
import { ENGINE_IDS } from '../../model/settings.ts';

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
      outputs: [{ name: 'at', type: 'tuple', indexed: false, components: [{ type: 'bool' }] }],
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
      t_list: { encoding: 'dynamic_array', label: 'list', numberOfBytes: '32', base: 't_struct' },
      t_struct: {
        encoding: 'inplace',
        label: 'struct',
        numberOfBytes: '32',
        members: [{ label: 'id', offset: 0, slot: '0', type: 't_uint' }],
      },
    },
  },
});

/** Any scenario that a file can hold, sensible or not. */
export const randomScenario: fc.Arbitrary<Scenario> = some<Scenario>(
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
