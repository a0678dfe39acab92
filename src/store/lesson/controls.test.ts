import { expect, it } from 'vitest';
import type { Scenario } from '../../model/scenario.ts';
import { independentPayments } from '../../workloads/examples/payments.ts';
import {
  addTransactions,
  moveTransactions,
  pinTransactions,
  removeTransactions,
  setAccount,
  setLanes,
} from '../edits.ts';
import { controlsBetween } from './controls.ts';

const scenario = independentPayments.scenario();
const pinned = pinTransactions(scenario, ['t1', 't2'], 3);
const withSettings = (change: Partial<Scenario['settings']>): Scenario => ({
  ...scenario,
  settings: { ...scenario.settings, ...change },
});
const [payment] = scenario.transactions;
const [account] = scenario.accounts;
if (!payment || !account) throw new Error('the example has transactions and accounts');

it.each<[string, Scenario, Scenario, readonly string[]]>([
  ['a title', scenario, { ...scenario, title: 'Other' }, []],
  ['an engine', scenario, withSettings({ engine: 'dag' }), ['engine']],
  ['an option', scenario, withSettings({ options: { ...scenario.settings.options, estimates: false } }), ['options']],
  ['fees', scenario, withSettings({ fees: 'naive' }), ['options']],
  ['the same options anew', scenario, withSettings({ options: { ...scenario.settings.options } }), []],
  ['a pin', scenario, pinned, ['place']],
  ['fewer lanes, with the pins that go', pinned, setLanes(pinned, 2), ['lanes']],
  ['a card moved', scenario, moveTransactions(scenario, ['t1'], 4), ['reorder']],
  ['a card added', scenario, addTransactions(scenario, [payment]), ['edit']],
  ['a pinned card removed', pinned, removeTransactions(pinned, ['t1']), ['edit']],
  ['a balance', scenario, setAccount(scenario, account.address, { balance: 1n }), ['contract']],
])('%s', (_name, before, after, controls) => {
  expect([...controlsBetween(before, after)]).toEqual(controls);
});
