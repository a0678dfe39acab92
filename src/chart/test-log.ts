import type { AbortCause, RunEvent } from '../model/events.ts';
import { gas, laneIndex, txIndex, type Version } from '../model/ids.ts';
import type { Location } from '../model/location.ts';
import { createRandom, randomInt } from '../lib/random.ts';

/** For tests and benchmarks: a location that needs no address. */
export const place = (name: string): Location => name as Location;

export interface LogShape {
  readonly transactions: number;
  readonly lanes: number;
  readonly seed: number;
  /** Share of first runs that are thrown away. */
  readonly aborts?: number;
  /** What a validation takes. */
  readonly validation?: number;
}

/**
 * A log of the right shape for drawing: lanes take transactions in order, execute, validate, now and then abort and execute
 * again, wait, and commit at the end. It obeys the log's rules (times never fall, tasks nest properly); no engine ran.
 */
export function generateLog({ transactions, lanes, seed, aborts = 0.1, validation = 0 }: LogShape): RunEvent[] {
  const random = createRandom(seed);
  const events: RunEvent[] = [];
  const free: number[] = new Array(lanes).fill(0);
  const last: Version[] = [];
  const queue: Version[] = [];
  let next = 0;
  while (next < transactions || queue.length > 0) {
    const lane = free.indexOf(Math.min(...free));
    const version = queue.shift() ?? { tx: txIndex(next++), incarnation: 0 };
    let at = free[lane] as number;
    const on = { lane: laneIndex(lane) };
    if (randomInt(random, 12) === 0 && version.tx > 0) {
      const cause = {
        kind: 'dependency',
        tx: version.tx,
        on: txIndex(version.tx - 1),
        location: place('pool.reserve0'),
      } as const;
      events.push({ ...on, kind: 'waiting', at, cause });
      at += 1_000 + randomInt(random, 20_000);
    }
    events.push({ ...on, kind: 'started', at, task: 'execute', version });
    at += 21_000 + randomInt(random, 90_000);
    events.push({ ...on, kind: 'finished', at, version, gasUsed: gas(21_000), success: random() > 0.05, writes: 2 });
    events.push({ ...on, kind: 'started', at, task: 'validate', version });
    at += validation;
    const ok = version.incarnation > 0 || version.tx === 0 || random() >= aborts;
    const cause: AbortCause = {
      kind: 'stale-read',
      location: place('pool.reserve0'),
      read: { kind: 'prestate' },
      by: txIndex(Math.max(0, version.tx - 1 - randomInt(random, lanes))),
    };
    events.push({ ...on, kind: 'validated', at, version, ok, ...(ok ? {} : { cause }) });
    if (ok) last[version.tx] = version;
    else {
      events.push({ kind: 'aborted', at, version, cause });
      queue.push({ tx: version.tx, incarnation: version.incarnation + 1 });
    }
    free[lane] = at;
  }
  const end = Math.max(...free);
  for (const [lane, at] of free.entries()) {
    events.push({ kind: 'waiting', at, lane: laneIndex(lane), cause: { kind: 'no-task' } });
  }
  for (const version of last) events.push({ kind: 'committed', at: end, version });
  return events
    .map((event, i) => ({ event, i }))
    .sort((a, b) => a.event.at - b.event.at || a.i - b.i)
    .map(({ event }) => event);
}
