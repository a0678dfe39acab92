import type { AbortCause, Origin, RunEvent } from '../model/events.ts';
import type { LaneIndex, TxIndex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';

/** What happened to one transaction in a run, gathered from the log. Times in the run's unit. */
export interface TxStory {
  readonly tx: TxIndex;
  readonly incarnations: readonly IncarnationStory[];
  /** When lanes stood still because this transaction couldn't start yet. */
  readonly waits: readonly WaitStory[];
  /** Others that waited for this one. */
  readonly heldUp: readonly WaitStory[];
  /** Others whose result was thrown away because of what this one wrote. */
  readonly aborted: readonly { readonly tx: TxIndex; readonly cause: AbortCause; readonly at: number }[];
}

export interface IncarnationStory {
  readonly incarnation: number;
  readonly lane: LaneIndex;
  readonly start: number;
  /** Null while it still runs. */
  readonly end: number | null;
  readonly reads: readonly ReadStory[];
  /** The ESTIMATE it met, if it ended so. */
  readonly blocked: { readonly location: Location; readonly by: TxIndex } | null;
  readonly abort: AbortStory | null;
  readonly committed: boolean;
}

export interface ReadStory {
  readonly location: Location;
  readonly origin: Origin;
  readonly value: Value;
  readonly at: number;
}

export interface AbortStory {
  readonly at: number;
  readonly cause: AbortCause;
  /** When the transaction to blame had last finished by then; null when it hadn't. */
  readonly writerFinished: number | null;
}

export interface WaitStory {
  /** What it waited for: an ESTIMATE to be written, a value, a lock, or its turn to commit. */
  readonly kind: 'estimate' | 'dependency' | 'lock' | 'commit';
  readonly tx: TxIndex;
  readonly on: TxIndex;
  readonly location: Location | null;
  readonly lane: LaneIndex | null;
  readonly from: number;
  /** Null while it still waits. */
  readonly to: number | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type OpenIncarnation = Mutable<IncarnationStory> & { reads: ReadStory[] };

/** One pass over the log. */
export function txStory(events: readonly RunEvent[], tx: TxIndex): TxStory {
  const incarnations: OpenIncarnation[] = [];
  const waits: Mutable<WaitStory>[] = [];
  const aborted: { tx: TxIndex; cause: AbortCause; at: number }[] = [];
  const finishedAt = new Map<TxIndex, number>();
  const laneWait = new Map<LaneIndex, Mutable<WaitStory>>();
  const blockedWait = new Map<TxIndex, Mutable<WaitStory>>();

  const own = (of: number): OpenIncarnation | undefined => incarnations.find((i) => i.incarnation === of);
  const endWait = (lane: LaneIndex, at: number): void => {
    const wait = laneWait.get(lane);
    if (wait) wait.to = at;
    laneWait.delete(lane);
  };

  for (const event of events) {
    const { at } = event;
    switch (event.kind) {
      case 'started': {
        endWait(event.lane, at);
        if (event.task !== 'execute') break;
        const wait = blockedWait.get(event.version.tx);
        if (wait) wait.to = at;
        blockedWait.delete(event.version.tx);
        if (event.version.tx !== tx) break;
        incarnations.push({
          incarnation: event.version.incarnation,
          lane: event.lane,
          start: at,
          end: null,
          reads: [],
          blocked: null,
          abort: null,
          committed: false,
        });
        break;
      }
      case 'read':
        if (event.version.tx === tx) {
          const { location, origin, value } = event;
          own(event.version.incarnation)?.reads.push({ location, origin, value, at });
        }
        break;
      case 'blocked': {
        const { location, by } = event;
        const wait = {
          kind: 'estimate' as const,
          tx: event.version.tx,
          on: by,
          location,
          lane: null,
          from: at,
          to: null,
        };
        blockedWait.set(event.version.tx, wait);
        if (wait.tx === tx || by === tx) waits.push(wait);
        if (event.version.tx !== tx) break;
        const open = own(event.version.incarnation);
        if (open) [open.end, open.blocked] = [at, { location, by }];
        break;
      }
      case 'finished': {
        finishedAt.set(event.version.tx, at);
        if (event.version.tx !== tx) break;
        const open = own(event.version.incarnation);
        if (open) open.end = at;
        break;
      }
      case 'aborted': {
        const { cause } = event;
        if (event.version.tx === tx) {
          const writerFinished = (cause.by !== null && finishedAt.get(cause.by)) || null;
          const open = own(event.version.incarnation);
          if (open) open.abort = { at, cause, writerFinished };
        } else if (cause.by === tx) aborted.push({ tx: event.version.tx, cause, at });
        break;
      }
      case 'committed': {
        if (event.version.tx !== tx) break;
        const open = own(event.version.incarnation);
        if (open) open.committed = true;
        break;
      }
      case 'waiting': {
        const { cause, lane } = event;
        const now = laneWait.get(lane);
        const same = now && 'on' in cause && now.tx === cause.tx && now.on === cause.on;
        if (same) break;
        endWait(lane, at);
        if (!('on' in cause) || (cause.tx !== tx && cause.on !== tx)) break;
        const location = 'location' in cause ? (cause.location ?? null) : null;
        const wait = { kind: cause.kind, tx: cause.tx, on: cause.on, location, lane, from: at, to: null };
        laneWait.set(lane, wait);
        waits.push(wait);
        break;
      }
      case 'validated':
      case 'locked':
      case 'rejected':
      case 'round':
        break;
    }
  }
  const lasting = waits.filter(({ from, to }) => to === null || to > from);
  return {
    tx,
    incarnations,
    waits: lasting.filter((wait) => wait.tx === tx),
    heldUp: lasting.filter((wait) => wait.on === tx),
    aborted,
  };
}
