import { createHeap } from '../lib/heap.ts';
import type { Gas } from '../model/ids.ts';
import { gas } from '../model/ids.ts';
import { at } from './accesses.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * Makespan, in gas, of list scheduling (Graham 1966) on `lanes` lanes without overheads: whenever a lane is free, it takes
 * the lowest-index transaction whose dependencies have all finished. Transactions that end at one moment all end before any
 * lane takes its next. O((n + dependencies) log n).
 */
export function lowestIndexFirst(dependencies: Dependencies, gasOf: readonly number[], lanes: number): Gas {
  const { transactions: n, start } = dependencies;
  const { start: nextStart, on: next } = invert(dependencies);
  const missing = Uint32Array.from({ length: n }, (_, t) => at(start, t + 1) - at(start, t));
  const ready = createHeap();
  for (let t = 0; t < n; t++) if (at(missing, t) === 0) ready.push(t);

  const running: { tx: number; end: number }[] = [];
  let now = 0;
  for (;;) {
    while (running.length < lanes && ready.size > 0) {
      const tx = ready.pop() as number;
      running.push({ tx, end: now + (gasOf[tx] ?? 0) });
    }
    if (running.length === 0) return gas(now);
    now = Math.min(...running.map((task) => task.end));
    for (let r = running.length - 1; r >= 0; r--) {
      const task = running[r] as { tx: number; end: number };
      if (task.end !== now) continue;
      running.splice(r, 1);
      for (let k = at(nextStart, task.tx); k < at(nextStart, task.tx + 1); k++) {
        const follower = at(next, k);
        missing[follower] = at(missing, follower) - 1;
        if (at(missing, follower) === 0) ready.push(follower);
      }
    }
  }
}

/** The same graph with its arrows turned: who waits for a transaction. */
function invert({ transactions, start, on }: Dependencies): Pick<Dependencies, 'start' | 'on'> {
  const count = new Uint32Array(transactions + 1);
  for (const dependency of on) count[dependency + 1] = at(count, dependency + 1) + 1;
  for (let t = 0; t < transactions; t++) count[t + 1] = at(count, t + 1) + at(count, t);
  const fill = count.slice();
  const inverse = new Uint32Array(on.length);
  for (let t = 0; t < transactions; t++) {
    for (let k = at(start, t); k < at(start, t + 1); k++) {
      const dependency = at(on, k);
      inverse[at(fill, dependency)] = t;
      fill[dependency] = at(fill, dependency) + 1;
    }
  }
  return { start: count, on: inverse };
}
