import { calibrate, type Calibration } from '../../src/drivers/measured/calibration.ts';
import { createRunner } from '../../src/drivers/measured/create-runner.ts';
import { DEFAULT_SETTINGS, type EngineId } from '../../src/model/settings.ts';
import { independentTransfers, separateSwaps } from './workloads.ts';

/** Makespans in µs of `rounds` runs by number of workers, in turn, so that a busy minute strikes all alike. */
export type Makespans = Readonly<Record<number, readonly number[]>>;

export interface MeasuredBench {
  readonly calibrate: () => Promise<Calibration>;
  readonly makespans: (
    workload: 'transfers' | 'swaps',
    count: number,
    engine: EngineId,
    workers: readonly number[],
    rounds: number,
  ) => Promise<Makespans>;
}

const runner = createRunner();

const bench: MeasuredBench = {
  calibrate,
  async makespans(workload, count, engine, workers, rounds) {
    const block = workload === 'transfers' ? independentTransfers(count) : separateSwaps(count);
    const times: Record<number, number[]> = {};
    for (let round = -1; round < rounds; round++) {
      for (const lanes of workers) {
        const settings = { ...DEFAULT_SETTINGS, engine, lanes, clock: 'measured' as const };
        const outcome = await runner.run({ block, settings, pins: [], drawn: [] }).outcome;
        if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
        if (!outcome.value.check.equal) throw new Error('the result is not the serial one');
        // The first round warms up what preparation did not.
        if (round >= 0) times[lanes] = [...(times[lanes] ?? []), outcome.value.metrics.makespan];
      }
    }
    return times;
  },
};

Object.assign(window, { bench });
