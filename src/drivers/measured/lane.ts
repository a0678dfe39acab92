import type { LaneIndex } from '../../model/ids.ts';
import type { WaitCause } from '../../model/events.ts';
import type { Desk } from './desk.ts';

/** One worker as the coordinator sees it. */
export interface Lane {
  readonly index: LaneIndex;
  readonly desk: Desk;
  /** Its worker is lost and the next isn't ready. */
  vacant: boolean;
  /** Workers it has lost. */
  losses: number;
  /** End of its last task, µs. */
  lastEnd: number;
  waiting: WaitCause | null;
}
