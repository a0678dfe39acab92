import type { AbortCause, RunEvent, WaitCause } from '../../model/events.ts';
import type { LaneIndex, TxIndex, Version } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import { waitOf } from '../../model/wait-cause.ts';

/** What a run makes of transaction `tx` at the moment at which another starts it. */
export type Instead =
  /** A lane waits, for a reason that concerns it. */
  | { readonly kind: 'waits'; readonly lane: LaneIndex; readonly cause: WaitCause }
  /** It knows beforehand that it reads what `on` writes, and `on` hasn't finished. */
  | { readonly kind: 'depends'; readonly on: TxIndex; readonly location: Location | null }
  /** It has been executed already, and that still stands then. */
  | { readonly kind: 'executed'; readonly at: number }
  /** It is being executed. */
  | { readonly kind: 'executing'; readonly lane: LaneIndex }
  /** A lane starts something at that moment that the other run doesn't start then. */
  | { readonly kind: 'starts'; readonly lane: LaneIndex; readonly version: Version }
  /** A lane stands idle, for another reason. */
  | { readonly kind: 'idle'; readonly lane: LaneIndex; readonly cause: WaitCause }
  /** The lane that will take it is busy, executing or validating. */
  | { readonly kind: 'busy'; readonly lane: LaneIndex; readonly task: 'execute' | 'validate'; readonly tx: TxIndex }
  /** Nothing of the kind; it starts later, or never. */
  | { readonly kind: 'later'; readonly at: number | null };

/** The first moment at which one of two runs starts an incarnation that the other doesn't start then. */
export interface Parting {
  readonly at: number;
  /** Which of the two starts it. */
  readonly starter: 0 | 1;
  readonly lane: LaneIndex;
  readonly version: Version;
  /** Why it had to start over, for a later incarnation. */
  readonly abort: AbortCause | null;
  /** The other run. */
  readonly instead: Instead;
}

/** What a run knows beforehand that a transaction must wait for; null for one that knows nothing. */
export type Knowledge =
  | ((tx: TxIndex) => readonly { readonly on: TxIndex; readonly location: Location | null }[])
  | null;

interface PartingRun {
  readonly events: readonly RunEvent[];
  readonly knowledge: Knowledge;
}

type Started = Extract<RunEvent, { kind: 'started' }>;

/**
 * Where two runs of one block part: the first moment at which they don't start the same incarnations, whatever the lane. Null
 * when they never do. Of several at that moment, the lowest transaction is told of.
 */
export function findParting(a: PartingRun, b: PartingRun): Parting | null {
  const runs = [a, b] as const;
  const starts = [startsOf(a.events), startsOf(b.events)] as const;
  const [first, second] = starts;
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const [x, y] = [first[i], second[i]];
    if (x && y && x.at === y.at && isSameVersion(x.version, y.version)) continue;
    // Lists are sorted by moment, then transaction: whichever comes first is missing in the other.
    const starter = !y || (x && compareStarts(x, y) < 0) ? 0 : 1;
    const start = (starter === 0 ? x : y) as Started;
    return {
      at: start.at,
      starter,
      lane: start.lane,
      version: start.version,
      abort: abortBefore(runs[starter].events, start),
      instead: insteadOf(runs[starter === 0 ? 1 : 0], start, starts[starter]),
    };
  }
  return null;
}

function startsOf(events: readonly RunEvent[]): readonly Started[] {
  return events
    .filter((event): event is Started => event.kind === 'started' && event.task === 'execute')
    .sort(compareStarts);
}

function compareStarts(a: Started, b: Started): number {
  return a.at - b.at || a.version.tx - b.version.tx || a.version.incarnation - b.version.incarnation;
}

function isSameVersion(a: Version, b: Version): boolean {
  return a.tx === b.tx && a.incarnation === b.incarnation;
}

function abortBefore(events: readonly RunEvent[], { version }: Started): AbortCause | null {
  for (const event of events) {
    if (event.kind === 'aborted' && event.version.tx === version.tx) {
      if (event.version.incarnation === version.incarnation - 1) return event.cause;
    }
  }
  return null;
}

/** One lane as it is once everything of the moment has happened. */
type Doing =
  | { readonly kind: 'waits'; readonly cause: WaitCause }
  | {
      readonly kind: 'works';
      readonly task: 'execute' | 'validate';
      readonly version: Version;
      readonly since: number;
    };

function insteadOf(
  { events, knowledge }: PartingRun,
  { at, version: { tx } }: Started,
  starts: readonly Started[],
): Instead {
  const finished = new Set<TxIndex>();
  const lanes = new Map<LaneIndex, Doing | null>();
  let executed: number | null = null;
  let later: Started | null = null;
  for (const event of events) {
    if (event.at > at) {
      if (event.kind !== 'started' || event.task !== 'execute' || event.version.tx !== tx) continue;
      later = event;
      break;
    }
    switch (event.kind) {
      case 'waiting':
        lanes.set(event.lane, { kind: 'waits', cause: event.cause });
        break;
      case 'started':
        lanes.set(event.lane, { kind: 'works', task: event.task, version: event.version, since: event.at });
        break;
      case 'finished':
        finished.add(event.version.tx);
        if (event.version.tx === tx) executed = event.at;
        lanes.set(event.lane, null);
        break;
      case 'blocked':
        lanes.set(event.lane, null);
        break;
      case 'validated': {
        const doing = lanes.get(event.lane);
        if (doing?.kind === 'works' && doing.task === 'validate') lanes.set(event.lane, null);
        break;
      }
      case 'aborted':
        if (event.version.tx === tx) executed = null;
        break;
      default:
    }
  }

  const all = [...lanes].sort(([x], [y]) => x - y);
  for (const [lane, doing] of all) {
    if (doing?.kind === 'waits' && waitOf(doing.cause)?.tx === tx) return { kind: 'waits', lane, cause: doing.cause };
    if (doing?.kind === 'works' && doing.task === 'execute' && doing.version.tx === tx) {
      return { kind: 'executing', lane };
    }
  }
  if (executed !== null) return { kind: 'executed', at: executed };
  const awaited = knowledge?.(tx).find(({ on }) => !finished.has(on));
  if (awaited) return { kind: 'depends', ...awaited };
  const isShared = ({ tx: other, incarnation }: Version): boolean =>
    starts.some((s) => s.at === at && s.version.tx === other && s.version.incarnation === incarnation);
  for (const [lane, doing] of all) {
    if (doing?.kind === 'works' && doing.task === 'execute' && doing.since === at && !isShared(doing.version)) {
      return { kind: 'starts', lane, version: doing.version };
    }
  }
  for (const [lane, doing] of all) if (doing?.kind === 'waits') return { kind: 'idle', lane, cause: doing.cause };
  const taker = later && lanes.get(later.lane);
  if (later && taker?.kind === 'works') {
    return { kind: 'busy', lane: later.lane, task: taker.task, tx: taker.version.tx };
  }
  return { kind: 'later', at: later?.at ?? null };
}
