import { gas, type LaneIndex, type TxIndex } from '../model/ids.ts';
import type { RunClock, RunEvent } from '../model/events.ts';
import type { RunMetrics } from '../model/run.ts';
import type { EngineId } from '../model/settings.ts';

export interface MetricsInput {
  readonly engine: EngineId;
  readonly lanes: number;
  readonly clock: RunClock;
  readonly events: readonly RunEvent[];
  /** Cost of the final incarnations, in the clock's unit. */
  readonly work: number;
  /** Heaviest chain of dependencies among them, same unit. */
  readonly criticalPath: number;
  /** What one lane takes for the block at the same costs. Absent: the work. */
  readonly oneLane?: number;
}

/** The figures of a run, from its event log. A run of no work has speed-up 1. */
export function toRunMetrics(input: MetricsInput): RunMetrics {
  const { engine, lanes, clock, events, work, criticalPath, oneLane = work } = input;
  const startedAt = new Map<LaneIndex, { readonly at: number; readonly executes: boolean }>();
  const busy = new Array<number>(lanes).fill(0);
  const gasOf = new Map<TxIndex, number>();
  let makespan = 0;
  let incarnations = 0;
  let aborts = 0;
  let blocked = 0;
  let reexecuted = 0;

  const end = (lane: LaneIndex, at: number): void => {
    makespan = Math.max(makespan, at);
    const start = startedAt.get(lane);
    if (start?.executes) busy[lane] = (busy[lane] ?? 0) + at - start.at;
    startedAt.delete(lane);
  };

  for (const event of events) {
    switch (event.kind) {
      case 'started':
        if (event.task === 'execute') incarnations++;
        startedAt.set(event.lane, { at: event.at, executes: event.task === 'execute' });
        break;
      case 'finished':
        gasOf.set(event.version.tx, event.gasUsed);
        end(event.lane, event.at);
        break;
      case 'blocked':
        blocked++;
        reexecuted += event.gasUsed;
        end(event.lane, event.at);
        break;
      case 'validated':
        // A validation beside an execution on the same lane (on the coordinator, when measured) is a moment and ends nothing.
        if (startedAt.get(event.lane)?.executes) makespan = Math.max(makespan, event.at);
        else end(event.lane, event.at);
        break;
      case 'aborted':
        aborts++;
        reexecuted += gasOf.get(event.version.tx) ?? 0;
        break;
      default:
    }
  }
  const bound = criticalPath > 0 ? Math.min(lanes, work / criticalPath) : 1;
  const speedup = makespan > 0 ? work / makespan : 1;
  return {
    engine,
    lanes,
    clock,
    work,
    oneLane,
    makespan,
    criticalPath,
    bound,
    speedup,
    efficiency: speedup / lanes,
    incarnations,
    aborts,
    blocked,
    reexecutedGas: gas(reexecuted),
    utilisation: busy.map((time) => (makespan > 0 ? time / makespan : 0)),
  };
}

/** How many times as fast as one lane that pays the same costs; 1 for a run that took no time. */
export function timesOneLane({ oneLane, makespan }: Pick<RunMetrics, 'oneLane' | 'makespan'>): number {
  return makespan > 0 ? oneLane / makespan : 1;
}
