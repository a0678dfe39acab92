import type { RunEvent } from '../model/events.ts';

/** What a lane of a measured run spent the makespan on, µs. The parts add up to it. */
export interface LaneTimes {
  /** Until its first task began. */
  readonly start: number;
  /** Around the EVM alone, all incarnations. */
  readonly evm: number;
  /** Validations that it stood still for. They happen on the coordinator; while a lane executes they cost it nothing. */
  readonly validation: number;
  /** The engine had no task for it: it waited for others. */
  readonly waiting: number;
  /** The rest: results on their way to the coordinator, tasks on their way back, and what is done with them at both ends. */
  readonly messages: number;
}

interface Lane {
  /** The task under way. */
  task: { readonly at: number; readonly executes: boolean } | null;
  /** End of its last task. */
  end: number;
  begun: boolean;
  /** Since when the engine has had nothing for it. */
  waitingSince: number | null;
  times: { start: number; evm: number; validation: number; waiting: number; messages: number };
}

/**
 * Takes a measured run apart by its log. A lane that was told to wait has waited until the coordinator last heard anything
 * before the lane's next task began: from then on the task was on its way.
 */
export function laneTimesOf(events: readonly RunEvent[], lanes: number, makespan: number): readonly LaneTimes[] {
  const all = Array.from({ length: lanes }, createLane);
  /** When the coordinator last took note of something. */
  let heard = 0;

  const spendIdle = (lane: Lane, until: number): void => {
    if (!lane.begun && lane.waitingSince === null) {
      lane.times.start += until;
      return;
    }
    const waited = lane.waitingSince === null ? 0 : Math.max(0, Math.min(heard, until) - lane.waitingSince);
    lane.times.waiting += waited;
    lane.times.messages += until - lane.end - waited;
  };

  for (const event of events) {
    if (event.kind === 'aborted' || event.kind === 'committed' || event.kind === 'round' || event.kind === 'rejected') {
      heard = event.at;
      continue;
    }
    const lane = all[event.lane];
    if (!lane) continue;
    switch (event.kind) {
      case 'started':
        spendIdle(lane, event.at);
        lane.task = { at: event.at, executes: event.task === 'execute' };
        lane.begun = true;
        lane.waitingSince = null;
        break;
      case 'finished':
      case 'blocked':
        if (lane.task) lane.times.evm += event.at - lane.task.at;
        lane.task = null;
        lane.end = event.at;
        break;
      case 'validated':
        heard = event.at;
        if (!lane.task || lane.task.executes) break;
        lane.times.validation += event.at - lane.task.at;
        lane.task = null;
        lane.end = event.at;
        break;
      case 'waiting':
        // One that hasn't begun has had nothing to do from the first moment, whenever it was told.
        lane.waitingSince ??= lane.begun ? event.at : 0;
        break;
      default:
    }
  }
  for (const lane of all) {
    heard = makespan;
    // Nothing more came: it waited for the others to end.
    lane.waitingSince ??= lane.end;
    spendIdle(lane, makespan);
  }
  return all.map(({ times }) => times);
}

function createLane(): Lane {
  return {
    task: null,
    end: 0,
    begun: false,
    waitingSince: null,
    times: { start: 0, evm: 0, validation: 0, waiting: 0, messages: 0 },
  };
}

/** Sums over all lanes. */
export function addLaneTimes(lanes: readonly LaneTimes[]): LaneTimes {
  const sum = (part: keyof LaneTimes): number => lanes.reduce((total, lane) => total + lane[part], 0);
  return {
    start: sum('start'),
    evm: sum('evm'),
    validation: sum('validation'),
    waiting: sum('waiting'),
    messages: sum('messages'),
  };
}
