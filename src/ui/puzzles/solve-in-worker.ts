import type { SchedulingProblem } from '../../puzzles/scheduling-problem.ts';
import type { Solution } from '../../puzzles/solve.ts';
import type { SolveQuestion } from './solve.worker.ts';

/** The search is stopped after this (milliseconds). */
export const SOLVE_LIMIT = 10_000;

/** Solves it away from the page's thread; null when `signal` calls it off. The worker lives for one problem. */
export function solveInWorker(problem: SchedulingProblem, signal: AbortSignal): Promise<Solution | null> {
  const worker = new Worker(new URL('./solve.worker.ts', import.meta.url), { type: 'module' });
  return new Promise<Solution | null>((resolve, reject) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Solution>) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message || 'the browser stopped the worker'));
    const question: SolveQuestion = { problem, limit: SOLVE_LIMIT };
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
