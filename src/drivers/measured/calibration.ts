import type { CalibrationService } from './calibration.worker.ts';
import { instantNow } from './protocol.ts';
import { createWorkerLink, type WorkerLink } from './worker-link.ts';

/** What this machine gives, whatever we run on it: the yardstick beside every measured speed-up. */
export interface Calibration {
  /** Rounds of `spin` that one worker does in a millisecond. */
  readonly roundsPerMs: number;
  /** How many times the work of one worker two workers do in the same time: 2 with two free cores, 1 with one. */
  readonly twoThreads: number;
}

const ROUNDS = 200_000;
const REPETITIONS = 5;
const LIMIT_MS = 60_000;

/** Takes about a second. The best of five repetitions each, as everything else on the machine can only slow it down. */
export async function calibrate(): Promise<Calibration> {
  const workers = [spawn(), spawn()];
  const run = (worker: WorkerLink<CalibrationService>): Promise<number> =>
    worker.call((service) => service.time(ROUNDS), LIMIT_MS);
  try {
    await Promise.all(workers.map(run));
    let one = Number.POSITIVE_INFINITY;
    let both = Number.POSITIVE_INFINITY;
    for (let i = 0; i < REPETITIONS; i++) {
      for (const worker of workers) one = Math.min(one, await run(worker));
      const start = instantNow();
      await Promise.all(workers.map(run));
      both = Math.min(both, instantNow() - start);
    }
    return { roundsPerMs: ROUNDS / one, twoThreads: (2 * one) / both };
  } finally {
    for (const worker of workers) worker.terminate('calibrated');
  }
}

function spawn(): WorkerLink<CalibrationService> {
  return createWorkerLink(new Worker(new URL('./calibration.worker.ts', import.meta.url), { type: 'module' }));
}
