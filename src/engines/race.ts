import { type LaneIndex, txIndex } from '../model/ids.ts';
import type { CreateEngine, EngineInfo } from './engine.ts';
import { createLaneQueues } from './lane-queues.ts';

/**
 * No protection: lanes take transactions in block order, read whatever was written last, write when they finish, and nothing
 * is validated. Two transactions that overlap can both read a value before either writes it: one update is lost. With one
 * lane it equals serial.
 *
 *   waiting ─assign▶ running ─complete▶ committed
 */
const createEngine: CreateEngine = ({ transactions, pins, memory, notify }) => {
  const waiting = createLaneQueues(pins, (a, b) => a - b);
  for (let tx = 0; tx < transactions; tx++) waiting.add(txIndex(tx));
  let committed = 0;
  return {
    assign(lane: LaneIndex) {
      const tx = waiting.take(lane);
      if (tx !== undefined) return { kind: 'task', task: { kind: 'execute', version: { tx, incarnation: 0 } } };
      if (waiting.isEmpty) return { kind: 'wait', cause: { kind: 'no-task' }, everyLane: true };
      return { kind: 'wait', cause: { kind: 'pinned-elsewhere' } };
    },
    complete({ version }, outcome) {
      if (outcome.kind !== 'execution') return;
      memory.publish(version, outcome.execution.recording);
      committed++;
      notify({ kind: 'committed', version });
    },
    get done() {
      return committed >= transactions;
    },
  };
};

export const race: EngineInfo = {
  id: 'race',
  readPolicy: () => 'latest-write',
  assignsAhead: () => true,
  createEngine,
};
