import type { CoordinatorTime, LaneTime, MeasuredDetails } from '../../model/run.ts';
import { instantNow } from './protocol.ts';

/** Keeps account of where the time of a run goes. Times are µs since its start. */
export interface TimeApart {
  /** A transaction ran on the lane; it had been sent at `sent`. To be told in order, lane by lane. */
  ran(lane: number, sent: number, start: number, end: number): void;
  /** Does work of the coordinator's. Nested calls count for the inner kind. */
  spend<T>(kind: keyof CoordinatorTime, work: () => T): T;
  /** The lanes' parts each add up to `makespan`. */
  total(makespan: number): MeasuredDetails['timeApart'];
}

export function createTimeApart(lanes: number): TimeApart {
  const parts = Array.from({ length: lanes }, () => ({ startUp: 0, evm: 0, transfer: 0, waiting: 0, end: 0 }));
  const coordinator = { validation: 0, scheduling: 0 };
  /** Time of the inner kinds, to be taken off the outer one. */
  let nested = 0;
  return {
    ran(lane, sent, start, end) {
      const part = parts[lane];
      if (!part) return;
      if (part.end === 0) part.startUp = start;
      else {
        const idle = Math.min(Math.max(sent - part.end, 0), start - part.end);
        part.waiting += idle;
        part.transfer += start - part.end - idle;
      }
      part.evm += end - start;
      part.end = end;
    },
    spend(kind, work) {
      const before = nested;
      nested = 0;
      const start = instantNow();
      try {
        return work();
      } finally {
        const spent = (instantNow() - start) * 1000;
        coordinator[kind] += spent - nested;
        nested = before + spent;
      }
    },
    total: (makespan) => ({
      lanes: parts.map(({ startUp, evm, transfer, waiting, end }): LaneTime => {
        return { startUp, evm, transfer, waiting: waiting + Math.max(makespan - end, 0) };
      }),
      coordinator,
    }),
  };
}
