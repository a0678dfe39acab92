import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Address } from '../../model/ids.ts';
import type { Scenario, ScenarioTx } from '../../model/scenario.ts';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import * as edits from '../edits.ts';

const address = (n: number): Address => `0x${n.toString(16).padStart(40, '0')}` as Address;

/** Payments between four people, named a, b, c, … by id; lanes as drawn. */
function scenarioOf(ids: readonly string[], drawn: readonly (readonly string[])[] = [], lanes = 3): Scenario {
  const people = ['alice', 'bob', 'carol', 'dave'];
  const bare: Scenario = {
    title: 'Test',
    note: '',
    hardfork: 'prague',
    chainId: 1n,
    env: { number: 1n, timestamp: 1n, coinbase: address(0xfee), gasLimit: 30_000_000n },
    accounts: people.map((name, index) => ({ name, address: address(index + 1), balance: 10n ** 18n, nonce: 0n })),
    contracts: [
      {
        name: 'USDC',
        address: address(0x100),
        balance: 0n,
        contract: { library: 'erc20' },
        storage: { 'balanceOf[alice]': '1000', 'allowance[bob][alice]': '5', owner: 'alice' },
      },
    ],
    transactions: ids.map(
      (id, index): ScenarioTx => ({
        kind: 'pay',
        id,
        from: people[index % 4] ?? '',
        to: people[(index + 1) % 4] ?? '',
        value: 1n,
      }),
    ),
    settings: { ...DEFAULT_SETTINGS, lanes },
    pins: {},
    laneOrder: [],
  };
  return edits.withPinnedLanes(bare, drawn);
}

/** `a c | b | ` — the lanes as drawn. */
const drawing = (scenario: Scenario): string =>
  edits
    .cardsOnLanes(scenario)
    .map((lane) => lane.join(' '))
    .join(' | ');
const order = (scenario: Scenario): string => scenario.transactions.map((tx) => tx.id).join(' ');

function expectConsistent(scenario: Scenario): void {
  const ids = scenario.transactions.map((tx) => tx.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [id, lane] of Object.entries(scenario.pins)) {
    expect(ids).toContain(id);
    expect(lane).toBeGreaterThanOrEqual(0);
    expect(lane).toBeLessThan(scenario.settings.lanes);
    expect(scenario.laneOrder[lane]).toContain(id);
  }
  const ordered = scenario.laneOrder.flat();
  expect([...ordered].sort()).toEqual(Object.keys(scenario.pins).sort());
  expect(new Set(ordered).size).toBe(ordered.length);
}

describe('lanes as drawn', () => {
  const scenario = scenarioOf(['a', 'b', 'c', 'd', 'e'], [['a', 'c'], ['b'], []]);

  test('a card dropped on a lane goes to the gap, wherever it came from', () => {
    expect(drawing(edits.pinTransactions(scenario, ['d'], 0, 1))).toBe('a d c | b | ');
    expect(drawing(edits.pinTransactions(scenario, ['b'], 0, 0))).toBe('b a c |  | ');
    expect(drawing(edits.pinTransactions(scenario, ['a'], 0, 2))).toBe('c a | b | ');
    expect(drawing(edits.pinTransactions(scenario, ['e', 'a', 'b'], 2))).toBe('c |  | e a b');
  });

  test('dragged out, it goes back to any lane', () => {
    const freed = edits.unpinTransactions(scenario, ['a', 'b']);
    expect(drawing(freed)).toBe('c |  | ');
    expect(freed.pins).toEqual({ c: 0 });
    expect(edits.unpinTransactions(freed, ['c']).laneOrder).toEqual([]);
  });

  test('a lane that does not exist is refused by name', () => {
    expect(() => edits.pinTransactions(scenario, ['a'], 3)).toThrow('expected a lane from 0 to 2, got 3');
  });

  test('fewer lanes unpin what stood on the others', () => {
    const two = edits.setLanes(edits.pinTransactions(scenario, ['e'], 2), 2);
    expect(drawing(two)).toBe('a c | b');
    expectConsistent(two);
  });

  test('cards pinned without an order follow in block order', () => {
    expect(drawing({ ...scenario, pins: { ...scenario.pins, e: 0, d: 0 } })).toBe('a c d e | b | ');
  });

  test('dealing goes round, packing goes wave by wave to the least loaded lane', () => {
    expect(drawing(edits.dealRoundRobin(scenario))).toBe('a d | b e | c');
    // a, b, c can start at once; d and e depend on them.
    const packed = edits.packByWaves(scenario, [0, 0, 0, 1, 1], [100, 50, 50, 40, 30]);
    expect(drawing(packed)).toBe('a | b d | c e');
  });
});

describe('transactions', () => {
  const scenario = scenarioOf(['a', 'b', 'c', 'd'], [['d', 'a'], ['c'], []]);

  test('move keeps pins and lane order', () => {
    const moved = edits.moveTransactions(scenario, ['a', 'd'], 2);
    expect(order(moved)).toBe('b a d c');
    expect(drawing(moved)).toBe('d a | c | ');
  });

  test('copies stand after the last original, unpinned, with a nonce of their own', () => {
    const withNonce = edits.updateTransaction(scenario, 'a', {
      kind: 'pay',
      from: 'bob',
      to: 'bob',
      value: 2n,
      nonce: 7n,
    });
    const copied = edits.duplicateTransactions(withNonce, ['a', 'c']);
    expect(order(copied)).toBe('a b c t1 t2 d');
    expect(copied.transactions[3]).toEqual({ kind: 'pay', id: 't1', from: 'bob', to: 'bob', value: 2n });
    expect(drawing(copied)).toBe('d a | c | ');
  });

  test('removing a card takes its pin along', () => {
    const removed = edits.removeTransactions(scenario, ['a', 'c']);
    expect(order(removed)).toBe('b d');
    expect(drawing(removed)).toBe('d |  | ');
  });

  test('an edited real block no longer claims its header', () => {
    const real: Scenario = { ...scenario, header: { gasUsed: 1n } };
    expect(edits.pinTransactions(real, ['a'], 1).header).toBeDefined();
    expect(edits.removeTransactions(real, ['a']).header).toBeUndefined();
    expect(edits.moveTransactions(real, ['a'], 3).header).toBeUndefined();
  });
});

describe('accounts and contracts', () => {
  const call: edits.NewTx = {
    kind: 'call',
    from: 'alice',
    contract: 'USDC',
    function: 'transfer',
    args: ['bob', '5'],
    value: 0n,
  };
  const scenario = edits.addTransactions(scenarioOf(['a', 'b']), [
    call,
    { ...call, args: ['[alice, "alice", [bob]]', '900719925474099300'] },
  ]);

  test('a new name is taken over everywhere', () => {
    const renamed = edits.renameAccount(scenario, address(1), 'zoe');
    expect(renamed.transactions[0]).toMatchObject({ from: 'zoe', to: 'bob' });
    expect(renamed.transactions[3]).toMatchObject({ from: 'zoe', args: ['[zoe, "zoe", [bob]]', '900719925474099300'] });
    expect(renamed.contracts[0]?.storage).toEqual({
      'balanceOf[zoe]': '1000',
      'allowance[bob][zoe]': '5',
      owner: 'zoe',
    });
  });

  test('an argument that is no address keeps its text', () => {
    const types = (): readonly string[] => ['string', 'uint256'];
    expect(edits.renameAccount(scenario, address(2), 'zoe', types).transactions[2]).toMatchObject({
      args: ['bob', '5'],
    });
    expect(edits.renameAccount(scenario, address(2), 'zoe').transactions[2]).toMatchObject({ args: ['zoe', '5'] });
  });

  test('a removed account leaves its address behind', () => {
    const removed = edits.removeAccount(scenario, address(2));
    expect(removed.accounts.map((account) => account.name)).toEqual(['alice', 'carol', 'dave']);
    expect(removed.transactions[0]).toMatchObject({ from: 'alice', to: address(2) });
    expect(removed.contracts[0]?.storage).toHaveProperty(`allowance[${address(2)}][alice]`, '5');
  });

  test('a removed contract takes its calls along, a renamed one keeps them', () => {
    expect(order(edits.removeContract(scenario, 'USDC'))).toBe('a b');
    const renamed = edits.renameContract(scenario, 'USDC', 'DAI');
    expect(renamed.contracts.map((contract) => contract.name)).toEqual(['DAI']);
    expect(renamed.transactions[2]).toMatchObject({ contract: 'DAI' });
  });

  test('names are checked and the reason is said', () => {
    expect(edits.nameProblem(scenario, 'alice')).toBe('alice is taken; names are unique in a scenario.');
    expect(edits.nameProblem(scenario, 'alice', 'alice')).toBeNull();
    expect(edits.nameProblem(scenario, 'USDC')).toMatch('taken');
    expect(edits.nameProblem(scenario, '0x12')).toMatch('A name is a letter');
    expect(() => edits.renameAccount(scenario, address(1), 'bob')).toThrow('bob is taken');
    expect(() => edits.addAccount(scenario, { address: address(1), balance: 0n, nonce: 0n })).toThrow('is taken');
  });
});

describe('appending another block', () => {
  const ours = edits.addTransactions(scenarioOf([]), [
    { kind: 'call', from: 'alice', contract: 'USDC', function: 'transfer', args: ['bob', '5'], value: 0n },
  ]);

  test('same address means same account, whatever its name', () => {
    const swapped: Scenario = {
      ...scenarioOf(['x']),
      // Their alice is our bob, and the other way round.
      accounts: [
        { name: 'bob', address: address(1), balance: 0n, nonce: 0n },
        { name: 'alice', address: address(2), balance: 0n, nonce: 0n },
      ],
      contracts: [],
    };
    const both = edits.appendBlock(ours, swapped);
    expect(both.accounts).toEqual(ours.accounts);
    expect(both.transactions[1]).toMatchObject({ id: 't2', from: 'bob', to: 'alice' });
  });

  test('the same contract gains the entries it lacks; another of that name gets its own', () => {
    const theirs = scenarioOf([]).contracts[0];
    if (!theirs) throw new Error('no contract');
    const same = edits.appendBlock(ours, {
      ...ours,
      contracts: [{ ...theirs, storage: { 'balanceOf[alice]': '7', 'balanceOf[carol]': '9' } }],
    });
    expect(same.contracts).toHaveLength(1);
    expect(same.contracts[0]?.storage).toMatchObject({ 'balanceOf[alice]': '1000', 'balanceOf[carol]': '9' });

    const different = edits.appendBlock(ours, { ...ours, contracts: [{ ...theirs, contract: { library: 'pool' } }] });
    expect(different.contracts.map((contract) => contract.name)).toEqual(['USDC', 'USDC2']);
    expect(different.contracts[1]?.address).not.toBe(theirs.address);
    expect(different.contracts[1]?.storage).toHaveProperty('balanceOf[alice]', '1000');
    expect(different.transactions[1]).toMatchObject({ contract: 'USDC2' });
  });
});

test('no sequence of edits loses or doubles an id, or leaves a pin to nothing', () => {
  const pick = fc.array(fc.nat(30), { maxLength: 6 });
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('pin' as const), at: pick, lane: fc.nat(7), gap: fc.nat(12) }),
    fc.record({ kind: fc.constant('unpin' as const), at: pick }),
    fc.record({ kind: fc.constant('move' as const), at: pick, gap: fc.nat(40) }),
    fc.record({ kind: fc.constant('remove' as const), at: pick }),
    fc.record({ kind: fc.constant('copy' as const), at: pick }),
    fc.record({ kind: fc.constant('add' as const), count: fc.nat(4), gap: fc.nat(40) }),
    fc.record({ kind: fc.constant('lanes' as const), lanes: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constant('deal' as const) }),
    fc.record({ kind: fc.constant('append' as const), count: fc.nat(3) }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (steps) => {
      let scenario = scenarioOf(['a', 'b', 'c', 'd', 'e', 'f']);
      for (const step of steps) {
        const before = scenario.transactions.map((tx) => tx.id);
        const ids = 'at' in step ? step.at.flatMap((index) => before[index] ?? []) : [];
        const chosen = [...new Set(ids)];
        let expected = before.length;
        if (step.kind === 'pin') {
          const lane = step.lane % scenario.settings.lanes;
          scenario = edits.pinTransactions(scenario, ids, lane, step.gap);
          for (const id of chosen) expect(scenario.pins[id]).toBe(lane);
        } else if (step.kind === 'unpin') {
          scenario = edits.unpinTransactions(scenario, ids);
          for (const id of chosen) expect(scenario.pins).not.toHaveProperty(id);
        } else if (step.kind === 'move') {
          scenario = edits.moveTransactions(scenario, ids, step.gap);
        } else if (step.kind === 'remove') {
          scenario = edits.removeTransactions(scenario, ids);
          expected -= chosen.length;
        } else if (step.kind === 'copy') {
          scenario = edits.duplicateTransactions(scenario, ids);
          expected += chosen.length;
        } else if (step.kind === 'add') {
          const added = Array.from(
            { length: step.count },
            (): edits.NewTx => ({ kind: 'pay', from: 'bob', to: 'bob', value: 1n }),
          );
          scenario = edits.addTransactions(scenario, added, step.gap);
          expected += step.count;
        } else if (step.kind === 'lanes') {
          scenario = edits.setLanes(scenario, step.lanes);
        } else if (step.kind === 'deal') {
          scenario = edits.dealRoundRobin(scenario);
        } else {
          scenario = edits.appendBlock(scenario, scenarioOf(['a', 'b', 'c'].slice(0, step.count)));
          expected += step.count;
        }
        expect(scenario.transactions).toHaveLength(expected);
        expectConsistent(scenario);
      }
    }),
    { numRuns: 200 },
  );
});
