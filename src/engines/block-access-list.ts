import type { CreateEngine, EngineInfo, EngineRequest } from './engine.ts';
import { createLaneQueues } from './lane-queues.ts';
import { txIndex } from '../model/ids.ts';
import type { Refusal } from '../model/refusal.ts';

/**
 * Block access list (EIP-7928): the block comes with every value that its transactions leave behind, so each reads what those before it
 * will have written, whether they have run or not:
 *
 *   ready ─assign▶ running ─complete▶ committed
 *
 * Nobody waits for anybody, nothing is published and nothing validated; what is loaded from the prestate is known, and is loaded
 * before. The list is only a claim: after the run it is compared with what the transactions have really done (`compareLists`), and if
 * it differs anywhere the block is invalid.
 */
const createEngine: CreateEngine = ({ transactions, pins, options, gas, notify }) => {
  const longestFirst = options.listOrder === 'longest-first';
  const ready = createLaneQueues(pins, (a, b) => (longestFirst ? (gas[b] ?? 0) - (gas[a] ?? 0) : 0) || a - b);
  for (let tx = 0; tx < transactions; tx++) ready.add(txIndex(tx));
  let committed = 0;

  return {
    assign(lane) {
      const tx = ready.take(lane);
      if (tx !== undefined) return { kind: 'task', task: { kind: 'execute', version: { tx, incarnation: 0 } } };
      return { kind: 'wait', cause: ready.isEmpty ? { kind: 'no-task' } : { kind: 'pinned-elsewhere' } };
    },
    complete({ version }, outcome) {
      if (outcome.kind !== 'execution') return;
      notify({ kind: 'committed', version });
      committed++;
    },
    get done() {
      return committed >= transactions;
    },
  };
};

function refuseList({ options: { tamper }, list }: EngineRequest): Refusal | null {
  if (list) return null;
  const entry = tamper ? `${tamper.location} at index ${tamper.index}` : 'that entry';
  return {
    message: `The block access list has no entry ${entry}, so that it can’t be tampered with there. Choose one that the list has.`,
  };
}

export const blockAccessList: EngineInfo = {
  id: 'block-access-list',
  readPolicy: () => 'given-list',
  assignsAhead: () => true,
  anyLane: true,
  refusal: refuseList,
  createEngine,
};
