import type { RunEvent } from '../../model/events.ts';

/**
 * The log of a measured run. What a worker did becomes known when its message arrives, after later things may have been
 * noted already: events are held back until nothing earlier can come, and then put in order of time. They are also made only
 * then, as the run must not wait for its own description.
 */
export interface EventLog {
  /** Of events with equal times, those noted first come first. */
  note(make: () => readonly RunEvent[]): void;
  /** Settles everything up to `before` and returns it: these events will not change any more. */
  settle(before: number): readonly RunEvent[];
  /** All events settled so far, in order. */
  readonly events: readonly RunEvent[];
}

export function createEventLog(): EventLog {
  const events: RunEvent[] = [];
  let open: RunEvent[] = [];
  let unmade: (() => readonly RunEvent[])[] = [];
  return {
    note(make) {
      unmade.push(make);
    },
    settle(before) {
      for (const make of unmade) for (const event of make()) open.push(event);
      unmade = [];
      open.sort((a, b) => a.at - b.at);
      let count = 0;
      while (count < open.length && (open[count] as RunEvent).at <= before) count++;
      const settled = open.slice(0, count);
      open = open.slice(count);
      for (const event of settled) events.push(event);
      return settled;
    },
    events,
  };
}
