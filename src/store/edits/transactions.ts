import type { Scenario, ScenarioTx, TxId } from '../../model/scenario.ts';
import type { NewTx } from '../../workloads/compose.ts';
import { moveToGap } from './drop-index.ts';
import { withoutHeader } from './header.ts';
import { withConsistentPins } from './pins.ts';

export type { NewTx };

/** `count` ids that the scenario doesn't use: `t1`, `t2`, … from one past the highest. */
export function freshIds(scenario: Scenario, count: number): readonly TxId[] {
  let highest = 0;
  for (const { id } of scenario.transactions) {
    const match = /^t(\d{1,15})$/.exec(id);
    if (match) highest = Math.max(highest, Number(match[1]));
  }
  return Array.from({ length: count }, (_, index) => `t${highest + 1 + index}`);
}

/** Puts new transactions before index `at` (default: the end). */
export function addTransactions(scenario: Scenario, added: readonly NewTx[], at?: number): Scenario {
  if (added.length === 0) return scenario;
  const ids = freshIds(scenario, added.length);
  const withIds = added.map((tx, index): ScenarioTx => ({ ...tx, id: ids[index] ?? '' }));
  const before = Math.min(scenario.transactions.length, Math.max(0, at ?? scenario.transactions.length));
  const { transactions } = scenario;
  return withoutHeader({
    ...scenario,
    transactions: [...transactions.slice(0, before), ...withIds, ...transactions.slice(before)],
  });
}

/** Replaces what a transaction says; its id, place and pin stay. */
export function updateTransaction(scenario: Scenario, id: TxId, change: NewTx): Scenario {
  const transactions = scenario.transactions.map((tx): ScenarioTx => (tx.id === id ? { ...change, id } : tx));
  return withoutHeader({ ...scenario, transactions });
}

export function removeTransactions(scenario: Scenario, ids: readonly TxId[]): Scenario {
  const removed = new Set(ids);
  const transactions = scenario.transactions.filter((tx) => !removed.has(tx.id));
  if (transactions.length === scenario.transactions.length) return scenario;
  return withoutHeader(withConsistentPins({ ...scenario, transactions }));
}

/** Copies follow the last of the originals, in block order, unpinned and with the default nonce. */
export function duplicateTransactions(scenario: Scenario, ids: readonly TxId[]): Scenario {
  const wanted = new Set(ids);
  const originals = scenario.transactions.filter((tx) => wanted.has(tx.id));
  const last = scenario.transactions.findLastIndex((tx) => wanted.has(tx.id));
  return addTransactions(scenario, originals.map(copyOf), last + 1);
}

function copyOf(tx: ScenarioTx): NewTx {
  if (tx.kind === 'signed') {
    const { id: _id, hash: _hash, ...rest } = tx;
    return rest;
  }
  const { id: _id, nonce: _nonce, ...rest } = tx;
  return rest;
}

/** Moves cards, side by side and in block order, into `gap` of the block as it is seen now. Pins stay with their cards. */
export function moveTransactions(scenario: Scenario, ids: readonly TxId[], gap: number): Scenario {
  const moved = new Set(ids);
  const indices = scenario.transactions.flatMap((tx, index) => (moved.has(tx.id) ? [index] : []));
  const transactions = moveToGap(scenario.transactions, indices, gap);
  return transactions === scenario.transactions ? scenario : withoutHeader({ ...scenario, transactions });
}

/**
 * The block, accounts and contracts of another scenario in place of ours; settings, fork and block environment stay. What options
 * say of single transactions was about others.
 */
export function replaceBlock(scenario: Scenario, other: Scenario): Scenario {
  const { hints: _h, underDeclare: _u, tamper: _t, ...options } = scenario.settings.options;
  return withConsistentPins({
    ...withoutHeader(scenario),
    settings: { ...scenario.settings, options },
    title: other.title,
    note: other.note,
    accounts: other.accounts,
    contracts: other.contracts,
    transactions: other.transactions,
    env: { ...scenario.env, gasLimit: other.env.gasLimit },
    pins: other.pins,
    laneOrder: other.laneOrder,
  });
}
