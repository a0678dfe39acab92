import { bisector } from 'd3';
import type { AbortCause, RoundStage, RunEvent, WaitCause } from '../model/events.ts';
import type { LaneIndex, TxIndex, Version } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import { isSameWait, waitOf } from '../model/wait-cause.ts';
import { createSpanTimes, type GrowingSpanTimes } from './span-times.ts';

/*
 * The event log as stretches on lanes:
 *
 *   started ──▶ ExecutionSpan ──▶ finished | blocked        later, from elsewhere: aborted | committed
 *   started ──▶ ValidationSpan ─▶ validated
 *   waiting ──▶ WaitSpan ───────▶ the lane's next event; with no cause from when the transaction waited for has finished
 *
 * A span keeps the moment of everything that befell it, so that the picture at any moment `t` is read from one set of
 * spans: what has `…At` above `t` hasn't happened yet.
 */

/** One incarnation on its lane. */
export interface ExecutionSpan {
  readonly kind: 'execution';
  readonly lane: LaneIndex;
  readonly tx: TxIndex;
  readonly incarnation: number;
  /** Its place in the lane's list. */
  readonly place: number;
  /** When it was queued with its locks held; null where nothing is locked. */
  readonly lockedAt: number | null;
  readonly start: number;
  /** Infinity while it runs. */
  end: number;
  outcome: 'running' | 'finished' | 'blocked';
  /** False for a reverted or halted transaction, which is a valid result. */
  success: boolean;
  /** Why it could not be included, where it could not. */
  invalid: string | null;
  /** For `blocked`: the ESTIMATE it met. */
  blockedOn: { readonly location: Location; readonly by: TxIndex } | null;
  /** When its result was thrown away; Infinity if it wasn't. */
  abortedAt: number;
  abort: AbortCause | null;
  /** When its result became final; Infinity if it didn't. */
  committedAt: number;
  /** Its first read of each location, in order of time. */
  readonly reads: ReadEvent[];
}

export type ReadEvent = Extract<RunEvent, { kind: 'read' }>;

/** A check of an incarnation's reads. Takes no time when validation costs nothing. */
export interface ValidationSpan {
  readonly kind: 'validation';
  readonly lane: LaneIndex;
  readonly tx: TxIndex;
  readonly incarnation: number;
  readonly start: number;
  /** Infinity while it runs. */
  end: number;
  /** Null while it runs. */
  ok: boolean | null;
  cause: AbortCause | null;
}

/** A stretch in which the lane had nothing to do, and why. */
export interface WaitSpan {
  readonly kind: 'wait';
  readonly lane: LaneIndex;
  readonly start: number;
  /** Infinity while it lasts. */
  end: number;
  readonly cause: WaitCause;
}

export type Span = ExecutionSpan | ValidationSpan | WaitSpan;

/** Each list is sorted by start, and its spans don't overlap. `times` has the moments of each list in flat arrays. */
export interface LaneSpans {
  readonly executions: ExecutionSpan[];
  readonly validations: ValidationSpan[];
  readonly waits: WaitSpan[];
  readonly times: {
    readonly executions: GrowingSpanTimes;
    readonly validations: GrowingSpanTimes;
    readonly waits: GrowingSpanTimes;
  };
}

/** A barrier: all lanes have done with what came before, and `stage` of `round` begins. */
export interface RoundMark {
  readonly at: number;
  readonly round: number;
  readonly stage: RoundStage;
  readonly transactions: number;
}

export interface SpanLog {
  readonly lanes: readonly LaneSpans[];
  /** Incarnations of each transaction, in order of start. */
  readonly runs: readonly (readonly ExecutionSpan[])[];
  /** Incarnations thrown away, in order of abort. */
  readonly aborts: readonly ExecutionSpan[];
  /** Barriers, in order of time. */
  readonly rounds: readonly RoundMark[];
  /** When transactions were committed, in order of time. */
  readonly commits: readonly number[];
  /** Time of the last event. */
  readonly end: number;
  readonly count: number;
  /** Rises whenever `update` starts anew: spans of another generation aren't of this log. */
  readonly generation: number;
  /**
   * Takes in the events after those already taken when `events` continues the same log (a measured run in progress),
   * else starts anew. Returns whether anything changed.
   */
  update(events: readonly RunEvent[], lanes: number): boolean;
}

export function createSpanLog(): SpanLog {
  let lanes: LaneSpans[] = [];
  let runs: ExecutionSpan[][] = [];
  let aborts: ExecutionSpan[] = [];
  let rounds: RoundMark[] = [];
  let commits: number[] = [];
  const lockedAt = new Map<TxIndex, number>();
  let end = 0;
  let count = 0;
  let generation = 0;
  let taken = 0;
  let lastTaken: RunEvent | null = null;

  const laneAt = (index: number): LaneSpans => {
    while (lanes.length <= index) {
      const times = { executions: createSpanTimes(), validations: createSpanTimes(), waits: createSpanTimes() };
      lanes.push({ executions: [], validations: [], waits: [], times });
    }
    return lanes[index] as LaneSpans;
  };
  const runsOf = (tx: TxIndex): ExecutionSpan[] => {
    while (runs.length <= tx) runs.push([]);
    return runs[tx] as ExecutionSpan[];
  };
  const runOf = (version: Version): ExecutionSpan | undefined =>
    runsOf(version.tx).findLast((run) => run.incarnation === version.incarnation);

  const endRun = (version: Version, at: number): ExecutionSpan | undefined => {
    const run = runOf(version);
    if (!run) return undefined;
    run.end = at;
    laneAt(run.lane).times.executions.end[run.place] = at;
    return run;
  };

  const turn = ({ lane, place }: ExecutionSpan, at: number): void => {
    const { turn: turns } = laneAt(lane).times.executions;
    turns[place] = Math.min(turns[place] as number, at);
  };

  const endWait = (lane: LaneSpans, at: number): void => {
    const wait = lane.waits.at(-1);
    if (wait?.end !== Number.POSITIVE_INFINITY) return;
    if (wait.start === at) {
      lane.waits.pop();
      lane.times.waits.pop();
      count--;
      return;
    }
    wait.end = at;
    lane.times.waits.end[lane.waits.length - 1] = at;
  };

  const beginWait = (index: LaneIndex, at: number, cause: WaitCause): void => {
    const lane = laneAt(index);
    endWait(lane, at);
    lane.waits.push({ kind: 'wait', lane: index, start: at, end: Number.POSITIVE_INFINITY, cause });
    lane.times.waits.push(at, Number.POSITIVE_INFINITY);
    count++;
  };

  /** One lane was told for all that wait. */
  const tellWaiting = (at: number, cause: WaitCause): void => {
    for (const { waits } of lanes) {
      const wait = waits.at(-1);
      if (wait?.end === Number.POSITIVE_INFINITY && !isSameWait(wait.cause, cause)) beginWait(wait.lane, at, cause);
    }
  };

  /** What a lane was told holds no longer than it says. */
  const resolveWaits = (on: TxIndex, at: number, kind?: WaitCause['kind']): void => {
    for (const { waits } of lanes) {
      const wait = waits.at(-1);
      if (wait?.end !== Number.POSITIVE_INFINITY || (kind && wait.cause.kind !== kind)) continue;
      if (waitOf(wait.cause)?.on === on) beginWait(wait.lane, at, { kind: 'no-task' });
    }
  };

  function take(event: RunEvent): void {
    end = Math.max(end, event.at);
    switch (event.kind) {
      case 'started': {
        const lane = laneAt(event.lane);
        endWait(lane, event.at);
        const common = { lane: event.lane, ...event.version, start: event.at, end: Number.POSITIVE_INFINITY };
        count++;
        if (event.task === 'validate') {
          lane.validations.push({ kind: 'validation', ...common, ok: null, cause: null });
          lane.times.validations.push(event.at, Number.POSITIVE_INFINITY);
          return;
        }
        const run: ExecutionSpan = {
          kind: 'execution',
          ...common,
          place: lane.executions.length,
          lockedAt: lockedAt.get(event.version.tx) ?? null,
          outcome: 'running',
          success: true,
          invalid: null,
          blockedOn: null,
          abortedAt: Number.POSITIVE_INFINITY,
          abort: null,
          committedAt: Number.POSITIVE_INFINITY,
          reads: [],
        };
        lane.executions.push(run);
        lane.times.executions.push(event.at, Number.POSITIVE_INFINITY);
        runsOf(event.version.tx).push(run);
        return;
      }
      case 'finished': {
        const run = endRun(event.version, event.at);
        if (!run) return;
        run.outcome = 'finished';
        run.success = event.success;
        run.invalid = event.invalid?.message ?? null;
        if (!event.invalid) resolveWaits(event.version.tx, event.at, 'dependency');
        return;
      }
      case 'blocked': {
        const run = endRun(event.version, event.at);
        if (!run) return;
        run.outcome = 'blocked';
        turn(run, event.at);
        run.blockedOn = { location: event.location, by: event.by };
        return;
      }
      case 'validated': {
        const { validations, times } = laneAt(event.lane);
        const { tx, incarnation } = event.version;
        let at = validations.length - 1;
        const last = validations[at];
        if (last?.tx !== tx || last.incarnation !== incarnation || last.ok !== null) {
          // An engine may validate without a task of its own: a moment, then, and no stretch.
          const { lane, at: start } = event;
          at =
            validations.push({ kind: 'validation', lane, tx, incarnation, start, end: start, ok: null, cause: null }) -
            1;
          times.validations.push(start, start);
          count++;
        }
        const span = validations[at] as ValidationSpan;
        span.end = event.at;
        span.ok = event.ok;
        span.cause = event.cause ?? null;
        times.validations.end[at] = event.at;
        if (!event.ok) times.validations.turn[at] = event.at;
        return;
      }
      case 'aborted': {
        const run = runOf(event.version);
        if (!run) return;
        run.abortedAt = event.at;
        turn(run, event.at);
        run.abort = event.cause;
        aborts.push(run);
        return;
      }
      case 'committed': {
        const run = runOf(event.version);
        if (run) run.committedAt = event.at;
        commits.push(event.at);
        resolveWaits(event.version.tx, event.at);
        return;
      }
      case 'waiting': {
        const lane = laneAt(event.lane);
        const wait = lane.waits.at(-1);
        if (wait?.end === Number.POSITIVE_INFINITY && isSameWait(wait.cause, event.cause)) return;
        beginWait(event.lane, event.at, event.cause);
        if (event.everyLane) tellWaiting(event.at, event.cause);
        return;
      }
      case 'rejected': {
        const run = runOf(event.version);
        if (!run) return;
        run.success = false;
        run.invalid = event.reason.message;
        return;
      }
      case 'round':
        rounds.push({ at: event.at, round: event.round, stage: event.stage, transactions: event.transactions });
        return;
      case 'read':
        runOf(event.version)?.reads.push(event);
        return;
      case 'locked':
        return;
    }
  }

  return {
    get lanes() {
      return lanes;
    },
    get runs() {
      return runs;
    },
    get aborts() {
      return aborts;
    },
    get rounds() {
      return rounds;
    },
    get commits() {
      return commits;
    },
    get end() {
      return end;
    },
    get count() {
      return count;
    },
    get generation() {
      return generation;
    },
    update(events, laneCount) {
      const continues = taken > 0 && events.length >= taken && events[taken - 1] === lastTaken;
      if (continues && events.length === taken && lanes.length >= laneCount) return false;
      if (!continues) {
        lanes = [];
        runs = [];
        aborts = [];
        rounds = [];
        commits = [];
        lockedAt.clear();
        end = 0;
        count = 0;
        taken = 0;
        generation++;
      }
      if (laneCount > 0) laneAt(laneCount - 1);
      for (; taken < events.length; taken++) take(events[taken] as RunEvent);
      lastTaken = events[taken - 1] ?? null;
      return true;
    },
  };
}

/**
 * Index of the first span that ends after `time` (or at it: a span of no length counts). `spans.length` when there is
 * none. The one search on which culling and hit testing rest.
 */
export function firstEndingAt(spans: readonly { readonly end: number }[], time: number): number {
  return byEnd.left(spans, time);
}

const byEnd = bisector((span: { readonly end: number }) => span.end);
