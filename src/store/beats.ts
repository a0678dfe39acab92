import type { RunEvent } from '../model/events.ts';

/** An event that is worth a stop when a run is told event by event. */
export interface Beat {
  readonly event: RunEvent;
  /** How long it takes to see and read it at speed 1, ms. */
  readonly dwell: number;
}

const known = new WeakMap<readonly RunEvent[], readonly Beat[]>();

/** The run as it is told: in order, without what teaches nothing. Made once for each log. */
export function beatsOf(events: readonly RunEvent[]): readonly Beat[] {
  const before = known.get(events);
  if (before) return before;
  const beats = events.flatMap((event) => {
    const dwell = dwellOf(event);
    return dwell === 0 ? [] : [{ event, dwell }];
  });
  known.set(events, beats);
  return beats;
}

/** The last of `beats` at or before `time`; -1 before the first. */
export function beatAt(beats: readonly Beat[], time: number): number {
  return beats.findLastIndex(({ event }) => event.at <= time);
}

function dwellOf(event: RunEvent): number {
  switch (event.kind) {
    case 'started':
      return event.task === 'execute' ? 700 : 450;
    // A read of the prestate is the rule; one of another's write is what dependencies are made of.
    case 'read':
      return event.origin.kind === 'version' || (event.origin.kind === 'list' && event.origin.index > 0) ? 1300 : 0;
    case 'blocked':
      return 2600;
    case 'finished':
      return event.invalid ? 2600 : 600;
    case 'validated':
      return event.ok ? 500 : 1800;
    case 'aborted':
      return 3200;
    case 'committed':
      return 450;
    case 'locked':
      return 800;
    case 'rejected':
      return 2600;
    case 'round':
      return 1800;
    case 'waiting':
      return event.cause.kind === 'no-task' || event.cause.kind === 'pinned-elsewhere' ? 0 : 1400;
  }
}
