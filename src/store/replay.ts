import { assertNever } from '../lib/assert-never.ts';
import type { AbortCause, RunEvent, TaskKind, WaitCause } from '../model/events.ts';
import type { LaneIndex, TxIndex, Version } from '../model/ids.ts';
import type { Location } from '../model/location.ts';

/**
 * What a transaction is doing at a moment of the run:
 *
 *   ready ──▶ executing ──▶ executed ──▶ committed
 *     │          │  ▲           │
 *     └▶ waiting ┘  └─ aborted ◀┘           executing ─▶ waiting (met an ESTIMATE)
 */
export type TxStatus = 'ready' | 'waiting' | 'executing' | 'executed' | 'aborted' | 'committed';

export interface TxPlayback {
  readonly status: TxStatus;
  /** Of the incarnation under way, or the last one. */
  readonly incarnation: number;
  /** Where it executes or was executed last. */
  readonly lane: LaneIndex | null;
  /** When the status began. */
  readonly since: number;
  /** What the last validation of this incarnation found; null when there was none yet. */
  readonly valid: boolean | null;
  /** What it waits for. */
  readonly waitsFor: { readonly tx: TxIndex; readonly location: Location | null } | null;
  /** Why its last incarnation was thrown away. */
  readonly cause: AbortCause | null;
}

export interface LanePlayback {
  readonly task: { readonly kind: TaskKind; readonly version: Version } | null;
  /** Why it has no task. */
  readonly wait: WaitCause | null;
  /** When task or wait began. */
  readonly since: number;
}

/** The run at one moment. */
export interface PlaybackState {
  readonly time: number;
  /** Events up to and including this moment. */
  readonly events: number;
  /** By index; those not mentioned yet are ready. */
  readonly transactions: readonly TxPlayback[];
  readonly lanes: readonly LanePlayback[];
}

export const READY: TxPlayback = {
  status: 'ready',
  incarnation: 0,
  lane: null,
  since: 0,
  valid: null,
  waitsFor: null,
  cause: null,
};
export const IDLE_LANE: LanePlayback = { task: null, wait: null, since: 0 };

/** The run's size; a log doesn't tell of transactions and lanes that it hasn't reached. */
export interface RunShape {
  readonly transactions: number;
  readonly lanes: number;
}

/** The picture at time t: a fold of the log up to and including t. */
export interface Replay {
  at(time: number): PlaybackState;
  /** The replay of a longer log that begins with this one's; costs as much as what was added. */
  extended(events: readonly RunEvent[]): Replay;
}

interface Fold {
  events: number;
  transactions: TxPlayback[];
  lanes: LanePlayback[];
}

/** Seeking folds at most this many events, or one per transaction if that is more: a snapshot costs that much to copy. */
const SNAPSHOT_EVENTS = 512;

/** Folds the log once and keeps snapshots, so that seeking costs the stretch from the nearest one. */
export function createReplay(events: readonly RunEvent[], shape: RunShape): Replay {
  const start: Fold = {
    events: 0,
    transactions: Array.from({ length: shape.transactions }, () => READY),
    lanes: Array.from({ length: shape.lanes }, () => IDLE_LANE),
  };
  return continueReplay(events, shape, [start], copy(start));
}

function continueReplay(events: readonly RunEvent[], shape: RunShape, snapshots: readonly Fold[], head: Fold): Replay {
  const every = Math.max(SNAPSHOT_EVENTS, shape.transactions);
  const all = [...snapshots];
  for (let i = head.events; i < events.length; i++) {
    const event = events[i];
    if (event) apply(head, event);
    if (head.events % every === 0) all.push(copy(head));
  }
  let last: PlaybackState | null = null;
  return {
    at(time) {
      if (last?.time === time) return last;
      const target = eventsUpTo(events, time);
      const state = copy(all[Math.min(Math.floor(target / every), all.length - 1)] ?? head);
      for (let i = state.events; i < target; i++) {
        const event = events[i];
        if (event) apply(state, event);
      }
      last = { time, ...state };
      return last;
    },
    extended: (longer) => continueReplay(longer, shape, all, copy(head)),
  };
}

function copy(fold: Fold): Fold {
  return { events: fold.events, transactions: [...fold.transactions], lanes: [...fold.lanes] };
}

/** How many events happen at or before `time`. */
function eventsUpTo(events: readonly RunEvent[], time: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.at ?? Infinity) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One step of the fold. Exported for the test that compares seeking with folding from the start. */
export function apply(fold: Fold, event: RunEvent): void {
  fold.events++;
  const { at } = event;
  const change = (tx: TxIndex, to: Partial<TxPlayback>): void => {
    fold.transactions[tx] = { ...(fold.transactions[tx] ?? READY), ...to };
  };
  switch (event.kind) {
    case 'started': {
      const { tx, incarnation } = event.version;
      fold.lanes[event.lane] = { task: { kind: event.task, version: event.version }, wait: null, since: at };
      if (event.task === 'execute') {
        const { lane } = event;
        change(tx, { status: 'executing', incarnation, lane, since: at, valid: null, waitsFor: null });
      }
      return;
    }
    case 'read':
      return;
    case 'blocked':
      fold.lanes[event.lane] = { task: null, wait: null, since: at };
      change(event.version.tx, {
        status: 'waiting',
        since: at,
        waitsFor: { tx: event.by, location: event.location },
      });
      return;
    case 'finished':
      fold.lanes[event.lane] = { task: null, wait: null, since: at };
      change(event.version.tx, { status: 'executed', since: at });
      return;
    case 'validated': {
      fold.lanes[event.lane] = { task: null, wait: null, since: at };
      const { tx, incarnation } = event.version;
      // A validation that lost the race against a newer incarnation says nothing about it.
      if (fold.transactions[tx]?.incarnation === incarnation) change(tx, { valid: event.ok });
      return;
    }
    case 'aborted': {
      const { tx } = event.version;
      // One that met an ESTIMATE goes on waiting for the writer.
      if (fold.transactions[tx]?.status === 'waiting') change(tx, { cause: event.cause });
      else change(tx, { status: 'aborted', since: at, cause: event.cause });
      return;
    }
    case 'committed':
      change(event.version.tx, { status: 'committed', since: at });
      return;
    case 'rejected':
      change(event.version.tx, { status: 'aborted', since: at });
      return;
    case 'locked':
    case 'round':
      return;
    case 'waiting': {
      const wait = { task: null, wait: event.cause, since: at };
      fold.lanes[event.lane] = wait;
      if (event.everyLane) fold.lanes = fold.lanes.map((lane) => (lane.wait ? wait : lane));
      if (!('on' in event.cause)) return;
      const { tx, on } = event.cause;
      const location = 'location' in event.cause ? (event.cause.location ?? null) : null;
      const status = fold.transactions[tx]?.status ?? 'ready';
      if (status === 'ready') change(tx, { status: 'waiting', since: at, waitsFor: { tx: on, location } });
      return;
    }
    default:
      assertNever(event);
  }
}
