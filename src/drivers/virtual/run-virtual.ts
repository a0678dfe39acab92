import { createMemoryFor } from '../../engines/create-memory.ts';
import type {
  EngineInfo,
  EngineRequest,
  Memory,
  MemoryRead,
  Notice,
  OriginatedRead,
  Task,
} from '../../engines/engine.ts';
import { createMemo, type Memo, Way } from '../../evm/memo.ts';
import { explore } from '../../evm/memo-executor.ts';
import type { MemoryInput } from '../../engines/memory.ts';
import { type BlockAccessList, listedLocations } from '../../model/block-access-list.ts';
import { breathe } from '../../lib/breathe.ts';
import type { Cancellation } from '../../lib/cancellation.ts';
import { createPriorityQueue } from '../../lib/priority-queue.ts';
import type { Origin, RunEvent, WaitCause } from '../../model/events.ts';
import {
  BlockedRead,
  type CreditMode,
  type Execution,
  type Executor,
  type FeeMode,
  type FinalExecution,
  type StateView,
} from '../../model/execution.ts';
import { gas, type LaneIndex, laneIndex, type TxIndex, txIndex, type Version } from '../../model/ids.ts';
import { existenceOf, type Location, type Value } from '../../model/location.ts';
import type { CostModel } from '../../model/settings.ts';
import { isSameWait } from '../../model/wait-cause.ts';
import { type CompletedRun, type FinalIncarnation, rejectFinal } from '../completed-run.ts';
import { createAgenda, PHASE, type Phase } from './agenda.ts';
import { GAS_PACE, type Pace } from './pace.ts';
import { SeenReads } from './seen-reads.ts';

export interface VirtualInput {
  readonly engine: EngineInfo;
  readonly request: EngineRequest;
  readonly memory: MemoryInput;
  readonly costs: CostModel;
  /** Absent: an execution takes the gas it uses. */
  readonly pace?: Pace;
  readonly terms: { readonly fees: FeeMode; readonly credits: CreditMode };
  /** Called once. */
  readonly createExecutor: () => Promise<Executor>;
  /** What is known of the block's executions on any terms. Absent: nothing yet. */
  readonly memo?: Memo;
  readonly cancellation?: Cancellation;
  /** Called now and then with the number of transactions committed. */
  readonly onProgress?: (committed: number) => void;
}

export type VirtualRun = { readonly kind: 'done'; readonly run: CompletedRun } | { readonly kind: 'cancelled' };

/** Work between two pauses in which the event loop gets its turn, in gas: a millisecond or so. */
const TURN = 500_000;
/** What a task counts for besides the gas of an execution. */
const TASK_WORK = 5_000;

/** One lane: idle, or with a task. */
interface Lane {
  readonly index: LaneIndex;
  task: Task | null;
  /** Why it is idle, as last reported. */
  cause: WaitCause | null;
  /** When the incarnation began: one that can't commit any more is counted from here. */
  start: number;
  /** When it counts as begun if it can still commit: no earlier than what it has read was published. */
  base: number;
  /** The time until which its moment is put off while it can still commit. */
  late: number;
  readonly seen: SeenReads;
  /** Whether it was doomed after `askedAt` changes: until the next one it stays so. */
  doomed: boolean;
  askedAt: number;
  execution: Execution | null;
  /** How far the incarnation has come, and what it has read on the way. */
  way: Way;
  values: Value[];
}

/**
 * Runs an engine in virtual time: a deterministic discrete-event simulation of `lanes` lanes on one thread. The unit of
 * time is gas. An incarnation is held at each of its accesses until virtual time has come to its start plus the gas it has
 * used, so that it sees what had been published by then. The same input gives the same events, always.
 *
 * Incarnations are executed for real, but not interleaved: the EVM finds out beforehand, on what memory holds at that moment, where
 * the accesses are (`findOut`), and the incarnation then goes that way at its pace, reading for itself. As long as it is given the
 * same values, the way is right; where it is given another one, the EVM executes it anew, on the values given so far. So
 * one EVM serves all lanes, nothing waits inside it, and what any incarnation of the block has been through before needs no EVM.
 *
 * What takes time: `dispatch` for every task; an execution its gas used (after refunds; or what `pace` says) and `coldRead` for each location
 * that it is the first to load from the prestate; a validation `validationPerRead` for each read. What a block access list names
 * is loaded before anything else, side by side, in the time of one `coldRead`. An access happens no later than the gas that the
 * transaction uses in serial execution, as refunds shorten the whole, not the way there.
 *
 * Within a transaction, gas doesn't say what depends on what. So an incarnation that is given a value published after its own start
 * counts as started when that value was published: `base` moves up to it. Otherwise a transaction that reads late (a
 * fee recipient at its very end) would seem to run beside the one it depends on, and the run would beat the critical path,
 * which takes transactions as wholes. `race` depends on nothing and is left as it is.
 *
 * Only what can still commit needs that. An incarnation is *doomed* while a value it has read isn't the one it would read now:
 * doomed, it goes at its natural pace, from its own start. It may come right again (a write is withdrawn), and then be
 * committed although it has ended early. So the time at which it would have ended otherwise is kept: what it wrote
 * counts as published then, and a validation that finds nothing wrong with it ends no earlier.
 */
export async function runVirtual(input: VirtualInput): Promise<VirtualRun> {
  const { request, costs, terms, cancellation, pace: workPace = GAS_PACE } = input;
  const policy = input.engine.readPolicy(request.options);
  /** Of anything that decides what is doomed. */
  let changes = 0;
  const memory = watched(createMemoryFor(policy, input.memory), () => {
    changes++;
  });

  const events: RunEvent[] = [];
  const finals: FinalIncarnation[] = [];
  const commits: TxIndex[] = [];
  const memo = input.memo ?? createMemo();
  let executor: Promise<Executor> | undefined;
  const publishedAt = new Array<number>(request.transactions).fill(0);
  /** Lanes held back to their late time. */
  const heldBack = new Set<Lane>();
  const loaded = new Set<Location>();
  let now = 0;
  let current = laneIndex(0);

  const lanes = Array.from({ length: request.lanes }, (_, index) => createLane(laneIndex(index)));
  /** A slot for each lane, and one for giving out tasks. */
  const agenda = createAgenda(lanes.length + 1);
  const assignment = lanes.length;
  const idle = createPriorityQueue<Lane>((a, b) => a.index - b.index);
  /** Idle lanes of which the log doesn't say yet why they wait. */
  const unexplained = new Set<Lane>();
  /** When the last lane that has asked for a task has it (`exclusive`). */
  let counterFree = 0;

  const engine = input.engine.createEngine({ ...request, memory, notify });

  function notify(notice: Notice): void {
    switch (notice.kind) {
      case 'committed':
        events.push({ kind: 'committed', version: notice.version, at: now });
        commits.push(notice.version.tx);
        return;
      case 'validated':
        events.push(
          notice.cause
            ? { ...notice, at: now, lane: current }
            : { kind: 'validated', version: notice.version, ok: notice.ok, at: now, lane: current },
        );
        return;
      default:
        events.push({ ...notice, at: now });
        if (notice.kind === 'rejected') rejectFinal(finals, notice);
    }
  }

  function createLane(index: LaneIndex): Lane {
    return {
      index,
      task: null,
      cause: null,
      start: 0,
      base: 0,
      late: 0,
      seen: new SeenReads(),
      doomed: false,
      askedAt: -1,
      execution: null,
      way: NOWHERE,
      values: [],
    };
  }

  function release(lane: Lane): void {
    lane.task = null;
    idle.push(lane);
    unexplained.add(lane);
    if (!agenda.has(assignment)) agenda.set(assignment, now, PHASE.assign);
  }

  /** Asks idle lanes in order, as far as there is anything to be had. */
  function assignTasks(): void {
    const refused: Lane[] = [];
    for (let lane = engine.done ? undefined : idle.pop(); lane; lane = idle.pop()) {
      const assignment = engine.assign(lane.index);
      if (assignment.kind === 'task') {
        start(lane, assignment.task);
        continue;
      }
      refused.push(lane);
      explain(lane, assignment.cause, assignment.everyLane);
      if (assignment.everyLane) {
        for (const other of [...unexplained].sort((a, b) => a.index - b.index)) explain(other, assignment.cause);
        break;
      }
    }
    for (const lane of refused) idle.push(lane);
  }

  function explain(lane: Lane, cause: WaitCause, everyLane?: true): void {
    unexplained.delete(lane);
    if (lane.cause && isSameWait(lane.cause, cause)) return;
    lane.cause = cause;
    events.push({ kind: 'waiting', at: now, lane: lane.index, cause, ...(everyLane && { everyLane }) });
    if (everyLane) for (const other of lanes) if (other.cause) other.cause = cause;
  }

  function start(lane: Lane, task: Task): void {
    unexplained.delete(lane);
    lane.cause = null;
    lane.task = task;
    lane.askedAt = -1;
    events.push({ kind: 'started', at: now, lane: lane.index, task: task.kind, version: task.version });
    counterFree = Math.max(now, counterFree) + (costs.exclusive ?? 0);
    const begin = counterFree + costs.dispatch;
    if (task.kind === 'validate') {
      const { tx } = task.version;
      const time = begin + costs.validationPerRead * (finals[tx]?.reads.length ?? 0);
      holdUntil(lane, PHASE.finish, time, publishedAt[tx] ?? 0);
      return;
    }
    lane.start = begin;
    lane.base = begin;
    lane.seen.clear();
    lane.execution = null;
    lane.way = new Way(memo.start(task.version.tx, terms.fees, terms.credits));
    lane.values = [];
    holdUntil(lane, PHASE.read, begin, begin);
  }

  /** The lane goes on at `natural` if what it has is doomed by then; else at `late`, or as soon as it is doomed. */
  function holdUntil(lane: Lane, phase: Phase, natural: number, late: number): void {
    lane.late = late;
    agenda.set(lane.index, natural, phase);
  }

  /** Whether the lane must be held back at this moment of its own. */
  function holdsBack(lane: Lane): boolean {
    if (lane.late <= now || isDoomed(lane)) {
      heldBack.delete(lane);
      return false;
    }
    heldBack.add(lane);
    agenda.set(lane.index, lane.late, agenda.phaseOf(lane.index));
    return true;
  }

  /** Something has been published or marked: lanes held back in vain go on now. */
  function letGoDoomed(): void {
    for (const lane of heldBack) {
      if (!isDoomed(lane)) continue;
      heldBack.delete(lane);
      agenda.set(lane.index, now, agenda.phaseOf(lane.index));
    }
  }

  function isDoomed(lane: Lane): boolean {
    if (lane.askedAt !== changes) {
      lane.askedAt = changes;
      lane.doomed = differsFromMemory(lane);
    }
    return lane.doomed;
  }

  function differsFromMemory({ task, seen }: Lane): boolean {
    if (!task) return false;
    const { tx } = task.version;
    if (task.kind === 'validate') {
      for (const { location, value } of finals[tx]?.reads ?? []) if (differs(location, tx, value)) return true;
      return false;
    }
    for (let i = 0; i < seen.size; i++) if (differs(seen.locationAt(i), tx, seen.foundAt(i).value)) return true;
    return false;
  }

  function differs(location: Location, reader: TxIndex, value: Value): boolean {
    const found = memory.read(location, reader);
    return found.kind === 'blocked' || found.value !== value;
  }

  /** Takes an incarnation along until it is held or at its end. False: the EVM has to find out how it goes on, and calls back. */
  function goOn(lane: Lane, version: Version): boolean {
    for (let node = lane.way.next; node; node = lane.way.next) {
      switch (node.kind) {
        case 'pace':
          lane.way.pass(node);
          if (isHeld(lane, version, node.at)) return true;
          break;
        case 'read': {
          const { location } = node;
          const found = lane.seen.get(location) ?? read(lane, version, location);
          if (found.kind === 'blocked') {
            if (!node.blocked) return findOut(lane, version);
            endExecution(lane, { ...node.blocked, location, by: found.by });
            return true;
          }
          lane.values.push(found.value);
          lane.way.take(node, found.value);
          break;
        }
        case 'end':
          endExecution(lane, node.execution);
          return true;
      }
    }
    return findOut(lane, version);
  }

  /**
   * Executes the incarnation on what it has read so far and on what memory holds now. Time stands still meanwhile: it is the way
   * that is learnt, to be gone at the pace of virtual time. Where a value differs by then, the rest is found out anew.
   */
  function findOut(lane: Lane, version: Version): false {
    const { seen, values, way } = lane;
    const { tx } = version;
    const view: StateView = {
      read(location) {
        const found = seen.get(location) ?? memory.read(location, tx);
        if (found.kind === 'blocked') throw new BlockedRead(location, found.by);
        return found.value;
      },
    };
    executor ??= input.createExecutor();
    executor
      .then((evm) => explore(evm, { memo, start: way.start, tx, view, options: terms, walked: { paces: 0, values } }))
      .then(() => {
        if (goOn(lane, version)) advance();
      })
      .catch(fail);
    return false;
  }

  function endExecution(lane: Lane, execution: Execution): void {
    lane.execution = execution;
    if (execution.kind === 'blocked') holdUntil(lane, PHASE.finish, now, now);
    else {
      const time = workPace.of(execution);
      holdUntil(lane, PHASE.finish, atNaturalPace(lane, time), atLatePace(lane, time));
    }
  }

  /** The first time that an incarnation asks for this location. */
  function read(lane: Lane, version: Version, location: Location): MemoryRead {
    const found = memory.read(location, version.tx);
    if (found.kind === 'blocked') return found;
    lane.seen.add(location, found);
    const { value, origin } = found;
    events.push({ kind: 'read', at: now, lane: lane.index, version, location, origin, value });
    if (policy !== 'latest-write') lane.base = Math.max(lane.base, publicationOf(origin));
    if (origin.kind === 'prestate' && costs.coldRead > 0 && !loaded.has(location)) {
      loaded.add(location);
      lane.start += costs.coldRead;
      lane.base += costs.coldRead;
    }
    return found;
  }

  /** When the youngest part of a value was published, fees not counted. */
  function publicationOf(origin: Origin): number {
    switch (origin.kind) {
      case 'prestate':
      case 'list':
        return 0;
      case 'version':
        return publishedAt[origin.version.tx] ?? 0;
      case 'sum':
        return Math.max(timeOf(origin.base), timeOf(origin.youngest));
    }
  }

  function timeOf(version: Version | null): number {
    return version ? (publishedAt[version.tx] ?? 0) : 0;
  }

  function atNaturalPace(lane: Lane, elapsed: number): number {
    return Math.max(now, lane.start + elapsed);
  }

  function atLatePace(lane: Lane, elapsed: number): number {
    return Math.max(now, lane.base + elapsed);
  }

  /** Whether the incarnation must wait at an access until its time has come; it needn't when it comes next anyway. */
  function isHeld(lane: Lane, { tx }: Version, gasUsed: number): boolean {
    const elapsed = workPace.at(tx, Math.min(gasUsed, request.gas[tx] ?? gasUsed));
    const natural = atNaturalPace(lane, elapsed);
    const late = atLatePace(lane, elapsed);
    const time = late > natural && isDoomed(lane) ? natural : late;
    if (agenda.precedes(lane.index, time, PHASE.read)) {
      now = time;
      return false;
    }
    holdUntil(lane, PHASE.read, natural, late);
    return true;
  }

  function finish(lane: Lane): void {
    const { task, execution } = lane;
    if (!task) return;
    current = lane.index;
    work += TASK_WORK;
    if (task.kind === 'validate') engine.complete(task, { kind: 'validation' });
    else if (execution) finishExecution(lane, task, execution);
    release(lane);
  }

  function finishExecution(lane: Lane, task: Task, execution: Execution): void {
    const { version } = task;
    work += request.gas[version.tx] ?? 0;
    const reads = withOrigins(execution, lane.seen);
    if (execution.kind === 'blocked') {
      const { location, by, at: gasUsed } = execution;
      events.push({ kind: 'blocked', at: now, lane: lane.index, version, location, by, gasUsed });
    } else {
      changes++;
      finals[version.tx] = { version, execution, reads, lane: lane.index };
      publishedAt[version.tx] = Math.max(now, lane.late);
      events.push(finished(lane.index, version, execution));
    }
    lane.execution = null;
    engine.complete(task, { kind: 'execution', execution, reads });
  }

  function finished(lane: LaneIndex, version: Version, execution: FinalExecution): RunEvent {
    const writes = execution.recording.writes.length;
    if (execution.kind === 'invalid') {
      const none = { gasUsed: gas(0), success: false, writes };
      return { kind: 'finished', at: now, lane, version, ...none, invalid: execution.reason };
    }
    const { gasUsed, success } = execution.receipt;
    return { kind: 'finished', at: now, lane, version, gasUsed, success, writes };
  }

  let settle: { over: () => void; failed: (error: unknown) => void } | null = null;
  const fail = (error: unknown): void => settle?.failed(error);
  let work = 0;

  /**
   * Goes from moment to moment until an incarnation has to run: that one is let go, and calls back when it is held at its
   * next access or has ended. So there is always exactly one under way, and whoever stops sets the next in motion.
   */
  function advance(): void {
    try {
      for (let slot = agenda.take(); slot >= 0 && !cancellation?.cancelled; slot = agenda.take()) {
        now = agenda.timeOf(slot);
        if (slot === assignment) {
          assignTasks();
          continue;
        }
        const lane = lanes[slot] as Lane;
        if (holdsBack(lane)) continue;
        if (agenda.phaseOf(slot) === PHASE.read) {
          if (lane.task && !goOn(lane, lane.task.version)) return;
          continue;
        }
        const before = changes;
        finish(lane);
        if (changes !== before) letGoDoomed();
        if (work >= TURN) {
          work = 0;
          input.onProgress?.(commits.length);
          breathe().then(advance);
          return;
        }
      }
      settle?.over();
    } catch (error) {
      fail(error);
    }
  }

  /** Everything that the list names is loaded at once, as if storage answered any number of requests side by side. */
  function prefetch(list: BlockAccessList): void {
    for (const location of listedLocations(list)) loaded.add(location);
    const cause: WaitCause = { kind: 'prefetch', locations: loaded.size };
    for (const { address } of list) loaded.add(existenceOf(address));
    agenda.set(assignment, costs.coldRead, PHASE.assign);
    for (const lane of lanes) explain(lane, cause);
  }

  const { list } = input.memory;
  if (list && list.length > 0 && costs.coldRead > 0) prefetch(list);
  for (const lane of lanes) release(lane);
  await new Promise<void>((over, failed) => {
    settle = { over, failed };
    advance();
  });
  if (cancellation?.cancelled) return { kind: 'cancelled' };
  if (!engine.done)
    throw new Error(`${input.engine.id} stalled: ${commits.length} of ${request.transactions} committed`);

  const serialOrder = engine.serialOrder;
  const writeOrder =
    policy === 'newest-lower' || policy === 'given-list' ? finals.map((_, tx) => txIndex(tx)) : commits;
  return { kind: 'done', run: { events, finals, writeOrder, ...(serialOrder && { serialOrder }) } };
}

/** The memory, telling before anything in it changes. */
function watched(memory: Memory, onChange: () => void): Memory {
  return {
    ...memory,
    publish(version, recording) {
      onChange();
      return memory.publish(version, recording);
    },
    markEstimates(tx) {
      onChange();
      memory.markEstimates(tx);
    },
    withdraw(tx) {
      onChange();
      memory.withdraw(tx);
    },
  };
}

const NOWHERE = new Way({ kind: 'start', next: undefined });

function withOrigins(execution: Execution, seen: SeenReads): readonly OriginatedRead[] {
  let next = 0;
  return execution.recording.reads.map(({ location, value, at, credit }) => {
    // Mostly in the order of asking; one that was first looked at without being recorded may come later.
    let i = next;
    while (i < seen.size && seen.locationAt(i) !== location) i++;
    if (i < seen.size) next = i + 1;
    const found = i < seen.size ? seen.foundAt(i) : seen.get(location);
    if (!found) throw new Error(`the recording holds a read of ${location} that was never asked of the memory`);
    return { location, value, at, credit, origin: found.origin };
  });
}
