import type { RunEvent } from '../model/events.ts';

/** The distinct times of the log, rising: the stops of stepping. The start is always one. */
export function momentsOf(events: readonly RunEvent[]): readonly number[] {
  const moments = [0];
  for (const { at } of events) if (at > (moments.at(-1) ?? 0)) moments.push(at);
  return moments;
}

/** How many of `sorted` are ≤ `value`. */
export function countUpTo(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The moment `steps` stops later (or earlier, if negative) than `time`; the ends stay the ends. */
export function momentFrom(moments: readonly number[], time: number, steps: number): number {
  const atOrBefore = countUpTo(moments, time) - 1;
  const onStop = moments[atOrBefore] === time;
  // Between two stops, the first step back goes to the stop just passed.
  const from = steps < 0 && !onStop ? atOrBefore + 1 : atOrBefore;
  const to = Math.min(Math.max(from + steps, 0), moments.length - 1);
  return moments[to] ?? 0;
}
