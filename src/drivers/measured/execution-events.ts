import type { OriginatedRead } from '../../engines/engine.ts';
import type { RunEvent } from '../../model/events.ts';
import type { Execution, FinalExecution } from '../../model/execution.ts';
import { gas, type LaneIndex, type Version } from '../../model/ids.ts';

/** An incarnation that has ended, with the moments of its run, µs. */
export interface TimedExecution {
  readonly execution: Execution;
  readonly reads: readonly OriginatedRead[];
  readonly readAt: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly where: { readonly lane: LaneIndex; readonly version: Version };
}

/** What the log says of an incarnation, in order. */
export function executionToEvents(timed: TimedExecution): readonly RunEvent[] {
  const { execution, reads, readAt, start, end, where } = timed;
  return [
    { kind: 'started', task: 'execute', ...where, at: start },
    ...reads.map(
      ({ location, origin, value }, i): RunEvent => ({
        kind: 'read',
        ...where,
        location,
        origin,
        value,
        at: readAt[i] ?? start,
      }),
    ),
    execution.kind === 'blocked'
      ? { kind: 'blocked', ...where, location: execution.location, by: execution.by, gasUsed: execution.at, at: end }
      : { kind: 'finished', ...where, ...outcomeOf(execution), at: end },
  ];
}

function outcomeOf(execution: FinalExecution) {
  const writes = execution.recording.writes.length;
  return execution.kind === 'executed'
    ? { gasUsed: execution.receipt.gasUsed, success: execution.receipt.success, writes }
    : { gasUsed: gas(0), success: false, writes, invalid: execution.reason };
}
