import { MAX_LANES } from '../../model/settings.ts';

/**
 * How many workers a measured run has unless told otherwise: all hardware threads but one, which is left to page and coordinator; two where
 * there are two, as one lane alone shows nothing.
 */
export function defaultWorkers(threads: number): number {
  return Math.min(Math.max(threads - 1, Math.min(threads, 2)), MAX_LANES.measured);
}
