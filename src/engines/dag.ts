import { assertNever } from '../lib/assert-never.ts';
import type { WaitCause } from '../model/events.ts';
import { parseHints } from '../model/hints.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import type { CreateEngine, EngineInfo, EngineRequest, ReadSet } from './engine.ts';
import { createDependencyTracker } from './dependency-tracker.ts';
import { createLaneQueues } from './lane-queues.ts';

/**
 * A transaction runs as soon as all that it depends on has finished. Writes are versioned, so only read-after-write holds
 * anybody up. With exact dependencies what was executed is final:
 *
 *   waiting ─last predecessor finished▶ ready ─assign▶ running ─complete▶ committed
 *
 * A hint from outside may be wrong. It may cost time, never the result: transactions are validated in block order, as in
 * Block-STM, and what an aborted one wrote is marked ESTIMATE until it has run again:
 *
 *   waiting ─▶ ready ─assign▶ running ─complete▶ executed ─it is the first not committed▶ validating ─still holds▶ committed
 *      ▲         ▲               │                                                           │
 *      └─────────┼─ ESTIMATE met ┘                                                           │
 *                └──────────────── stale read: abort, next incarnation ──────────────────────┘
 *
 * It ends: the first transaction not committed reads only final values when it runs again, so it passes.
 */
type Status = 'waiting' | 'ready' | 'running' | 'executed' | 'validating' | 'committed';

const createEngine: CreateEngine = (input) => {
  const { transactions, pins, memory, notify, exact } = input;
  const status: Status[] = Array.from({ length: transactions }, () => 'waiting');
  const incarnation = new Array<number>(transactions).fill(0);
  const reads: ReadSet[] = Array.from({ length: transactions }, () => []);
  const tracker = createDependencyTracker(input.dependencies);
  const ready = createLaneQueues(pins, priority(input));
  let committed = 0;
  /** No transaction below it is waiting. */
  let firstWaiting = 0;

  const versionOf = (tx: TxIndex) => ({ tx, incarnation: incarnation[tx] ?? 0 });

  function makeReady(tx: TxIndex): void {
    status[tx] = 'ready';
    ready.add(tx);
  }

  function commit(tx: TxIndex): void {
    status[tx] = 'committed';
    committed++;
    notify({ kind: 'committed', version: versionOf(tx) });
  }

  function whyWaiting(): WaitCause {
    while (firstWaiting < transactions && status[firstWaiting] !== 'waiting') firstWaiting++;
    return firstWaiting < transactions ? tracker.cause(txIndex(firstWaiting)) : { kind: 'no-task' };
  }

  for (let tx = txIndex(0); tx < transactions; tx = txIndex(tx + 1)) if (tracker.isReady(tx)) makeReady(tx);

  return {
    assign(lane) {
      const head = txIndex(committed);
      const toValidate = !exact && status[head] === 'executed';
      if (toValidate && (pins.get(head) ?? lane) === lane) {
        status[head] = 'validating';
        return { kind: 'task', task: { kind: 'validate', version: versionOf(head) } };
      }
      const tx = ready.take(lane);
      if (tx !== undefined) {
        status[tx] = 'running';
        return { kind: 'task', task: { kind: 'execute', version: versionOf(tx) } };
      }
      if (!ready.isEmpty || toValidate) return { kind: 'wait', cause: { kind: 'pinned-elsewhere' } };
      return { kind: 'wait', cause: whyWaiting(), everyLane: true };
    },

    complete({ version: { tx } }, outcome) {
      if (outcome.kind === 'validation') {
        const cause = memory.firstStaleRead(tx, reads[tx] ?? []);
        notify({ kind: 'validated', version: versionOf(tx), ok: cause === null, ...(cause && { cause }) });
        if (!cause) return commit(tx);
        notify({ kind: 'aborted', version: versionOf(tx), cause });
        memory.markEstimates(tx);
        incarnation[tx] = (incarnation[tx] ?? 0) + 1;
        return makeReady(tx);
      }
      const { execution } = outcome;
      if (execution.kind === 'blocked') {
        incarnation[tx] = (incarnation[tx] ?? 0) + 1;
        const writer = status[execution.by];
        // On real workers the writer may have run again before the news of the block arrived.
        if (writer === 'executed' || writer === 'validating' || writer === 'committed') return makeReady(tx);
        status[tx] = 'waiting';
        firstWaiting = Math.min(firstWaiting, tx);
        return tracker.add(tx, execution.by, execution.location);
      }
      memory.publish(versionOf(tx), execution.recording);
      if (exact) {
        commit(tx);
      } else {
        status[tx] = 'executed';
        reads[tx] = outcome.reads;
      }
      for (const next of tracker.finish(tx)) makeReady(next);
    },

    get done() {
      return committed >= transactions;
    },
  };
};

/** Which of two ready transactions runs first. */
function priority(input: EngineRequest): (a: TxIndex, b: TxIndex) => number {
  const policy = input.options.dagPolicy;
  switch (policy) {
    case 'block-order':
      return (a, b) => a - b;
    case 'critical-path':
      return byMost(remainingPaths(input));
    case 'longest-first':
      return byMost(input.gas);
    default:
      return assertNever(policy);
  }
}

function byMost(weight: readonly number[]): (a: TxIndex, b: TxIndex) => number {
  return (a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b;
}

/** Gas of the heaviest chain from each transaction to the end of the block, itself included. */
function remainingPaths({ transactions, gas, dependencies }: EngineRequest): readonly number[] {
  const path: number[] = [...gas];
  const after = new Array<number>(transactions).fill(0);
  for (let tx = transactions - 1; tx >= 0; tx--) {
    path[tx] = (gas[tx] ?? 0) + (after[tx] ?? 0);
    for (const { on } of dependencies[tx] ?? []) after[on] = Math.max(after[on] ?? 0, path[tx] ?? 0);
  }
  return path;
}

export const dag: EngineInfo = {
  id: 'dag',
  readPolicy: () => 'newest-lower',
  assignsAhead: () => true,
  anyLane: true,
  refusal({ options, transactions }) {
    const parsed = options.hints ? parseHints(options.hints, transactions) : null;
    if (parsed?.kind !== 'refused') return null;
    const message = `The dependency hint doesn't fit this block: ${parsed.reason}. Import a hint made for this block, or remove it.`;
    return { message };
  },
  createEngine,
};
