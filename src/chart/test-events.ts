import type { AbortCause, RunEvent, WaitCause } from '../model/events.ts';
import { gas, laneIndex, txIndex } from '../model/ids.ts';
import { place } from './test-log.ts';

/**
 * For tests: a log drawn as text, one event per word-line. `0 L1 start 3.0`, `14 L1 read 3.0`, `100 L1 finish 3.0`, `100 L1 check 3.0`,
 * `100 L1 ok 3.0`, `100 L1 stale 3.0 by 2`, `100 abort 3.0 by 2`, `90 L1 block 3.0 by 2`, `100 L1 wait 4 on 2`, `100 L1 idle`,
 * `120 commit 3.0`. The location is always `pool.reserve0`. Lanes count from 1, as on the screen.
 */
export function drawLog(text: string): RunEvent[] {
  return text
    .trim()
    .split('\n')
    .map((row) => parse(row.trim()));
}

const location = place('pool.reserve0');

function parse(row: string): RunEvent {
  const match = /^(\d+)(?: L(\d+))? (\w+)(?: (\d+)(?:\.(\d+))?)?(?: (?:by|on) (\d+))?$/.exec(row);
  if (!match) throw new Error(`not an event: ${row}`);
  const at = Number(match[1]);
  const lane = laneIndex(Number(match[2] ?? 1) - 1);
  const version = { tx: txIndex(Number(match[4] ?? 0)), incarnation: Number(match[5] ?? 0) };
  const by = txIndex(Number(match[6] ?? 0));
  const cause: AbortCause = { kind: 'stale-read', location, read: { kind: 'prestate' }, by };
  const wait: WaitCause = { kind: 'dependency', tx: version.tx, on: by, location };
  switch (match[3]) {
    case 'start':
      return { kind: 'started', at, lane, task: 'execute', version };
    case 'check':
      return { kind: 'started', at, lane, task: 'validate', version };
    case 'read':
      return { kind: 'read', at, lane, version, location, origin: { kind: 'prestate' }, value: 1n };
    case 'finish':
      return { kind: 'finished', at, lane, version, gasUsed: gas(0), success: true, writes: 1 };
    case 'block':
      return { kind: 'blocked', at, lane, version, location, by, gasUsed: gas(0) };
    case 'ok':
      return { kind: 'validated', at, lane, version, ok: true };
    case 'stale':
      return { kind: 'validated', at, lane, version, ok: false, cause };
    case 'abort':
      return { kind: 'aborted', at, version, cause };
    case 'commit':
      return { kind: 'committed', at, version };
    case 'wait':
      return { kind: 'waiting', at, lane, cause: wait };
    case 'idle':
      return { kind: 'waiting', at, lane, cause: { kind: 'no-task' } };
    default:
      throw new Error(`not an event: ${row}`);
  }
}

/** Transaction 3 reads too early on lane 2, starts over, and lane 1 waits for it. */
export const STARTED_OVER = `
  0 L1 start 2.0
  0 L2 start 3.0
  14 L2 read 3.0
  80 L2 finish 3.0
  80 L2 check 3.0
  80 L2 ok 3.0
  100 L1 finish 2.0
  100 L2 check 3.0
  110 L2 stale 3.0 by 2
  110 abort 3.0 by 2
  110 L2 start 3.1
  110 L1 wait 4 on 3
  190 L2 finish 3.1
  190 L1 start 4.0
  200 L2 idle
  240 L1 finish 4.0
  240 commit 2.0
  240 commit 3.1
  240 commit 4.0
`;
