import { calibrate, type Calibration } from '../../src/drivers/measured/calibration.ts';
import { createRunner } from '../../src/drivers/measured/create-runner.ts';
import type { RunReport } from '../../src/model/run.ts';
import { DEFAULT_SETTINGS, type EngineId } from '../../src/model/settings.ts';
import { type ApartTimes, timeApart } from './apart.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

/** What one run took, µs. */
export interface RunTimes {
  readonly makespan: number;
  /** Around the EVM, all incarnations on all lanes. */
  readonly evm: number;
  /** The block alone on one worker. */
  readonly work: number;
  readonly startUp: number;
  readonly transfer: number;
  readonly waiting: number;
  /** On the coordinator, while the run went on. */
  readonly validation: number;
  readonly scheduling: number;
  readonly incarnations: number;
  readonly aborts: number;
  readonly memory: string;
}

/** Runs by number of workers, in turn, so that a busy minute strikes all alike. */
export type Times = Readonly<Record<number, readonly RunTimes[]>>;

export interface MeasuredBench {
  readonly calibrate: () => Promise<Calibration>;
  readonly times: (
    workload: Workload,
    count: number,
    engine: EngineId,
    workers: readonly number[],
    rounds: number,
  ) => Promise<Times>;
  /** Two workers that have nothing to do with each other. */
  readonly apart: (workload: Workload, count: number, rounds: number) => Promise<ApartTimes>;
}

/**
 * Run before any counts. As long as V8 compiles (traces show it at work for some 100 runs, on threads of its own), it takes the second
 * processor that two workers would have, but one worker leaves idle.
 */
const WARM_ROUNDS = 100;

/** What the page and the coordinator have left to collect of the last report is none of the next run's business, ms. */
const SETTLE_MS = 100;
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE_MS));

const runner = createRunner();

function timesOf({ metrics, measured }: RunReport): RunTimes {
  if (!measured) throw new Error('the run was not measured');
  const { lanes, coordinator } = measured.timeApart;
  const sum = (part: 'evm' | 'startUp' | 'transfer' | 'waiting'): number =>
    lanes.reduce((total, lane) => total + lane[part], 0);
  const { makespan, work, incarnations, aborts } = metrics;
  return {
    makespan,
    work,
    incarnations,
    aborts,
    ...coordinator,
    memory: measured.memory,
    evm: sum('evm'),
    startUp: sum('startUp'),
    transfer: sum('transfer'),
    waiting: sum('waiting'),
  };
}

const bench: MeasuredBench = {
  calibrate,
  async times(workload, count, engine, workers, rounds) {
    const block = WORKLOADS[workload](count);
    const times: Record<number, RunTimes[]> = {};
    for (let round = -WARM_ROUNDS; round < rounds; round++) {
      for (const lanes of workers) {
        const settings = { ...DEFAULT_SETTINGS, engine, lanes, clock: 'measured' as const };
        if (round >= 0) await settle();
        const outcome = await runner.run({ block, settings, pins: [], drawn: [] }).outcome;
        if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
        if (!outcome.value.check.equal) throw new Error('the result is not the serial one');
        if (round >= 0) times[lanes] = [...(times[lanes] ?? []), timesOf(outcome.value)];
      }
    }
    return times;
  },
  apart: (workload, count, rounds) => timeApart(WORKLOADS[workload](count), WARM_ROUNDS, rounds),
};

Object.assign(window, { bench });
