import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { spin } from '../src/drivers/measured/spin.ts';
import { median, timeMs } from './bench.ts';

/** What this machine gives, whatever is run on it. The figures of a run are to be read beside it. */
export interface MachineCalibration {
  /** Rounds of big integers and map accesses per millisecond, one thread. */
  readonly spinPerMs: number;
  /** Keccak-256 of 64 bytes per millisecond, one thread. */
  readonly keccakPerMs: number;
  /** How many times the work of one thread two do in the same time: about 2 on two free cores. */
  readonly twoThreads: number;
}

const ROUNDS = 300_000;
const REPETITIONS = 5;

/** Takes a few seconds. */
export async function calibrateMachine(): Promise<MachineCalibration> {
  const threads = [startThread(), startThread()];
  try {
    await Promise.all(threads.map((thread) => spinIn(thread)));
    const one: number[] = [];
    const two: number[] = [];
    for (let i = 0; i < REPETITIONS; i++) {
      one.push(await timeMs(() => spinIn(threads[i % 2] as Worker)));
      two.push(await timeMs(() => Promise.all(threads.map(spinIn))));
    }
    return {
      spinPerMs: ROUNDS / median(await repeat(() => spin(ROUNDS))),
      keccakPerMs: HASHES / median(await repeat(hashMany)),
      twoThreads: (2 * median(one)) / median(two),
    };
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** A thread doesn't inherit the loader that makes TypeScript run, so it registers its own. */
function startThread(): Worker {
  const entry = new URL('./calibration-thread.ts', import.meta.url).href;
  return new Worker(
    `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(entry)}); });`,
    { eval: true },
  );
}

async function spinIn(thread: Worker): Promise<void> {
  thread.postMessage(ROUNDS);
  await once(thread, 'message');
}

const HASHES = 2_000;
function hashMany(): void {
  let bytes = new Uint8Array(64);
  for (let i = 0; i < HASHES; i++) {
    const hash = keccak_256(bytes);
    bytes = new Uint8Array(64);
    bytes.set(hash);
  }
}

async function repeat(work: () => unknown): Promise<number[]> {
  await timeMs(work);
  const times: number[] = [];
  for (let i = 0; i < REPETITIONS; i++) times.push(await timeMs(work));
  return times;
}
