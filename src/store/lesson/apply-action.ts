import type { Action, TxChange } from '../../lessons/actions.ts';
import type { TxRef } from '../../lessons/references.ts';
import { patchSettings } from '../../lessons/settings-patch.ts';
import { indexOfRef } from '../../lessons/scene.ts';
import type { Scenario, ScenarioTx, TxId } from '../../model/scenario.ts';
import type { NewTx } from '../../workloads/compose.ts';
import { isLibraryId } from '../../workloads/library.ts';
import {
  addTransactions,
  clearPins,
  dealRoundRobin,
  moveTransactions,
  packByWaves,
  pinTransactions,
  removeTransactions,
  setContract,
  setLanes,
  unpinTransactions,
  updateTransaction,
  withPinnedLanes,
} from '../edits.ts';

/** What `pack` needs to know of the block. */
export interface PackFacts {
  readonly wave: readonly number[];
  readonly gas: readonly number[];
}

/**
 * One action of a lesson, as the page's own edit of the document. `run` changes nothing. Throws a RangeError that names what the
 * action needs and the document hasn't got.
 */
export function applyAction(scenario: Scenario, action: Action, facts?: PackFacts): Scenario {
  const idsOf = (refs: readonly TxRef[]): readonly TxId[] => refs.map((ref) => txOf(scenario, ref).id);
  switch (action.do) {
    case 'run':
      return scenario;
    case 'set': {
      const { lanes } = action.settings;
      const patched = { ...scenario, settings: patchSettings(scenario.settings, action.settings) };
      return lanes === undefined ? patched : setLanes(patched, lanes);
    }
    case 'move':
      return moveTransactions(scenario, idsOf(action.txs), action.gap);
    case 'place':
      return pinTransactions(scenario, idsOf(action.txs), action.lane - 1, action.gap);
    case 'unplace':
      return unpinTransactions(scenario, idsOf(action.txs));
    case 'arrange': {
      const { lanes } = scenario.settings;
      if (action.lanes.length > lanes) {
        throw new RangeError(`expected an arrangement of at most ${lanes} lanes, got ${action.lanes.length}`);
      }
      return withPinnedLanes(
        scenario,
        Array.from({ length: lanes }, (_, lane) => idsOf(action.lanes[lane] ?? [])),
      );
    }
    case 'clear-lanes':
      return clearPins(scenario);
    case 'deal':
      return dealRoundRobin(scenario);
    case 'pack':
      if (!facts) throw new RangeError('expected the analysis of the block, which packing by waves needs');
      return packByWaves(scenario, facts.wave, facts.gas);
    case 'edit': {
      const tx = txOf(scenario, action.tx);
      return updateTransaction(scenario, tx.id, changedTx(tx, action.change));
    }
    case 'add':
      return addTransactions(scenario, [action.transaction], action.at);
    case 'remove':
      return removeTransactions(scenario, idsOf(action.txs));
    case 'replace-contract': {
      const { name, library, storage } = action;
      if (!scenario.contracts.some((contract) => contract.name === name)) {
        throw new RangeError(`expected a contract of the block, got ${JSON.stringify(name)}`);
      }
      if (!isLibraryId(library))
        throw new RangeError(`expected a contract of the library, got ${JSON.stringify(library)}`);
      return setContract(scenario, name, { contract: { library }, ...(storage && { storage }) });
    }
  }
}

function txOf(scenario: Scenario, ref: TxRef): ScenarioTx {
  const tx = scenario.transactions[indexOfRef(scenario, ref)];
  if (tx) return tx;
  throw new RangeError(`expected a transaction of the block (0 to ${scenario.transactions.length - 1}), got ${ref}`);
}

/** Fields that each kind of transaction has beside those that all composed ones have. */
const FIELDS: Readonly<Record<ScenarioTx['kind'], readonly (keyof TxChange)[]>> = {
  pay: ['to', 'value'],
  call: ['contract', 'function', 'args', 'value'],
  raw: ['to', 'value'],
  signed: [],
};
const COMMON: readonly (keyof TxChange)[] = ['from', 'gasLimit', 'nonce', 'priorityFee'];

function changedTx(tx: ScenarioTx, change: TxChange): NewTx {
  const allowed = tx.kind === 'signed' ? [] : [...COMMON, ...FIELDS[tx.kind]];
  for (const field of Object.keys(change) as (keyof TxChange)[]) {
    if (!allowed.includes(field)) throw new RangeError(`a transaction of kind ${tx.kind} has no ${field} to change`);
  }
  const { id: _id, ...rest } = tx;
  // The fields were checked against the kind.
  return { ...rest, ...change } as NewTx;
}
