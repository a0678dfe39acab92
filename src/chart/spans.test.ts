import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../model/events.ts';
import { createSpanLog, firstEndingAt, type Span, type SpanLog } from './spans.ts';
import { lookAt } from './timeline-layout.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';
import { generateLog } from './test-log.ts';

function spansOf(text: string): SpanLog {
  const log = createSpanLog();
  log.update(drawLog(text), 2);
  return log;
}

/** `execution 3.1 110–190 finished committed@240`. */
function print(span: Span): string {
  const stretch = `${span.start}–${span.end}`;
  if (span.kind === 'wait') return `wait ${stretch} ${span.cause.kind}`;
  const version = `${span.tx}.${span.incarnation}`;
  if (span.kind === 'validation') return `validation ${version} ${stretch} ${span.ok ? 'ok' : 'stale'}`;
  const fate =
    span.abortedAt < Infinity
      ? `aborted@${span.abortedAt}`
      : span.committedAt < Infinity
        ? `committed@${span.committedAt}`
        : 'open';
  return `execution ${version} ${stretch} ${span.outcome} ${fate}`;
}

const printLane = (log: SpanLog, lane: number) => {
  const spans = log.lanes[lane];
  return [...(spans?.executions ?? []), ...(spans?.validations ?? []), ...(spans?.waits ?? [])].map(print);
};

/** The spans alone; and that the flat arrays tell the same of them. */
function plain(log: SpanLog): unknown {
  return log.lanes.map(({ executions, validations, waits, times }) => {
    for (const [spans, moments] of [
      [executions, times.executions],
      [validations, times.validations],
      [waits, times.waits],
    ] as const) {
      expect(moments.count).toBe(spans.length);
      for (const [i, span] of spans.entries()) {
        const turn =
          span.kind === 'execution'
            ? span.abortedAt
            : span.kind === 'validation' && span.ok === false
              ? span.end
              : Infinity;
        expect([moments.start[i], moments.end[i], moments.turn[i]]).toEqual([span.start, span.end, turn]);
      }
    }
    return { executions, validations, waits };
  });
}

describe('createSpanLog', () => {
  it('makes stretches of executions, validations and waits', () => {
    const log = spansOf(STARTED_OVER);
    expect(printLane(log, 0)).toEqual([
      'execution 2.0 0–100 finished committed@240',
      'execution 4.0 190–240 finished committed@240',
      'wait 110–190 dependency',
    ]);
    expect(printLane(log, 1)).toEqual([
      'execution 3.0 0–80 finished aborted@110',
      'execution 3.1 110–190 finished committed@240',
      'validation 3.0 80–80 ok',
      'validation 3.0 100–110 stale',
      'wait 200–Infinity no-task',
    ]);
    expect(log.end).toBe(240);
    expect(log.count).toBe(8);
    expect(log.aborts.map(print)).toEqual(['execution 3.0 0–80 finished aborted@110']);
    expect(log.runs[3]?.map(print)).toHaveLength(2);
  });

  it('ends an incarnation that met an ESTIMATE', () => {
    const log = spansOf('0 L1 start 5.0\n40 L1 block 5.0 by 2\n40 L1 start 6.0');
    expect(printLane(log, 0)).toEqual([
      'execution 5.0 0–40 blocked open',
      'execution 6.0 0–Infinity running open'.replace('0–', '40–'),
    ]);
    expect(log.lanes[0]?.executions[0]?.blockedOn).toEqual({ location: 'pool.reserve0', by: 2 });
  });

  it('says why a lane waits for as long as that holds, though the lane isn’t told anything new', () => {
    const log = spansOf(
      '0 L1 wait 4 on 3\n0 L2 start 3.0\n50 L2 finish 3.0\n50 commit 3.0\n50 L2 start 4.0\n90 L2 finish 4.0',
    );
    expect(printLane(log, 0)).toEqual(['wait 0–50 dependency', 'wait 50–Infinity no-task']);
  });

  it('takes what one lane is told for every lane that waits, and for no other', () => {
    const events = drawLog(`
      0 L1 start 0.0
      0 L2 wait 1 on 0
      0 L3 wait 1 on 0
      0 L4 start 9.0
      50 L1 finish 0.0
      50 commit 0.0
      50 L1 start 1.0
      50 L2 wait 2 on 1
    `);
    const log = createSpanLog();
    log.update(
      [...events.slice(0, -1), { ...(events.at(-1) as Extract<RunEvent, { kind: 'waiting' }>), everyLane: true }],
      4,
    );
    expect(log.lanes.slice(1).map(({ waits }) => waits.map(print))).toEqual([
      ['wait 0–50 dependency', 'wait 50–Infinity dependency'],
      ['wait 0–50 dependency', 'wait 50–Infinity dependency'],
      [],
    ]);
    expect(log.lanes[2]?.waits.at(-1)?.cause).toMatchObject({ tx: 2, on: 1 });
  });

  it('leaves out waits of no length and joins waits for the same reason', () => {
    const log = spansOf(
      '0 L1 wait 4 on 3\n0 L1 start 1.0\n50 L1 finish 1.0\n50 L1 wait 4 on 3\n60 L1 wait 4 on 3\n70 L1 start 4.0',
    );
    expect(log.lanes[0]?.waits.map(print)).toEqual(['wait 50–70 dependency']);
  });

  it('takes in a growing log piece by piece, with the same result as at once', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(400), { maxLength: 6 }), (seed, cuts) => {
        const events = generateLog({ transactions: 40, lanes: 3, seed, aborts: 0.3 });
        const grown = createSpanLog();
        for (const cut of [...cuts].sort((a, b) => a - b)) grown.update(events.slice(0, cut), 3);
        grown.update(events, 3);
        const atOnce = createSpanLog();
        atOnce.update(events, 3);
        expect(plain(grown)).toEqual(plain(atOnce));
        expect(grown.runs).toEqual(atOnce.runs);
        expect(grown.count).toBe(atOnce.count);
      }),
      { numRuns: 60 },
    );
  });

  it('starts anew with another log', () => {
    const log = spansOf(STARTED_OVER);
    const { generation } = log;
    expect(log.update(drawLog('0 L1 start 0.0'), 2)).toBe(true);
    expect(log.count).toBe(1);
    expect(log.end).toBe(0);
    expect(log.generation).toBe(generation + 1);
  });

  it('shows at time t what the events up to t say: the picture is a fold of the log', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const events = generateLog({ transactions: 25, lanes: 3, seed, aborts: 0.4, validation: 500 });
        const all = createSpanLog();
        all.update(events, 3);
        const time = Math.round(share * all.end);
        const past = createSpanLog();
        past.update(
          events.filter((event) => event.at <= time),
          3,
        );
        const looks = (log: SpanLog) =>
          log.lanes.map((lane) =>
            [...lane.executions, ...lane.validations]
              .filter((span) => span.start <= time)
              .map((span) => `${span.kind} ${span.tx}.${span.incarnation} ${lookAt(span, time)}`),
          );
        expect(looks(all)).toEqual(looks(past));
      }),
      { numRuns: 100 },
    );
  });
});

describe('firstEndingAt', () => {
  it('finds the first span that reaches a moment', () => {
    const spans = [{ end: 10 }, { end: 20 }, { end: 20 }, { end: 40 }];
    expect([0, 10, 11, 20, 21, 40, 41].map((time) => firstEndingAt(spans, time))).toEqual([0, 0, 1, 1, 3, 3, 4]);
  });
});
