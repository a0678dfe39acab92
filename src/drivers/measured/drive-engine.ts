import type { Assignment, EngineInfo, EngineRequest, Notice, Task } from '../../engines/engine.ts';
import type { RunEvent, WaitCause } from '../../model/events.ts';
import { type LaneIndex, laneIndex, type TxIndex, type Version } from '../../model/ids.ts';
import type { CompletedRun } from '../completed-run.ts';
import type { MeasuredDetails } from '../../model/run.ts';
import { isSameWait } from '../../model/wait-cause.ts';
import { createBatchSize } from './batch-size.ts';
import { Desk } from './desk.ts';
import { createEventLog } from './event-log.ts';
import type { ExecutorPool } from './executor-pool.ts';
import { publishesLocally } from './executor-service.ts';
import type { LaneResult, MemoryTransport } from './memory-transport.ts';
import { createGatheredResults } from './gathered-results.ts';
import { executionToEvents } from './execution-events.ts';
import type { Lane } from './lane.ts';
import { createLostLanes } from './lost-lanes.ts';
import { type Instant, instantNow } from './protocol.ts';
import { createTimeApart } from './time-apart.ts';

/** Lanes at a desk that have no more than this left for each of them, µs, ring for more; else the coordinator looks in time by itself. */
const LOW_WATER_US = 200;
/** Events are passed on at most every so many µs. */
const REPORT_US = 100_000;
/** Transactions, waits and the like unpacked for one report: some ms of work. The live picture may lag behind, the run must not. */
const NOTES_PER_REPORT = 500;

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
  /**
   * When what is being dealt with was taken up, µs: all that the engine says of it happens at that moment. Asking for the time at
   * every turn would take a third of what a transaction costs here.
   */
  let moment = 0;
  const takeUp = (): number => {
    moment = now();
    return moment;
  };

  const log = createEventLog();
  const time = createTimeApart(request.lanes);
  let lastValidation = 0;
  const gathered = createGatheredResults();
  const started = new Set<TxIndex>();
  let notStarted = expected.reduce((sum, cost) => sum + cost, 0);
  let current: LaneIndex = laneIndex(0);
  let reported = 0;
  const batch = createBatchSize(transport.kind);

  const policy = input.engine.readPolicy(request.options);
  const ahead = input.engine.assignsAhead?.(request.options) ?? false;
  const atOneDesk = transport.kind === 'shared' && ahead && input.engine.anyLane === true && request.pins.size === 0;
  const indices = Array.from({ length: request.lanes }, (_, index) => laneIndex(index));
  const createDesk = (served: readonly LaneIndex[]): Desk => new Desk(served, ahead, (tx) => expected[tx] ?? 0);
  const desks = atOneDesk ? [createDesk(indices)] : indices.map((index) => createDesk([index]));
  const lanes = indices.map((index): Lane => {
    const desk = desks[atOneDesk ? 0 : index] as Desk;
    return { index, desk, vacant: false, losses: 0, lastEnd: 0, waiting: null };
  });

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
    // A validation takes its time; what follows from it happens at its end.
    const at = notice.kind === 'validated' ? takeUp() : moment;
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
      lost: guarded((lane, lost) => void lose(laneAt(lane), lost).catch(fail)),
      failed: fail,
    });
    const lose = createLostLanes({
      reclaim: transport.reclaim,
      lanesAt,
      take,
      send,
      replaceWorker: ({ index }) => dispatcher.replace(index),
      isOver: () => over,
      goOn,
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

    /** Keeps desks supplied: first those where there is nothing, then the others. */
    function pump(): void {
      takeUp();
      for (let again = true; again && !over; ) {
        again = false;
        for (const needy of [desks.filter(({ isEmpty }) => isEmpty), desks]) if (supply(needy)) again = true;
      }
      if (!over) dispatcher.setHungry(desks.some(({ count, lanes: served }) => count < served.length));
    }

    /**
     * Sends each of the desks a message, as far as it has room. They take tasks in turn, one by one, so that neighbours in the block run
     * side by side. Returns whether a validation has changed what lanes may be given.
     */
    function supply(needy: readonly Desk[]): boolean {
      const drafts = needy.flatMap((desk) => draftFor(desk) ?? []);
      let validated = false;
      for (let open = drafts; open.length > 0; open = open.filter(({ full }) => !full)) {
        for (const draft of open) {
          const { desk, lane, versions } = draft;
          let assignment = engine.assign(lane.index);
          if (isValidation(assignment)) {
            validated = true;
            assignment = validateAsLongAs(lane, assignment, versions.length > 0);
          }
          if (assignment.kind === 'wait') {
            draft.full = true;
            if (versions.length === 0) for (const idle of idleAt(desk)) wait(idle, assignment.cause);
          } else {
            const { version } = assignment.task;
            versions.push(version);
            draft.cost += costOf(version);
            draft.full = draft.cost >= draft.enough && desk.count + versions.length >= desk.lanes.length;
          }
        }
      }
      for (const { desk, versions } of drafts) if (versions.length > 0) send(desk, versions);
      return validated;
    }

    /** A message for a desk, to be filled; null where there is no room for one. */
    function draftFor(desk: Desk) {
      const room = desk.room(batch.us);
      const [lane] = lanesAt(desk);
      if (room === null || !lane) return null;
      // Towards the end of the block messages get smaller, so that no desk holds work which another could do.
      const enough = Math.min(room, notStarted / (2 * desks.length));
      return { desk, lane, enough, versions: [] as Version[], cost: 0, full: false };
    }

    /** Lanes with a worker. */
    function lanesAt(desk: Desk): readonly Lane[] {
      return desk.lanes.map(laneAt).filter(({ vacant }) => !vacant);
    }

    /** Lanes that have nothing to do. Who takes what isn't known beforehand, so those that are about to are any. */
    function idleAt(desk: Desk): readonly Lane[] {
      const present = lanesAt(desk);
      if (desk.isEmpty) return present;
      if (desk.count >= present.length) return [];
      const claims = transport.claimsOn?.(desk.underWay) ?? { lanes: new Set(), open: 0 };
      return present.filter(({ index }) => !claims.lanes.has(index)).slice(claims.open);
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
      if (!executing && lane.desk.isEmpty) {
        const at = takeUp();
        log.note(at, () => [{ kind: 'started', task: 'validate', version: task.version, lane: lane.index, at }]);
        lane.waiting = null;
      }
      engine.complete(task, { kind: 'validation' });
    }

    function wait(lane: Lane, cause: WaitCause): void {
      if (lane.waiting && isSameWait(lane.waiting, cause)) return;
      lane.waiting = cause;
      const at = moment;
      log.note(at, () => [{ kind: 'waiting', lane: lane.index, cause, at }]);
    }

    function send(desk: Desk, versions: readonly Version[]): void {
      desk.put(versions, now());
      const { underWay } = desk;
      const limitMs = input.patienceMs + (20 / 1000) * underWay.reduce((sum, { tx }) => sum + (expected[tx] ?? 0), 0);
      const terms = { limitMs, lowWater: lowWaterOf(underWay, desk.lanes.length) };
      const present = lanesAt(desk).map(({ index }) => index);
      dispatcher.send(present, versions, terms);
    }

    /** How many of those last in a queue make up what little so many lanes may have left. */
    function lowWaterOf(underWay: readonly Version[], width: number): number {
      let count = 0;
      for (let cost = 0; count < underWay.length; count++) {
        cost += expected[underWay.at(-1 - count)?.tx ?? 0] ?? 0;
        if (cost > LOW_WATER_US * width) break;
      }
      return count;
    }

    function goOn(): void {
      if (over || !begun) return;
      pump();
      report();
    }

    function take(lane: Lane, result: LaneResult): void {
      const { version, execution, reads } = result;
      const { sent, wasLast } = lane.desk.take(version);
      if (wasLast) batch.ended();
      const at = clampedTo(Math.max(sent, lane.lastEnd), takeUp());
      const start = at(toMicroseconds(result.start));
      const end = at(toMicroseconds(result.end));
      lane.lastEnd = end;
      lane.waiting = null;
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

    /** Passes on what is settled; ends the run, or finds that it can't go on. */
    function report(): void {
      if (over) return;
      const idle = desks.every(({ isEmpty }) => isEmpty);
      const done = engine.done && idle;
      if (done || now() - reported >= REPORT_US) {
        reported = now();
        const events = done
          ? log.settle(Number.POSITIVE_INFINITY)
          : log.settle(Math.min(...desks.map(({ oldest }) => oldest)) - 1, NOTES_PER_REPORT);
        if (events.length > 0) input.onEvents(events);
      }
      if (done) finish(() => void dispatcher.close().then((orderly) => resolve(result(orderly)), reject));
      else if (idle && desks.every((desk) => lanesAt(desk).length > 0)) {
        throw new Error('the engine has transactions left but no task for any lane');
      }
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
