import type { AbortCause, WaitCause } from '../model/events.ts';
import type { Recording } from '../model/execution.ts';
import { type TxIndex, txIndex } from '../model/ids.ts';
import type { CreateEngine, EngineInfo, ReadSet } from './engine.ts';
import { createLaneQueues } from './lane-queues.ts';

/**
 * Speculate, commit in order (Monad; BNB's BEP-130 is alike): every transaction starts on the state committed so far,
 * lowest index first. When its turn has come, its reads are compared with the committed state, by value: if they still hold, what
 * it wrote is merged; else it is executed once more, on a state that nobody changes meanwhile, and merged.
 *
 *   ready ─assign▶ executing ─▶ executed ─it is the head▶ checking ─reads hold: merge▶ committed, the next one is the head
 *                                                           └─ stale: abort▶ again, at the head ─complete: merge▶ committed
 *
 * So a transaction is executed at most twice, and there is nothing but committed state: no versions, and no cascade. The
 * price is that a chain gains nothing, as its links all read before the first of them has committed.
 */
type Status = 'ready' | 'executing' | 'executed' | 'checking' | 'stale' | 'again' | 'committed';

const createEngine: CreateEngine = ({ transactions, pins, memory, notify }) => {
  const status: Status[] = Array.from({ length: transactions }, () => 'ready');
  const results = new Map<TxIndex, { readonly recording: Recording; readonly reads: ReadSet }>();
  const ready = createLaneQueues(pins, (a, b) => a - b);
  for (let tx = 0; tx < transactions; tx++) ready.add(txIndex(tx));
  /** All before it are committed. */
  let head = txIndex(0);
  const again = new Set<TxIndex>();

  const versionOf = (tx: TxIndex) => ({ tx, incarnation: again.has(tx) ? 1 : 0 });

  function merge(tx: TxIndex, recording: Recording): void {
    memory.publish(versionOf(tx), recording);
    notify({ kind: 'committed', version: versionOf(tx) });
    status[tx] = 'committed';
    results.delete(tx);
    head = txIndex(tx + 1);
  }

  /** The first read whose value has been overwritten; null when merging `tx` now gives what executing it now would. */
  function firstOverwritten(tx: TxIndex): AbortCause | null {
    const reads = results.get(tx)?.reads ?? [];
    // Nearly always all are the same versions still.
    if (!memory.firstStaleRead(tx, reads)) return null;
    for (const read of reads) {
      const now = memory.read(read.location, tx);
      if (now.kind === 'blocked' || now.value !== read.value) return memory.firstStaleRead(tx, [read]);
    }
    return null;
  }

  /** The first that has been executed and can't be merged yet. */
  function whyWaiting(): WaitCause {
    for (let tx = txIndex(head + 1); tx < transactions; tx = txIndex(tx + 1)) {
      if (status[tx] === 'executed') return { kind: 'commit', tx, on: txIndex(tx - 1) };
    }
    return { kind: 'no-task' };
  }

  return {
    assign(lane) {
      const mayRun = (pins.get(head) ?? lane) === lane;
      if (mayRun && status[head] === 'executed') {
        status[head] = 'checking';
        return { kind: 'task', task: { kind: 'validate', version: versionOf(head) } };
      }
      if (mayRun && status[head] === 'stale') {
        status[head] = 'again';
        return { kind: 'task', task: { kind: 'execute', version: versionOf(head) } };
      }
      const tx = ready.take(lane);
      if (tx !== undefined) {
        status[tx] = 'executing';
        return { kind: 'task', task: { kind: 'execute', version: versionOf(tx) } };
      }
      const pinned = !ready.isEmpty || status[head] === 'executed' || status[head] === 'stale';
      return { kind: 'wait', cause: pinned ? { kind: 'pinned-elsewhere' } : whyWaiting() };
    },

    complete({ version: { tx } }, outcome) {
      if (outcome.kind === 'validation') {
        const cause = firstOverwritten(tx);
        notify({ kind: 'validated', version: versionOf(tx), ok: cause === null, ...(cause && { cause }) });
        const result = results.get(tx);
        if (!cause && result) return merge(tx, result.recording);
        if (cause) notify({ kind: 'aborted', version: versionOf(tx), cause });
        again.add(tx);
        status[tx] = 'stale';
        return;
      }
      const { execution, reads } = outcome;
      if (status[tx] === 'again') return merge(tx, execution.recording);
      status[tx] = 'executed';
      results.set(tx, { recording: execution.recording, reads });
    },

    get done() {
      return head >= transactions;
    },
  };
};

export const inOrder: EngineInfo = {
  id: 'in-order',
  readPolicy: () => 'committed',
  commitsInBlockOrder: true,
  assignsAhead: () => true,
  anyLane: true,
  createEngine,
};
