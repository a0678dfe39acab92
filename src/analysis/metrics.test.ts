import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../model/events.ts';
import { gas, laneIndex, txIndex } from '../model/ids.ts';
import { wordToLocation } from '../model/notation.ts';
import { toRunMetrics } from './metrics.ts';

const [left, right] = [laneIndex(0), laneIndex(1)];
const location = wordToLocation('a');
const version = (tx: number, incarnation: number) => ({ tx: txIndex(tx), incarnation });
const started = (
  at: number,
  lane: typeof left,
  tx: number,
  incarnation: number,
  task: 'execute' | 'validate' = 'execute',
): RunEvent => ({
  kind: 'started',
  at,
  lane,
  task,
  version: version(tx, incarnation),
});
const finished = (at: number, lane: typeof left, tx: number, incarnation: number, used: number): RunEvent => ({
  kind: 'finished',
  at,
  lane,
  version: version(tx, incarnation),
  gasUsed: gas(used),
  success: true,
  writes: 0,
});

/** Transaction 0 takes 40; 1 takes 30, is aborted after its first incarnation and blocked 10 into its second. */
const events: readonly RunEvent[] = [
  started(0, left, 0, 0),
  started(0, right, 1, 0),
  finished(30, right, 1, 0, 30),
  started(30, right, 1, 0, 'validate'),
  { kind: 'validated', at: 32, lane: right, version: version(1, 0), ok: false },
  {
    kind: 'aborted',
    at: 32,
    version: version(1, 0),
    cause: { kind: 'stale-read', location, read: { kind: 'prestate' }, by: txIndex(0) },
  },
  started(32, right, 1, 1),
  { kind: 'blocked', at: 42, lane: right, version: version(1, 1), location, by: txIndex(0), gasUsed: gas(10) },
  finished(42, left, 0, 0, 40),
  started(42, left, 1, 2),
  finished(72, left, 1, 2, 30),
];
const input = { engine: 'block-stm', lanes: 2, clock: 'virtual', events, work: 70, criticalPath: 40 } as const;

describe('toRunMetrics', () => {
  it('reads the figures off the log', () => {
    expect(toRunMetrics(input)).toEqual({
      engine: 'block-stm',
      lanes: 2,
      clock: 'virtual',
      work: 70,
      oneLane: 70,
      makespan: 72,
      criticalPath: 40,
      bound: 1.75,
      speedup: 70 / 72,
      efficiency: 35 / 72,
      incarnations: 4,
      aborts: 1,
      blocked: 1,
      reexecutedGas: 40,
      utilisation: [1, 40 / 72],
    });
  });

  it('knows what one lane takes where costs make that more than the work', () => {
    expect(toRunMetrics({ ...input, oneLane: 90 })).toMatchObject({ work: 70, oneLane: 90, speedup: 70 / 72 });
  });

  it('is bounded by the lanes where the chain is short, and by 1 where nothing was to be done', () => {
    expect(toRunMetrics({ ...input, criticalPath: 10 }).bound).toBe(2);
    const nothing = toRunMetrics({ ...input, events: [], work: 0, criticalPath: 0 });
    expect(nothing).toMatchObject({ makespan: 0, bound: 1, speedup: 1, utilisation: [0, 0] });
  });
});
