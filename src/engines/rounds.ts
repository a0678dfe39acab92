import type { RoundStage } from '../model/events.ts';
import type { Execution } from '../model/execution.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import type { CreateEngine, EngineInfo, ReadSet } from './engine.ts';
import { createLaneQueues, type LaneQueues } from './lane-queues.ts';

/** After so many rounds the rest runs serially (sei-protocol/sei-cosmos, tasks/scheduler.go, `maximumIterations`). */
const MAX_ROUNDS = 10;

/**
 * Optimistic rounds (Sei v2): all that is pending is executed on all lanes; a barrier; what has been executed is validated in block
 * order from the first transaction that isn't final; a barrier; what failed is pending again.
 *
 *   pending ─assign▶ executing ─complete: publish▶ executed ─barrier▶ validating ─holds▶ executed ─all before it hold▶ committed
 *      ▲                 └─ ESTIMATE met ▶ put off to the next round          │
 *      └──────────────────────── next round ──────────────────────────────────┴─ stale: abort, its writes become ESTIMATE
 *
 *   stage:  execute ─▶ validate ─▶ execute ─▶ … ─ after ten rounds ▶ serial
 *
 * Each round makes at least its first transaction final: all before it are. *Serial* then takes the transactions one at a time in
 * block order: one that has a result is validated, one that hasn't, or failed, is executed, and is final at once.
 */
const createEngine: CreateEngine = ({ transactions, pins, memory, notify }) => {
  const executed = new Array<boolean>(transactions).fill(false);
  const incarnation = new Array<number>(transactions).fill(0);
  const reads: ReadSet[] = Array.from({ length: transactions }, () => []);
  /** What the lanes have still to take in this stage, and how many of those taken are under way. */
  let tasks: LaneQueues = createLaneQueues(pins, (a, b) => a - b);
  let underWay = 0;
  let round = 1;
  let stage: RoundStage = 'execute';
  /** All below are final. */
  let committed = 0;

  const versionOf = (tx: TxIndex) => ({ tx, incarnation: incarnation[tx] ?? 0 });
  const block = Array.from({ length: transactions }, (_, tx) => txIndex(tx));

  function takeOn(list: readonly TxIndex[]): void {
    tasks = createLaneQueues(pins, (a, b) => a - b);
    for (const tx of list) tasks.add(tx);
  }

  function begin(next: RoundStage, takesPart: (tx: TxIndex) => boolean): void {
    stage = next;
    const list = block.slice(committed).filter(takesPart);
    notify({ kind: 'round', round, stage, transactions: list.length });
    takeOn(stage === 'serial' ? list.slice(0, 1) : list);
  }

  function commit(tx: TxIndex): void {
    notify({ kind: 'committed', version: versionOf(tx) });
    committed = tx + 1;
  }

  /** The last task of a stage is done: what comes next. */
  function passBarrier(): void {
    if (stage === 'serial') {
      takeOn(block.slice(committed, committed + 1));
      return;
    }
    if (stage === 'execute') {
      begin('validate', (tx) => executed[tx] === true);
      return;
    }
    for (let tx = txIndex(committed); executed[tx]; tx = txIndex(tx + 1)) commit(tx);
    if (committed === transactions) return;
    round++;
    if (round > MAX_ROUNDS) begin('serial', () => true);
    else begin('execute', (tx) => !executed[tx]);
  }

  /** Whether what `tx` read still holds. */
  function validate(tx: TxIndex): boolean {
    const cause = memory.firstStaleRead(tx, reads[tx] ?? []);
    notify({ kind: 'validated', version: versionOf(tx), ok: cause === null, ...(cause && { cause }) });
    if (!cause) return true;
    notify({ kind: 'aborted', version: versionOf(tx), cause });
    memory.markEstimates(tx);
    executed[tx] = false;
    incarnation[tx] = (incarnation[tx] ?? 0) + 1;
    return false;
  }

  function finishExecution(tx: TxIndex, execution: Execution, readSet: ReadSet): void {
    if (execution.kind === 'blocked') {
      incarnation[tx] = (incarnation[tx] ?? 0) + 1;
      return;
    }
    memory.publish(versionOf(tx), execution.recording);
    reads[tx] = readSet;
    executed[tx] = true;
  }

  takeOn(block);

  return {
    assign(lane) {
      const tx = tasks.take(lane);
      if (tx === undefined) {
        if (!tasks.isEmpty) return { kind: 'wait', cause: { kind: 'pinned-elsewhere' } };
        return { kind: 'wait', cause: { kind: 'barrier', round }, everyLane: true };
      }
      underWay++;
      const validates = stage === 'validate' || (stage === 'serial' && executed[tx] === true);
      return { kind: 'task', task: { kind: validates ? 'validate' : 'execute', version: versionOf(tx) } };
    },
    complete({ version: { tx } }, outcome) {
      underWay--;
      if (outcome.kind === 'execution') finishExecution(tx, outcome.execution, outcome.reads);
      const holds = outcome.kind === 'execution' || validate(tx);
      if (stage === 'serial' && holds) commit(tx);
      if (underWay === 0 && tasks.isEmpty) passBarrier();
    },
    get done() {
      return committed >= transactions;
    },
  };
};

export const rounds: EngineInfo = {
  id: 'rounds',
  readPolicy: () => 'newest-lower',
  assignsAhead: () => true,
  anyLane: true,
  createEngine,
};
