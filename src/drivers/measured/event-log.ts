import type { RunEvent } from '../../model/events.ts';

/**
 * The log of a measured run. What a worker did becomes known when its message arrives, after later things may have been
 * noted already: events are held back until nothing earlier can come, and then put in order of time. They are also made only
 * then, as the run must not wait for its own description.
 */
export interface EventLog {
  /** Of events with equal times, those noted first come first. None is earlier than `from`. */
  note(from: number, make: () => readonly RunEvent[]): void;
  /**
   * Settles everything up to `before` and returns it: these events will not change any more. Makes the events of at most `most`
   * notes, the earliest; then what is later must wait.
   */
  settle(before: number, most?: number): readonly RunEvent[];
  /** All events settled so far, in order. */
  readonly events: readonly RunEvent[];
}

interface Note {
  readonly from: number;
  /** Its place among all notes. */
  readonly place: number;
  readonly make: () => readonly RunEvent[];
}

interface Open {
  readonly event: RunEvent;
  readonly place: number;
}

export function createEventLog(): EventLog {
  const events: RunEvent[] = [];
  let open: Open[] = [];
  let unmade: Note[] = [];
  let notes = 0;

  /** Makes events of notes; gives the time up to which none is left unmade. */
  function makeUpTo(before: number, most: number): number {
    unmade.sort((a, b) => a.from - b.from || a.place - b.place);
    let count = 0;
    for (; count < unmade.length && count < most; count++) {
      const { from, place, make } = unmade[count] as Note;
      if (from > before) break;
      for (const event of make()) open.push({ event, place });
    }
    unmade = unmade.slice(count);
    return Math.min(before, (unmade[0]?.from ?? Number.POSITIVE_INFINITY) - 1);
  }

  return {
    note(from, make) {
      unmade.push({ from, place: notes++, make });
    },
    settle(before, most = Number.POSITIVE_INFINITY) {
      const until = makeUpTo(before, most);
      open.sort((a, b) => a.event.at - b.event.at || a.place - b.place);
      let count = 0;
      while (count < open.length && (open[count] as Open).event.at <= until) count++;
      const settled = open.slice(0, count).map(({ event }) => event);
      open = open.slice(count);
      for (const event of settled) events.push(event);
      return settled;
    },
    events,
  };
}
