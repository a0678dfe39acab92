import type { AbortCause, WaitCause } from '../model/events.ts';
import type { Execution, Recording } from '../model/execution.ts';
import { type Address, type LaneIndex, laneIndex, type TxIndex, txIndex, type Version } from '../model/ids.ts';
import { nonceOf } from '../model/location.ts';
import type { CreateEngine, Dependency, EngineInfo, ReadSet } from './engine.ts';
import { createLaneQueues } from './lane-queues.ts';
import { createReadWatch } from './read-watch.ts';

/**
 * Block-STM's collaborative scheduler (arXiv 2203.06871, Algorithms 4 and 5): execute optimistically, validate, and start over
 * what read too early.
 *
 *   ready(i) ─assign▶ executing(i) ─complete: publish▶ executed(i) ─can't change any more▶ committed
 *                                                          └─ a validation fails: abort▶ ready(i+1)
 *      ▲                  │
 *      │                  └─ ESTIMATE met ▶ suspended ─ its writer has executed ▶ ready(i+1)
 *      └─ (sender links) suspended at the start, until the sender's previous transaction has executed
 *
 * Two counters, `nextToExecute` and `nextToValidate`, run through the block; an idle lane takes the task with the smaller index.
 * The paper lowers the execution counter to bring back a transaction behind it. Here such transactions wait in a queue
 * beside the counter instead, to the same effect: the smallest index is still taken first. The queue is also where the counter
 * leaves a transaction that is pinned to another lane, so it can pass on and the pinned one still runs as soon as its
 * lane asks. The same holds for validations. The validation counter is lowered as in the paper, since then all that follows
 * must be validated again.
 *
 * A transaction that can't be included in the state it saw (its nonce is too high, say) takes no gas, so a lane would go
 * through a sender's whole chain in no time, over and over. As in pevm, it waits for the sender's earlier transaction instead, as if it had
 * met that one's ESTIMATE; only when there is none is it a result, to be validated like any other.
 *
 * What must be validated, and when: if an incarnation wrote a location that its predecessor had not, it and all that
 * follow; otherwise it alone; after an abort all that follow. See `createMemory` for why that suffices, sums and derived
 * values included. Any number of validations of one version may be under way; the first to notice a failure aborts.
 *
 * A validation is skipped when it couldn't fail: the transaction has been validated, and nobody has touched what it read since. The paper's
 * scheduler would repeat it, at a cost in time; here, with a long chain and many lanes running ahead, the number of
 * repetitions would grow with the square of the block.
 *
 * `assign` and `complete` are each one atomic step, so the end needs no double collect: both counters past the block, both
 * queues empty, and nothing under way.
 */
type Status = 'ready' | 'executing' | 'executed' | 'suspended' | 'committed';

const createEngine: CreateEngine = (input) => {
  const { transactions, options, pins, senders, memory, notify } = input;
  const status: Status[] = Array.from({ length: transactions }, () => 'ready');
  const incarnation = new Array<number>(transactions).fill(0);
  const reads: ReadSet[] = Array.from({ length: transactions }, () => []);
  const published: (Recording | undefined)[] = [];
  const watch = input.readWatch ?? createReadWatch(input.coinbase);
  /** Executed, and since its last validation began something that it reads has changed. */
  const unsure = new Array<boolean>(transactions).fill(false);
  const lastAbort: (AbortCause | undefined)[] = [];
  /** Who is resumed when a transaction has executed, and, the other way round, what a suspended one waits for. */
  const dependents: TxIndex[][] = Array.from({ length: transactions }, () => []);
  const suspendedOn = new Map<TxIndex, Dependency>();

  const previousOfSender = findPrevious(senders);

  const byIndex = (a: TxIndex, b: TxIndex): number => a - b;
  let nextToExecute = txIndex(0);
  let nextToValidate = txIndex(0);
  const toExecute = createLaneQueues(pins, byIndex, (tx) => status[tx] !== 'ready');
  const toValidate = createLaneQueues(pins, byIndex, (tx) => !needsValidation(tx));
  let underWay = 0;

  const commits = createCommits(transactions);

  const versionOf = (tx: TxIndex): Version => ({ tx, incarnation: incarnation[tx] ?? 0 });
  const hasExecuted = (tx: TxIndex): boolean => status[tx] === 'executed' || status[tx] === 'committed';
  const needsValidation = (tx: TxIndex): boolean => status[tx] === 'executed' && unsure[tx] === true;
  const mayRun = (tx: TxIndex, lane: LaneIndex): boolean => (pins.get(tx) ?? lane) === lane;

  function suspend(tx: TxIndex, on: Dependency): void {
    status[tx] = 'suspended';
    suspendedOn.set(tx, on);
    dependents[on.on]?.push(tx);
  }

  function makeReady(tx: TxIndex): void {
    status[tx] = 'ready';
    suspendedOn.delete(tx);
    if (tx < nextToExecute) toExecute.add(tx);
  }

  /** The smallest index that `lane` may execute; moves the counter past those that aren't ready or are pinned elsewhere. */
  function peekExecution(lane: LaneIndex): TxIndex | undefined {
    while (nextToExecute < transactions && !(status[nextToExecute] === 'ready' && mayRun(nextToExecute, lane))) {
      if (status[nextToExecute] === 'ready') toExecute.add(nextToExecute);
      nextToExecute++;
    }
    return smaller(toExecute.peek(lane), nextToExecute < transactions ? nextToExecute : undefined);
  }

  /** Likewise for validation, which stays behind the execution counter. */
  function peekValidation(lane: LaneIndex): TxIndex | undefined {
    while (nextToValidate < nextToExecute && !(needsValidation(nextToValidate) && mayRun(nextToValidate, lane))) {
      if (needsValidation(nextToValidate)) toValidate.add(nextToValidate);
      else if (status[nextToValidate] === 'executed') commits.stillHolds(versionOf(nextToValidate));
      nextToValidate++;
    }
    return smaller(toValidate.peek(lane), nextToValidate < nextToExecute ? nextToValidate : undefined);
  }

  /** What `tx` has published is replaced, marked or withdrawn: its readers can't be sure of what they read. */
  function disturbReaders(tx: TxIndex, recording: Recording | undefined): void {
    if (recording) for (const reader of watch.readersOf(tx, recording)) unsure[reader] = true;
  }

  /** Everything from `tx` on must be validated (again). */
  function validateFrom(tx: number): void {
    if (nextToValidate > tx) nextToValidate = txIndex(tx);
    commits.invalidateFrom(tx);
  }

  function whyWaiting(): WaitCause {
    const [first] = suspendedOn;
    return first ? { kind: 'dependency', tx: first[0], ...first[1] } : { kind: 'no-task' };
  }

  /** The last transaction before `tx` from its sender that hasn't executed. */
  function pendingOfSameSender(tx: TxIndex): TxIndex | undefined {
    let earlier = previousOfSender[tx];
    while (earlier !== undefined && hasExecuted(earlier)) earlier = previousOfSender[earlier];
    return earlier;
  }

  function finishExecution(tx: TxIndex, execution: Execution, readSet: ReadSet): void {
    if (execution.kind === 'blocked') {
      incarnation[tx] = (incarnation[tx] ?? 0) + 1;
      // On real workers the writer may have executed again before the news of the block arrived.
      if (hasExecuted(execution.by)) makeReady(tx);
      else suspend(tx, { on: execution.by, location: execution.location });
      return;
    }
    const earlier = execution.kind === 'invalid' ? pendingOfSameSender(tx) : undefined;
    if (earlier !== undefined) {
      const cause: AbortCause = { kind: 'estimate', location: nonceOf(senders[tx] as Address), by: earlier };
      notify({ kind: 'aborted', version: versionOf(tx), cause });
      incarnation[tx] = (incarnation[tx] ?? 0) + 1;
      suspend(tx, { on: earlier, location: cause.location });
      return;
    }
    const wroteNewLocation = memory.publish(versionOf(tx), execution.recording);
    disturbReaders(tx, published[tx]);
    disturbReaders(tx, execution.recording);
    published[tx] = execution.recording;
    status[tx] = 'executed';
    unsure[tx] = true;
    reads[tx] = readSet;
    watch.setReads(tx, readSet);
    for (const dependent of dependents[tx]?.splice(0) ?? []) makeReady(dependent);
    if (wroteNewLocation) validateFrom(tx);
    else if (tx < nextToValidate) toValidate.add(tx);
  }

  function finishValidation(version: Version): void {
    const { tx } = version;
    const wave = commits.validationEnded(version);
    const current = hasExecuted(tx) && incarnation[tx] === version.incarnation;
    const cause = current ? memory.firstStaleRead(tx, reads[tx] ?? []) : lastAbort[tx];
    notify({ kind: 'validated', version, ok: !cause, ...(cause && { cause }) });
    if (!current) return; // Another validation was first to abort it.
    if (!cause) {
      commits.validated(tx, wave);
      return;
    }
    notify({ kind: 'aborted', version, cause });
    lastAbort[tx] = cause;
    commits.aborted(tx);
    disturbReaders(tx, published[tx]);
    if (options.estimates) memory.markEstimates(tx);
    else memory.withdraw(tx);
    validateFrom(tx + 1);
    incarnation[tx] = (incarnation[tx] ?? 0) + 1;
    makeReady(tx);
  }

  /** Nothing under way, and nothing left for any lane; what the first lane may not run has been left in the queues. */
  function isFinished(): boolean {
    const first = laneIndex(0);
    if (underWay > 0 || peekExecution(first) !== undefined || peekValidation(first) !== undefined) return false;
    return toExecute.isEmpty && toValidate.isEmpty;
  }

  function commitWhatIsFinal(): void {
    if (!isFinished() && !options.rollingCommit) return;
    peekValidation(laneIndex(0)); // The counter passes what still holds: it may be what the next commit waits for.
    for (let tx = commits.next(); tx !== null && status[tx] === 'executed'; tx = commits.next()) {
      commits.commit(tx);
      status[tx] = 'committed';
      notify({ kind: 'committed', version: versionOf(tx) });
    }
  }

  if (options.senderLinks) {
    for (let tx = txIndex(0); tx < transactions; tx++) {
      const on = previousOfSender[tx];
      if (on !== undefined) suspend(tx, { on });
    }
  }

  return {
    assign(lane) {
      const execution = peekExecution(lane);
      const validation = peekValidation(lane);
      const tx = smaller(validation, execution);
      if (tx === undefined) {
        if (toExecute.isEmpty && toValidate.isEmpty) return { kind: 'wait', cause: whyWaiting(), everyLane: true };
        return { kind: 'wait', cause: { kind: 'pinned-elsewhere' } };
      }
      underWay++;
      if (tx === validation) {
        if (tx === nextToValidate) nextToValidate++;
        else toValidate.take(lane);
        commits.validationStarted(versionOf(tx));
        unsure[tx] = false;
        return { kind: 'task', task: { kind: 'validate', version: versionOf(tx) } };
      }
      if (tx === nextToExecute) nextToExecute++;
      else toExecute.take(lane);
      status[tx] = 'executing';
      return { kind: 'task', task: { kind: 'execute', version: versionOf(tx) } };
    },
    complete({ version }, outcome) {
      underWay--;
      if (outcome.kind === 'execution') finishExecution(version.tx, outcome.execution, outcome.reads);
      else finishValidation(version);
      commitWhatIsFinal();
    },
    get done() {
      return commits.count() === transactions && underWay === 0;
    },
  };
};

/** Of each transaction, the one before it from the same sender. */
function findPrevious(senders: readonly Address[]): readonly (TxIndex | undefined)[] {
  const last = new Map<Address, TxIndex>();
  return senders.map((sender, tx) => {
    const previous = last.get(sender);
    last.set(sender, txIndex(tx));
    return previous;
  });
}

function smaller(a: TxIndex | undefined, b: TxIndex | undefined): TxIndex | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}

/**
 * Which prefix of the block can't change any more (rolling commit, as in Aptos). Each event after which "all from `tx` on"
 * must be validated again starts a new *wave*. A transaction is final when all below it are, and it passed a validation that
 * began in the newest wave that reaches it.
 */
function createCommits(transactions: number) {
  let wave = 0;
  const startedAt = new Array<number>(transactions).fill(0);
  const passedIn = new Array<number>(transactions).fill(-1);
  /** When the validations under way began, oldest first. Of two of one version, the one that ends first counts as the older. */
  const underWay: { readonly incarnation: number; readonly wave: number }[][] = [];
  let committed = 0;
  /** Newest wave that started at a committed transaction. */
  let required = 0;
  return {
    invalidateFrom(tx: number): void {
      wave++;
      if (tx < transactions) startedAt[tx] = wave;
    },
    validationStarted({ tx, incarnation }: Version): void {
      underWay[tx] = [...(underWay[tx] ?? []), { incarnation, wave }];
    },
    /** Nothing that it read has changed since it was validated, or since a validation under way began. */
    stillHolds({ tx, incarnation }: Version): void {
      const list = underWay[tx] ?? [];
      const inProgress = list.some((validation) => validation.incarnation === incarnation);
      if (inProgress) underWay[tx] = list.map((v) => (v.incarnation === incarnation ? { ...v, wave } : v));
      else passedIn[tx] = wave;
    },
    validationEnded({ tx, incarnation }: Version): number {
      const list = underWay[tx] ?? [];
      const at = list.findIndex((validation) => validation.incarnation === incarnation);
      return list.splice(at, 1)[0]?.wave ?? 0;
    },
    validated(tx: TxIndex, inWave: number): void {
      passedIn[tx] = Math.max(passedIn[tx] ?? -1, inWave);
    },
    aborted(tx: TxIndex): void {
      passedIn[tx] = -1;
    },
    /** The first transaction not committed, if its turn has come. */
    next(): TxIndex | null {
      if (committed >= transactions) return null;
      const needed = Math.max(required, startedAt[committed] ?? 0);
      return (passedIn[committed] ?? -1) >= needed ? txIndex(committed) : null;
    },
    count: () => committed,
    commit(tx: TxIndex): void {
      required = Math.max(required, startedAt[tx] ?? 0);
      committed = tx + 1;
    },
  };
}

export const blockStm: EngineInfo = {
  id: 'block-stm',
  readPolicy: () => 'newest-lower',
  assignsAhead: () => true,
  anyLane: true,
  createEngine,
};
