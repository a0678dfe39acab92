import { decodeFunctionData } from 'viem';
import { describe, expect, it } from 'vitest';
import { encodePath } from '../model/naming/index.ts';
import type { Scenario, ScenarioTx } from '../model/scenario.ts';
import { buildBlock, DEFAULT_CALL_GAS } from './build-block.ts';
import { call, composeScenario, ETHER, instance, type NewTx, pay, person, token } from './compose.ts';
import { EXAMPLES } from './examples/index.ts';
import { LIBRARY } from './library.ts';
import { addressFromName } from './name-book.ts';

const alice = addressFromName('alice');
const bob = addressFromName('bob');

function scenarioOf(transactions: readonly NewTx[], changes: Partial<Scenario> = {}): Scenario {
  const scenario = composeScenario({
    title: 'test',
    note: '',
    accounts: [person('alice'), person('bob', ETHER)],
    contracts: [token('USDC', { alice: 1000n, bob: 5n }), instance('Ballot', 'ballot'), instance('Auction', 'auction')],
    transactions,
  });
  return { ...scenario, ...changes };
}
const messages = (transactions: readonly NewTx[], changes: Partial<Scenario> = {}) =>
  buildBlock(scenarioOf(transactions, changes)).problems.map(({ message }) => message);

describe('buildBlock', () => {
  it('turns names into addresses, text into calldata, and counts nonces per sender', () => {
    const { block, problems } = buildBlock(
      scenarioOf([
        pay('alice', 'bob', ETHER),
        call('bob', 'USDC', 'transfer', ['alice', '1,000']),
        pay('alice', bob, 1n),
      ]),
    );
    expect(problems).toEqual([]);
    expect(block?.transactions).toMatchObject([
      { type: 2, from: alice, to: bob, nonce: 0n, gasLimit: 21_000n, value: ETHER, data: '0x' },
      { type: 2, from: bob, to: addressFromName('USDC'), nonce: 0n, gasLimit: DEFAULT_CALL_GAS, value: 0n },
      { type: 2, from: alice, to: bob, nonce: 1n, value: 1n, maxFeePerGas: 2n * 10n ** 9n },
    ]);
    const { abi } = LIBRARY.token.artifact;
    const data = block?.transactions[1]?.data ?? '0x';
    // viem lower-cases nothing: it gives addresses with their checksum.
    const { functionName, args } = decodeFunctionData({ abi: abi as never, data }) as {
      functionName: string;
      args: unknown[];
    };
    expect([functionName, String(args[0]).toLowerCase(), args[1]]).toEqual(['transfer', alice, 1000n]);
  });

  it('puts named storage into slots', () => {
    const { block } = buildBlock(scenarioOf([]));
    const resolve = (name: string) => addressFromName(name);
    const place = encodePath(LIBRARY.token.artifact.storageLayout, 'balanceOf[alice]', resolve);
    expect(block?.prestate[addressFromName('USDC')]?.storage[place.slot]).toBe(1000n);
    expect(block?.prestate[addressFromName('USDC')]?.code).toBe(LIBRARY.token.artifact.deployedBytecode);
  });

  it.each<[string, NewTx, string]>([
    ['sender', pay('alcie', 'bob', 1n), 'sender: no account is called "alcie", did you mean alice?'],
    ['recipient', pay('alice', 'zed', 1n), 'recipient: no account is called "zed"; use a name or an address'],
    ['contract', call('alice', 'UDSC', 'transfer'), 'no contract is called "UDSC": did you mean USDC?'],
    ['function', call('alice', 'USDC', 'tranfer'), 'USDC has no function "tranfer": did you mean transfer?'],
    [
      'count',
      call('alice', 'USDC', 'transfer', ['bob']),
      'transfer(address,uint256) expects 2: address to, uint256 amount, got 1',
    ],
    [
      'type',
      call('alice', 'USDC', 'transfer', ['bob', 'ten']),
      'argument 2 of transfer, amount (uint256): expected a whole number, got "ten"',
    ],
    [
      'address',
      call('alice', 'USDC', 'transfer', ['0x12', '1']),
      'argument 1 of transfer, to (address): expected an account or contract name or an address, got "0x12"',
    ],
    [
      'range',
      call('alice', 'Ballot', 'vote', ['256']),
      'argument 1 of vote, choice (uint8): expected a whole number from 0 to 2^8 − 1, got "256"',
    ],
    [
      'value',
      call('alice', 'Ballot', 'vote', ['1'], ETHER),
      'Ballot.vote takes no ether, but the call sends 1 ETH: set the value to 0',
    ],
    [
      'hex',
      { kind: 'raw', from: 'alice', value: 0n, data: '0x123' },
      'data: expected bytes as hex (0x and an even number of digits)',
    ],
  ])('a wrong %s is named and nothing is built', (_what, tx, message) => {
    const built = buildBlock(scenarioOf([pay('alice', 'bob', 1n), tx]));
    expect(built.block).toBeNull();
    expect(built.problems).toEqual([{ tx: 't2', message: `transaction 1: ${message}`, blocking: true }]);
  });

  it('what only makes a transaction invalid is said, and the block still runs', () => {
    const built = buildBlock(
      scenarioOf([
        { ...pay('alice', 'bob', 1n), nonce: 3n } as NewTx,
        pay('bob', 'alice', 5n * ETHER),
        { ...pay('alice', 'bob', 1n), gasLimit: 20_000n } as NewTx,
        { ...pay('alice', 'bob', 1n), gasLimit: 4_000_000_000n } as NewTx,
        call('USDC', 'USDC', 'transfer', ['bob', '1']),
      ]),
    );
    expect(built.block?.transactions).toHaveLength(5);
    expect(built.problems.map(({ tx, message }) => `${tx} ${message}`)).toEqual([
      't1 transaction 0: nonce 3 leaves a gap: alice has next nonce 0; clear the nonce to have it counted',
      "t2 transaction 1: bob can't pay: value and gas limit × fee come to 5.000042 ETH, but bob has at most 1,000,000,000,000,000,001 wei; give bob more or lower the gas limit",
      't3 transaction 2: gas limit 20,000 is below the 21,000 that any transaction costs: raise it',
      "t4 transaction 3: gas limit 4,000,000,000 is over the block's 3,000,000,000: lower it or raise the block's",
      "t5 transaction 4: USDC can't pay: value and gas limit × fee come to 0.001 ETH, but USDC has at most 0 ETH; give USDC more or lower the gas limit",
      "t5 transaction 4: USDC is a contract and can't send transactions (EIP-3607): choose an account",
    ]);
  });

  it('money that arrives earlier in the block counts', () => {
    expect(messages([pay('alice', 'bob', 10n * ETHER), pay('bob', 'alice', 5n * ETHER)])).toEqual([]);
  });

  it('names must differ, and the block must not be too long', () => {
    expect(messages([], { accounts: [person('alice'), { ...person('bob'), name: 'alice' }] })).toEqual([
      'two accounts or contracts are called alice: rename one of them',
      'storage of USDC: key of balanceOf: expected an account or contract name or an address, got "bob"',
    ]);
    expect(messages(Array.from({ length: 60_000 }, () => pay('alice', 'bob', 1n)))).toEqual([
      'the block has 60,000 transactions, and at most 10,000 can be run: remove some',
    ]);
    const env = { ...scenarioOf([]).env, gasLimit: 30_000n };
    expect(messages([pay('alice', 'bob', 1n), pay('alice', 'bob', 1n)], { env })).toEqual([
      "2 transactions need at least 42,000 gas, but the block's limit is 30,000: raise the limit or remove some",
    ]);
    expect(messages([], { contracts: [{ ...instance('X', 'pool'), contract: { library: 'pol' } }] })[0]).toMatch(
      /^X is made from "pol", which the library doesn't have; it has token, pool/,
    );
    expect(messages([], { contracts: [instance('X', 'pool', { reserve2: '1' })] })).toEqual([
      'storage of X: storage path reserve2: no variable reserve2; there are token0, token1, reserve0, reserve1, totalShares, sharesOf',
    ]);
  });

  it('before London a transaction has a gas price', () => {
    const { baseFeePerGas: _, ...env } = scenarioOf([]).env;
    const { block } = buildBlock(scenarioOf([pay('alice', 'bob', 1n)], { hardfork: 'berlin', env }));
    expect(block?.transactions[0]).toMatchObject({ type: 0, gasPrice: 10n ** 9n });
  });

  it('takes lists and tuples as JSON in which names need no quotes', () => {
    const artifact = {
      ...LIBRARY.counter.artifact,
      abi: [
        {
          type: 'function',
          name: 'f',
          inputs: [
            { name: 'who', type: 'address[]' },
            {
              name: 'point',
              type: 'tuple',
              components: [
                { name: 'x', type: 'int8' },
                { name: 's', type: 'string' },
              ],
            },
          ],
        },
      ],
    };
    const contracts = [{ ...instance('C', 'counter'), contract: { artifact } }];
    const ok = call('alice', 'C', 'f', ['[alice, bob]', '{x: -3, s: "two words"}']);
    expect(messages([ok], { contracts })).toEqual([]);
    expect(messages([call('alice', 'C', 'f', ['[alice, 7]', '[1, a]'])], { contracts })[0]).toBe(
      'transaction 0: argument 1 of f, who (address[]), item 2: expected an account or contract name or an address, got "7"',
    );
    expect(messages([call('alice', 'C', 'f', ['[alice]', '[1]'])], { contracts })[0]).toBe(
      'transaction 0: argument 2 of f, point (tuple): expected the members x (int8), s (string), got "[\\"1\\"]"',
    );
  });
});

describe('lanes drawn', () => {
  const txs = Array.from({ length: 6 }, () => pay('alice', 'bob', 1n));
  const lanesOf = (pins: Record<string, number>, laneOrder: string[][] = []) => {
    const scenario = scenarioOf(txs, { pins, laneOrder });
    const { drawn, pins: pinned } = buildBlock({ ...scenario, settings: { ...scenario.settings, lanes: 3 } });
    return `${drawn.map((lane) => lane.join(' ')).join(' | ')} ; ${pinned.map((pair) => pair.join('@')).join(' ')}`;
  };

  it('are dealt round robin when nothing is pinned', () => {
    expect(lanesOf({})).toBe('0 3 | 1 4 | 2 5 ; ');
  });
  it('keep pinned transactions in the order drawn, and the others at their place in the block', () => {
    expect(lanesOf({ t4: 0 })).toBe('2 3 | 0 4 | 1 5 ; 3@0');
    expect(lanesOf({ t6: 1, t1: 1 }, [[], ['t6', 't1']])).toBe('1 3 | 5 0 | 2 4 ; 0@1 5@1');
  });
  it('have every transaction exactly once, whatever the pins', () => {
    expect(lanesOf({ t1: 9, t2: -1, gone: 0 }, [['t3', 't3', 'gone'], ['t3']])).toBe('2 3 | 0 4 | 1 5 ; ');
  });
});

it.each(EXAMPLES.map((example) => [example.id, example] as const))(
  'example %s builds without a problem',
  (_id, example) => {
    const built = buildBlock(example.scenario());
    expect(built.problems).toEqual([]);
    expect(built.block?.transactions.length).toBeGreaterThan(0);
  },
);

it('the same scenario gives the same block, and a signed transaction stays as it was', () => {
  const scenario = scenarioOf([pay('alice', 'bob', 1n)]);
  expect(buildBlock(scenario)).toEqual(buildBlock(structuredClone(scenario)));
  const signed: ScenarioTx = {
    id: 's',
    kind: 'signed',
    tx: { type: 0, from: alice, nonce: 7n, gasLimit: 1n, value: 0n, data: '0x' },
  };
  expect(buildBlock({ ...scenario, transactions: [signed] }).block?.transactions).toEqual([signed.tx]);
});
