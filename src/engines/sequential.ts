import { type LaneIndex, laneIndex, txIndex } from '../model/ids.ts';
import type { CreateEngine, EngineInfo } from './engine.ts';

/**
 * One lane, block order: gives T₁ and the oracle. A transaction pinned to another lane runs there, in its turn.
 *
 *   next ─assign▶ running ─complete▶ committed
 *
 * A lane may be given the next one before it is done with this one; another lane must wait.
 */
const createEngine: CreateEngine = ({ transactions, pins, memory, notify }) => {
  let next = 0;
  let committed = 0;
  let at: LaneIndex | null = null;
  return {
    assign(lane) {
      const tx = txIndex(next);
      if (next >= transactions) return { kind: 'wait', cause: { kind: 'no-task' }, everyLane: true };
      if ((pins.get(tx) ?? laneIndex(0)) !== lane)
        return { kind: 'wait', cause: { kind: pins.has(tx) ? 'pinned-elsewhere' : 'no-task' } };
      if (committed < next && at !== lane) return { kind: 'wait', cause: { kind: 'no-task' } };
      at = lane;
      next++;
      return { kind: 'task', task: { kind: 'execute', version: { tx, incarnation: 0 } } };
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

export const sequential: EngineInfo = {
  id: 'sequential',
  readPolicy: () => 'newest-lower',
  assignsAhead: () => true,
  createEngine,
};
