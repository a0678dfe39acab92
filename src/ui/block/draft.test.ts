import { describe, expect, test } from 'vitest';
import type { Scenario } from '../../model/scenario.ts';
import { addLibraryContract, addTransactions } from '../../store/edits.ts';
import { createNewScenario } from '../../store/new-scenario.ts';
import {
  callableFunctions,
  type Draft,
  emptyDraft,
  functionOf,
  readDraft,
  txToDraft,
  withContract,
  withFunction,
} from './draft.ts';

const scenario: Scenario = addLibraryContract(addLibraryContract(createNewScenario(), 'token'), 'auction');
const call = (args: readonly string[], more: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(scenario),
  kind: 'call',
  contract: 'USDC',
  function: 'transfer',
  args,
  ...more,
});

describe('writing a transaction', () => {
  test('a new one calls the first contract', () => {
    const draft = emptyDraft(scenario);
    expect(draft).toMatchObject({ kind: 'call', contract: 'USDC', from: 'alice' });
    expect(emptyDraft(createNewScenario()).kind).toBe('pay');
  });

  test('a contract called before offers the function called last', () => {
    const called = addTransactions(scenario, [
      { kind: 'call', from: 'bob', contract: 'USDC', function: 'mint', args: ['bob', '1'], value: 0n },
    ]);
    expect(emptyDraft(called)).toMatchObject({ contract: 'USDC', function: 'mint', args: ['', ''] });
  });

  test('functions that change state come first', () => {
    const names = callableFunctions(scenario.contracts[0]).map(({ name }) => name);
    expect(names.indexOf('transfer')).toBeLessThan(names.indexOf('balanceOf'));
  });

  test('arguments are kept plain: no units, no separators', () => {
    const { tx, errors } = readDraft(scenario, call([' bob ', '1_000']));
    expect(errors).toEqual({});
    expect(tx).toEqual({
      kind: 'call',
      from: 'alice',
      contract: 'USDC',
      function: 'transfer',
      args: ['bob', '1000'],
      value: 0n,
    });
  });

  test('each field says what is wrong with it', () => {
    const { tx, errors } = readDraft(scenario, call(['nobody', '-1'], { from: '', gasLimit: 'much' }));
    expect(tx).toBeNull();
    expect(errors).toEqual({
      from: 'choose an account',
      'args.0': 'to: expected an account or contract name or an address, got "nobody"',
      'args.1': 'amount: expected a whole number from 0 to 2^256 − 1, got "-1"',
      gasLimit: 'expected a number, like 1000, 1.5 ether or 20 gwei, got "much"',
    });
  });

  test('a value counts only where the function is payable', () => {
    expect(readDraft(scenario, call(['bob', '1'], { value: '5' })).tx).toMatchObject({ value: 0n });
    const bid = readDraft(scenario, {
      ...withContract(scenario, call([]), 'Auction'),
      function: 'bid',
      args: [],
      value: '0.5',
    });
    expect(bid.tx).toMatchObject({ function: 'bid', value: 5n * 10n ** 17n });
  });

  test('another contract keeps the call where it has the same function', () => {
    const two = addLibraryContract(scenario, 'token');
    const draft = call(['bob', '100']);
    expect(withContract(two, draft, 'USDC2')).toEqual({ ...draft, contract: 'USDC2' });
    expect(withContract(two, draft, 'Auction').function).not.toBe('transfer');
  });

  test('raw data without a recipient creates a contract', () => {
    const raw = readDraft(scenario, { ...call([]), kind: 'raw', to: '', data: '0x6000' }).tx;
    expect(raw).toEqual({ kind: 'raw', from: 'alice', value: 0n, data: '0x6000' });
    expect(readDraft(scenario, { ...call([]), kind: 'raw', data: '0x600' }).errors).toHaveProperty('data');
  });

  test('a transaction that is edited and not changed stays the same', () => {
    const txs = [
      { kind: 'pay', from: 'alice', to: 'bob', value: 123n, nonce: 4n, gasLimit: 30_000n, priorityFee: 5n * 10n ** 8n },
      { kind: 'call', from: 'bob', contract: 'USDC', function: 'transfer', args: ['alice', '7'], value: 0n },
      { kind: 'raw', from: 'bob', to: 'alice', value: 1n, data: '0x01' },
    ] as const;
    const { transactions } = addTransactions(scenario, txs);
    expect(transactions.map((tx) => readDraft(scenario, txToDraft(scenario, tx)).tx)).toEqual(txs);
  });

  test('another function keeps the arguments that it shares', () => {
    const draft = call(['bob', '5']);
    const before = functionOf(scenario, draft);
    const next = functionOf(scenario, { ...draft, function: 'transferFrom' });
    expect(withFunction(draft, 'transferFrom', next, before).args).toEqual(['', 'bob', '5']);
  });
});
