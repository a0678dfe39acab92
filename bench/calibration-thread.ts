import { parentPort } from 'node:worker_threads';
import { spin } from '../src/drivers/measured/spin.ts';

/** Spins for as many rounds as it is told, and says when it is done. */
parentPort?.on('message', (rounds: number) => {
  spin(rounds);
  parentPort?.postMessage('done');
});
