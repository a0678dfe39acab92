import type { Assignment, EngineInfo, EngineRequest, Notice, Task } from '../../engines/engine.ts';
import type { RunEvent, WaitCause } from '../../model/events.ts';
import { type LaneIndex, laneIndex, type TxIndex, type Version } from '../../model/ids.ts';
import type { CompletedRun } from '../completed-run.ts';
import type { MeasuredDetails } from '../../model/run.ts';
import { isSameWait } from '../../model/wait-cause.ts';
import { createBatchSize } from './batch-size.ts';
import { createEventLog } from './event-log.ts';
import type { ExecutorPool } from './executor-pool.ts';
import { publishesLocally } from './executor-service.ts';
import type { LaneResult, MemoryTransport } from './memory-transport.ts';
import { createGatheredResults } from './gathered-results.ts';
import { executionToEvents } from './execution-events.ts';
import { type Instant, instantNow } from './protocol.ts';
import { createTimeApart } from './time-apart.ts';
import type { WorkerLost } from './worker-link.ts';

/** Messages under way per worker: one in execution, one waiting, so that the worker never waits for the coordinator. */
const MESSAGES_AHEAD = 2;
/** A lane that has no more than this to do, µs, rings for more; else the coordinator looks in time by itself. */
const LOW_WATER_US = 200;
/** Of a batch, what an idle lane is given first, so that it has something to do while the rest is found. */
const FIRST_SHARE = 0.25;
/** Events are passed on at most every so many µs. */
const REPORT_US = 100_000;
/** Transactions, waits and the like unpacked for one report: some ms of work. The live picture may lag behind, the run must not. */
const NOTES_PER_REPORT = 500;
/** A task is tried on this many workers before the run is given up. */
const ATTEMPTS = 3;

export interface DriveInput {
  readonly engine: EngineInfo;
  readonly request: EngineRequest;
  /** The engine publishes to the memory in it. */
  readonly transport: MemoryTransport;
  /** Its first `request.lanes` workers have the block and an empty memory. */
  readonly pool: ExecutorPool;
  /** Expected time of each transaction on one worker, µs; decides how many go into a message. */
  readonly expected: readonly number[];
  /** Beyond 20 times what was expected, a worker may be silent for this long before it counts as hung, ms. */
  readonly patienceMs: number;
  /** Called with events in order, as soon as nothing earlier can come. */
  readonly onEvents: (events: readonly RunEvent[]) => void;
  readonly signal: AbortSignal;
}

export interface MeasuredRun extends CompletedRun {
  /** By transaction: how long its final incarnation took on its worker, µs. */
  readonly durations: readonly number[];
  readonly details: MeasuredDetails;
  /** No worker is left that might still do something to the memory. */
  readonly orderly: boolean;
}

/** What was sent at one time, less what has ended of it. */
interface Message {
  readonly versions: Version[];
  readonly sent: number;
}

/** One worker as the coordinator sees it. */
interface Lane {
  readonly index: LaneIndex;
  messages: Message[];
  /** Its worker is lost and the next isn't ready. */
  vacant: boolean;
  /** End of its last task, µs. */
  lastEnd: number;
  waiting: WaitCause | null;
}

/**
 * Runs an engine on the pool's workers by the wall clock. Event times are whole microseconds since the workers were ready.
 *
 * Executions have the times that their worker took around the EVM. Validations happen here, on the coordinator: a stretch on
 * an idle lane; on one that is executing, a moment (`validated` without `started`).
 *
 * Rejects when the signal is aborted, a worker throws, or a task has lost three workers.
 */
export function driveEngine(input: DriveInput): Promise<MeasuredRun> {
  const { request, transport, pool, expected, signal } = input;
  // The run begins when its workers are ready: what the engine does before, as it is made, counts as done at that moment.
  let t0 = instantNow();
  let begun = false;
  const toMicroseconds = (instant: Instant): number => Math.round((instant - t0) * 1000);
  const now = (): number => (begun ? toMicroseconds(instantNow()) : 0);

  const log = createEventLog();
  const time = createTimeApart(request.lanes);
  let lastValidation = 0;
  const gathered = createGatheredResults();
  const attempts = new Map<string, number>();
  const started = new Set<TxIndex>();
  let notStarted = expected.reduce((sum, cost) => sum + cost, 0);
  let current: LaneIndex = laneIndex(0);
  let reported = 0;
  const batch = createBatchSize(transport.kind);

  const lanes: Lane[] = Array.from({ length: request.lanes }, (_, index) => ({
    index: laneIndex(index),
    messages: [],
    vacant: false,
    lastEnd: 0,
    waiting: null,
  }));

  const policy = input.engine.readPolicy(request.options);
  const ahead = input.engine.assignsAhead?.(request.options) ?? false;
  const engine = input.engine.createEngine({
    ...request,
    memory: transport.memory,
    ...(transport.readWatch && { readWatch: transport.readWatch }),
    notify,
  });

  function laneAt(index: number): Lane {
    return lanes[index] as Lane;
  }

  function notify(notice: Notice): void {
    const at = now();
    const lane = current;
    log.note(at, () => [notice.kind === 'validated' ? { ...notice, at, lane } : { ...notice, at }]);
    if (notice.kind === 'validated') lastValidation = at;
    if (notice.kind === 'aborted') batch.wasted();
    gathered.note(notice);
  }

  return new Promise<MeasuredRun>((resolve, reject) => {
    let over = false;
    const finish = (act: () => void): void => {
      if (over) return;
      over = true;
      signal.removeEventListener('abort', onAbort);
      // Cancelled, or failed: nobody waits until the last worker has noticed.
      void dispatcher.close();
      act();
    };
    const fail = (error: unknown): void => finish(() => reject(error));
    const onAbort = (): void => fail(signal.reason);
    const dispatcher = transport.createDispatcher(pool, request.lanes, {
      ended: guarded((lane, results) => {
        time.spend('scheduling', () => {
          for (const result of results) take(laneAt(lane), result);
        });
      }),
      turn: guarded(() => {
        time.spend('scheduling', pump);
        report();
      }),
      lost: guarded((lane, lost) => void replace(laneAt(lane), lost).catch(fail)),
      failed: fail,
    });
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();

    function guarded<Arguments extends unknown[]>(act: (...input: Arguments) => void) {
      return (...input: Arguments): void => {
        if (over) return;
        try {
          act(...input);
        } catch (error) {
          fail(error);
        }
      };
    }

    /** Keeps lanes supplied: first every idle one, then a second message for those at work. */
    function pump(): void {
      for (let again = true; again && !over; ) {
        again = false;
        for (let depth = 0; depth < (ahead ? MESSAGES_AHEAD : 1); depth++) {
          const share = depth === 0 ? FIRST_SHARE : 1;
          if (
            supply(
              lanes.filter((lane) => !lane.vacant && lane.messages.length === depth),
              share,
            )
          )
            again = true;
        }
      }
      if (!over) dispatcher.setHungry(lanes.some((lane) => lane.messages.length === 0));
    }

    /**
     * Gives each of the lanes a message. They take tasks in turn, one by one, so that neighbours in the block run side by side, as
     * they would if each lane asked for one when the last has ended. Returns whether a validation has changed what lanes may be given.
     */
    function supply(hungry: readonly Lane[], share: number): boolean {
      // Towards the end of the block messages get smaller, so that no lane holds work which another could do.
      const enough = ahead ? Math.min(share * batch.us, notStarted / (2 * lanes.length)) : 0;
      const drafts = hungry.map((lane) => ({ lane, versions: [] as Version[], cost: 0, full: false }));
      let validated = false;
      for (let open = drafts; open.length > 0; open = open.filter(({ full }) => !full)) {
        for (const draft of open) {
          const { lane, versions } = draft;
          let assignment = engine.assign(lane.index);
          if (isValidation(assignment)) {
            validated = true;
            assignment = validateAsLongAs(lane, assignment, versions.length > 0);
          }
          if (assignment.kind === 'wait') {
            draft.full = true;
            if (versions.length === 0 && lane.messages.length === 0) wait(lane, assignment.cause);
          } else {
            const { version } = assignment.task;
            versions.push(version);
            draft.cost += costOf(version);
            draft.full = draft.cost >= enough;
          }
        }
      }
      for (const { lane, versions } of drafts) if (versions.length > 0) send(lane, versions);
      return validated;
    }

    /** What a version about to be sent is expected to take, µs. */
    function costOf({ tx }: Version): number {
      const time = expected[tx] ?? 0;
      if (!started.has(tx)) {
        started.add(tx);
        notStarted -= time;
      }
      return time;
    }

    /** Carries out validations until the lane is assigned something else, which it returns. The clock is read once for all of them. */
    function validateAsLongAs(lane: Lane, first: Assignment, executing: boolean): Assignment {
      return time.spend('validation', () => {
        let assignment = first;
        while (isValidation(assignment)) {
          validate(lane, assignment.task, executing);
          assignment = engine.assign(lane.index);
        }
        return assignment;
      });
    }

    function validate(lane: Lane, task: Task, executing: boolean): void {
      current = lane.index;
      if (!executing && lane.messages.length === 0) {
        const at = now();
        log.note(at, () => [{ kind: 'started', task: 'validate', version: task.version, lane: lane.index, at }]);
        lane.waiting = null;
      }
      engine.complete(task, { kind: 'validation' });
    }

    function wait(lane: Lane, cause: WaitCause): void {
      if (lane.waiting && isSameWait(lane.waiting, cause)) return;
      lane.waiting = cause;
      const at = now();
      log.note(at, () => [{ kind: 'waiting', lane: lane.index, cause, at }]);
    }

    function send(lane: Lane, versions: readonly Version[]): void {
      lane.messages.push({ versions: [...versions], sent: now() });
      lane.waiting = null;
      const underWay = lane.messages.flatMap((sent) => sent.versions);
      const limit = input.patienceMs + (20 / 1000) * underWay.reduce((sum, { tx }) => sum + (expected[tx] ?? 0), 0);
      dispatcher.send(lane.index, versions, { limitMs: limit, lowWater: lowWaterOf(underWay) });
    }

    /** How many of those last in a queue make up what little a lane may have left. */
    function lowWaterOf(underWay: readonly Version[]): number {
      let count = 0;
      for (let cost = 0; count < underWay.length; count++) {
        cost += expected[underWay.at(-1 - count)?.tx ?? 0] ?? 0;
        if (cost > LOW_WATER_US) break;
      }
      return count;
    }

    /** Whatever the lost worker had been given is given to a new one. */
    async function replace(lane: Lane, lost: WorkerLost): Promise<void> {
      lane.vacant = true;
      const versions = lane.messages.flatMap((message) => message.versions);
      for (const { tx, incarnation } of versions.slice(0, 1)) {
        const name = `${tx}.${incarnation}`;
        const tries = (attempts.get(name) ?? 1) + 1;
        if (tries > ATTEMPTS)
          throw new Error(`transaction ${tx} was given up after ${ATTEMPTS} attempts: ${lost.message}`);
        attempts.set(name, tries);
      }
      await dispatcher.replace(lane.index);
      if (over) return;
      lane.vacant = false;
      const { ended, left } = transport.reclaim(lane.index, versions);
      for (const result of ended) take(lane, result);
      lane.messages = [];
      if (left.length > 0) send(lane, left);
      if (!begun) return;
      pump();
      report();
    }

    function take(lane: Lane, result: LaneResult): void {
      const { version, execution, reads } = result;
      const sent = endOf(lane, version);
      const at = clampedTo(Math.max(sent, lane.lastEnd), now());
      const start = at(toMicroseconds(result.start));
      const end = at(toMicroseconds(result.end));
      lane.lastEnd = end;
      time.ran(lane.index, sent, start, end);
      log.note(start, () => {
        const opened = result.open();
        const readAt = opened.readAt.map((instant) => Math.min(end, Math.max(start, toMicroseconds(instant))));
        return executionToEvents({ ...opened, readAt, start, end, where: { lane: lane.index, version } });
      });
      gathered.ended(lane.index, result, end - start);
      if (execution.kind === 'blocked') batch.wasted();
      current = lane.index;
      transport.completing(publishesLocally(policy, execution) ? lane.index : null);
      engine.complete({ kind: 'execute', version }, { kind: 'execution', execution, reads });
    }

    /** Takes a version off the lane's messages, in which it comes first. Gives when it was sent. */
    function endOf(lane: Lane, { tx }: Version): number {
      const [message] = lane.messages;
      if (message?.versions.shift()?.tx !== tx)
        throw new Error(`lane ${lane.index} has ended what isn't next there: ${tx}`);
      if (message.versions.length === 0) {
        lane.messages.shift();
        batch.ended();
      }
      return message.sent;
    }

    /** Passes on what is settled; ends the run, or finds that it can't go on. */
    function report(): void {
      if (over) return;
      const busy = lanes.filter((lane) => lane.messages.length > 0);
      const earliest = Math.min(...busy.map((lane) => lane.messages[0]?.sent ?? 0));
      const done = engine.done && busy.length === 0;
      if (done || now() - reported >= REPORT_US) {
        reported = now();
        const events = done ? log.settle(Number.POSITIVE_INFINITY) : log.settle(earliest - 1, NOTES_PER_REPORT);
        if (events.length > 0) input.onEvents(events);
      }
      if (done) finish(() => void dispatcher.close().then((orderly) => resolve(result(orderly)), reject));
      else if (busy.length === 0) throw new Error('the engine has transactions left but no task for any lane');
    }

    const begin = guarded(() => {
      t0 = instantNow();
      begun = true;
      time.spend('scheduling', pump);
      report();
    });
    dispatcher.ready().then(begin, fail);
  });

  function result(orderly: boolean): MeasuredRun {
    const { serialOrder } = engine;
    const results = gathered.open(policy === 'newest-lower' || policy === 'given-list');
    const makespan = Math.max(lastValidation, ...lanes.map(({ lastEnd }) => lastEnd));
    const details = { memory: transport.kind, timeApart: time.total(makespan) };
    return {
      events: log.events,
      ...results,
      details,
      orderly,
      ...(serialOrder && { serialOrder }),
    };
  }
}

function isValidation(assignment: Assignment): assignment is Extract<Assignment, { kind: 'task' }> {
  return assignment.kind === 'task' && assignment.task.kind === 'validate';
}

function clampedTo(low: number, high: number): (value: number) => number {
  return (value) => Math.min(Math.max(value, low), Math.max(low, high));
}
