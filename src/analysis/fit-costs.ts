import type { RunEvent } from '../model/events.ts';
import type { FinalExecution } from '../model/execution.ts';
import type { CostModel } from '../model/settings.ts';
import { type FittedWork, fittedTime, fitWork, typicalError, type WorkSample } from './fit-work.ts';
import { addLaneTimes, laneTimesOf } from './lane-times.ts';
import { workKindsOf } from './work-kinds.ts';

/** A measured run, as far as costs can be read from it. */
export interface MeasuredLog {
  readonly events: readonly RunEvent[];
  /** By transaction: the final one. */
  readonly executions: readonly FinalExecution[];
  readonly lanes: number;
  readonly makespan: number;
}

/** The cost model of a measured run, in microseconds. */
export interface FittedCosts {
  readonly work: FittedWork;
  /**
   * For every task: what lanes spent on messages, on getting under way, and on executing beyond what the kinds of work explain (a
   * lane's first transaction, interruptions), shared out evenly.
   */
  readonly dispatch: number;
  /** For every read that a validation checks, as far as lanes stood still for it. */
  readonly validationPerRead: number;
  /** Of the executions fitted: gas used ÷ fitted time. */
  readonly gasPerMicrosecond: number;
  /** Executions fitted to. */
  readonly samples: number;
  /** Median error of one execution's time, as a share of it. */
  readonly typicalError: number;
}

/** Null for a run of which no transaction could be included: there is nothing to fit to. */
export function fitCosts(log: MeasuredLog): FittedCosts | null {
  const samples = samplesOf(log);
  if (samples.length === 0) return null;
  const work = fitWork(samples);
  const fitted = samples.reduce((sum, sample) => sum + fittedTime(sample, work), 0);
  if (fitted <= 0) return null;
  const unexplained = samples.reduce((sum, { time }) => sum + time, 0) - fitted;
  const times = addLaneTimes(laneTimesOf(log.events, log.lanes, log.makespan));
  const { tasks, readsValidated } = countTasks(log);
  return {
    work,
    dispatch: tasks > 0 ? Math.max(0, times.start + times.messages + unexplained) / tasks : 0,
    validationPerRead: readsValidated > 0 ? times.validation / readsValidated : 0,
    gasPerMicrosecond: Math.max(1, Math.round(samples.reduce((sum, { gas }) => sum + gas, 0) / fitted)),
    samples: samples.length,
    typicalError: typicalError(samples, work),
  };
}

/** In whole gas of virtual time, in which a measured lane comes along as fast as gas does on the average. */
export function toCostModel({ work, dispatch, validationPerRead, gasPerMicrosecond }: FittedCosts): CostModel {
  const inGas = (microseconds: number): number => Math.round(microseconds * gasPerMicrosecond);
  return {
    gasPerMicrosecond,
    dispatch: inGas(dispatch),
    validationPerRead: inGas(validationPerRead),
    coldRead: 0,
    work: {
      transaction: inGas(work.transaction),
      compute: inGas(work.compute),
      read: inGas(work.read),
      write: inGas(work.write),
    },
  };
}

/** Final incarnations that could be included, with their times on the lane. */
function samplesOf({ events, executions }: MeasuredLog): readonly (WorkSample & { readonly gas: number })[] {
  const startedAt: number[] = [];
  const time: number[] = [];
  for (const event of events) {
    if (event.kind === 'started' && event.task === 'execute') startedAt[event.lane] = event.at;
    else if (event.kind === 'finished') time[event.version.tx] = event.at - (startedAt[event.lane] ?? event.at);
  }
  return executions.flatMap((execution, tx) => {
    const measured = time[tx];
    if (measured === undefined || execution.kind !== 'executed') return [];
    return { ...workKindsOf(execution), gas: execution.receipt.gasUsed, time: measured };
  });
}

function countTasks({ events, executions }: MeasuredLog): { tasks: number; readsValidated: number } {
  let tasks = 0;
  let readsValidated = 0;
  for (const event of events) {
    if (event.kind === 'started' && event.task === 'execute') tasks++;
    else if (event.kind === 'validated') {
      tasks++;
      readsValidated += executions[event.version.tx]?.recording.reads.length ?? 0;
    }
  }
  return { tasks, readsValidated };
}
