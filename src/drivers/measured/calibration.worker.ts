import { expose } from 'comlink';
import { instantNow } from './protocol.ts';
import { spin } from './spin.ts';

/** Milliseconds that `rounds` of work take on this thread. */
async function time(rounds: number): Promise<number> {
  const start = instantNow();
  spin(rounds);
  return instantNow() - start;
}

export interface CalibrationService {
  time(rounds: number): Promise<number>;
}

expose({ time } satisfies CalibrationService);
