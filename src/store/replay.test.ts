import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RunEvent } from '../model/events.ts';
import { gas, laneIndex, txIndex } from '../model/ids.ts';
import { balanceOf, type Location } from '../model/location.ts';
import { apply, createReplay, IDLE_LANE, type PlaybackState, READY, type RunShape } from './replay.ts';

const location: Location = balanceOf(`0x${'aa'.repeat(20)}` as Parameters<typeof balanceOf>[0]);
const cause = { kind: 'estimate', location, by: txIndex(0) } as const;

/** The obvious way: from the start, event by event. */
function fold(events: readonly RunEvent[], shape: RunShape, time: number): PlaybackState {
  const state = {
    events: 0,
    transactions: Array.from({ length: shape.transactions }, () => READY),
    lanes: Array.from({ length: shape.lanes }, () => IDLE_LANE),
  };
  for (const event of events) if (event.at <= time) apply(state, event);
  return { time, ...state };
}

/** Any log whatever: what the fold makes of it need not make sense, only be the same. */
function anyLog(shape: RunShape): fc.Arbitrary<readonly RunEvent[]> {
  const tx = fc.nat(shape.transactions - 1).map(txIndex);
  const lane = fc.nat(shape.lanes - 1).map(laneIndex);
  const version = fc.record({ tx, incarnation: fc.nat(3) });
  const step = fc.constantFrom(0, 0, 1, 5);
  const event = fc.oneof(
    fc.record({
      kind: fc.constant('started' as const),
      step,
      lane,
      task: fc.constantFrom('execute' as const, 'validate' as const),
      version,
    }),
    fc.record({
      kind: fc.constant('blocked' as const),
      step,
      lane,
      version,
      location: fc.constant(location),
      by: tx,
      gasUsed: fc.constant(gas(1)),
    }),
    fc.record({
      kind: fc.constant('finished' as const),
      step,
      lane,
      version,
      gasUsed: fc.constant(gas(1)),
      success: fc.boolean(),
      writes: fc.constant(1),
    }),
    fc.record({ kind: fc.constant('validated' as const), step, lane, version, ok: fc.boolean() }),
    fc.record({ kind: fc.constant('aborted' as const), step, version, cause: fc.constant(cause) }),
    fc.record({ kind: fc.constant('committed' as const), step, version }),
    fc.record({
      kind: fc.constant('waiting' as const),
      step,
      lane,
      cause: fc.record({ kind: fc.constant('dependency' as const), tx, on: tx, location: fc.constant(location) }),
    }),
  );
  return fc.array(event, { minLength: 0, maxLength: 3000, size: 'max' }).map((steps): readonly RunEvent[] => {
    let at = 0;
    return steps.map(({ step: by, ...rest }): RunEvent => {
      at += by;
      return { ...rest, at };
    });
  });
}

describe('replay', () => {
  const shape = { transactions: 7, lanes: 3 };

  test('equals folding from the start, at any moment, in any order of asking', () => {
    fc.assert(
      fc.property(anyLog(shape), fc.array(fc.nat(4000), { minLength: 1, maxLength: 12 }), (events, times) => {
        const replay = createReplay(events, shape);
        for (const time of times) expect(replay.at(time)).toEqual(fold(events, shape, time));
      }),
      { numRuns: 60 },
    );
  });

  test('of a log that grows, equals the replay of the whole', () => {
    fc.assert(
      fc.property(anyLog(shape), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(4000), (events, share, time) => {
        const part = createReplay(events.slice(0, Math.floor(events.length * share)), shape);
        part.at(time);
        expect(part.extended(events).at(time)).toEqual(fold(events, shape, time));
      }),
      { numRuns: 60 },
    );
  });

  test('tells an abort and a second run', () => {
    const one = txIndex(1);
    const lane = laneIndex(0);
    const run = (incarnation: number) => ({ tx: one, incarnation });
    const events: RunEvent[] = [
      { kind: 'started', at: 0, lane, task: 'execute', version: run(0) },
      { kind: 'finished', at: 10, lane, version: run(0), gasUsed: gas(10), success: true, writes: 1 },
      { kind: 'started', at: 10, lane, task: 'validate', version: run(0) },
      { kind: 'validated', at: 12, lane, version: run(0), ok: false, cause },
      { kind: 'aborted', at: 12, version: run(0), cause },
      { kind: 'started', at: 15, lane, task: 'execute', version: run(1) },
      { kind: 'finished', at: 25, lane, version: run(1), gasUsed: gas(10), success: true, writes: 1 },
      { kind: 'committed', at: 30, version: run(1) },
    ];
    const replay = createReplay(events, { transactions: 2, lanes: 1 });
    const picture = (time: number): string => {
      const { transactions, lanes } = replay.at(time);
      const tx = transactions[1];
      const task = lanes[0]?.task;
      return `${tx?.status} ${tx?.incarnation}${tx?.valid === false ? ' stale' : ''}, lane ${task ? `${task.kind}s ${task.version.tx}` : 'idle'}`;
    };
    expect([0, 9, 11, 13, 15, 25, 30].map((time) => `${time}: ${picture(time)}`)).toEqual([
      '0: executing 0, lane executes 1',
      '9: executing 0, lane executes 1',
      '11: executed 0, lane validates 1',
      '13: aborted 0 stale, lane idle',
      '15: executing 1, lane executes 1',
      '25: executed 1, lane idle',
      '30: committed 1, lane idle',
    ]);
  });

  test('one lane is told for all that wait why they do', () => {
    const [one, two, three] = [laneIndex(0), laneIndex(1), laneIndex(2)];
    const wait = (tx: number, on: number) => ({ kind: 'dependency', tx: txIndex(tx), on: txIndex(on) }) as const;
    const events: RunEvent[] = [
      { kind: 'started', at: 0, lane: one, task: 'execute', version: { tx: txIndex(0), incarnation: 0 } },
      { kind: 'waiting', at: 0, lane: two, cause: wait(1, 0), everyLane: true },
      { kind: 'waiting', at: 0, lane: three, cause: wait(1, 0) },
      { kind: 'waiting', at: 5, lane: two, cause: wait(2, 1), everyLane: true },
    ];
    const { lanes } = createReplay(events, { transactions: 3, lanes: 3 }).at(5);
    expect(lanes.map((lane) => lane.wait)).toEqual([null, wait(2, 1), wait(2, 1)]);
  });
});
