import { describe, expect, it } from 'vitest';
import { layoutAbortArrows } from './abort-arrows.ts';
import { multipleRows } from './compare/draw-multiple.ts';
import { drawTimelineSpans } from './draw-spans.ts';
import { drawTimeline } from './draw-timeline.ts';
import type { TimelinePicture } from './timeline-picture.ts';
import { layoutLaneRows } from './lane-rows.ts';
import { createSpanLog } from './spans.ts';
import { createRecordingContext, sixPxPerLetter, TEST_HATCHES, TEST_TOKENS } from './test-drawing.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';
import { createTimelineBars, layoutTimeline } from './timeline-layout.ts';

const log = createSpanLog();
log.update(drawLog(STARTED_OVER), 2);
const scale = { start: 0, end: 250, left: 30, width: 1000 };
const rows = layoutLaneRows(2, 34, 170, 0);
const name = (location: string) => location;

function draw(change: Partial<TimelinePicture> = {}): string[] {
  const time = change.time ?? 240;
  const { context, calls } = createRecordingContext();
  const focus = new Set<number>();
  const picture: TimelinePicture = {
    width: 1050,
    height: 220,
    scale,
    rows,
    bars: layoutTimeline({ log, scale, rows, time }, createTimelineBars()),
    arrows: layoutAbortArrows({ log, scale, rows, time, name, measure: sixPxPerLetter, font: '', focus }),
    rounds: [],
    commits: [],
    chosen: [],
    playhead: true,
    time,
    unit: 'gas',
    bound: { at: 230, label: 'no schedule can beat 230' },
    makespan: { at: 240, label: 'makespan 240' },
    colorOf: (tx) => tx,
    nameOf: (tx) => `name ${tx}`,
    locationName: name,
    lit: null,
    selected: () => false,
    focused: null,
    ...change,
  };
  drawTimeline(context, picture, TEST_TOKENS, sixPxPerLetter, () =>
    drawTimelineSpans(context, picture, TEST_TOKENS, TEST_HATCHES, sixPxPerLetter),
  );
  return calls;
}

const texts = (calls: readonly string[]) => calls.flatMap((call) => /^fillText "(.*)"/.exec(call)?.[1] ?? []);

describe('drawTimeline', () => {
  it('draws rows, bars in the contract colours, and hatches what was thrown away', () => {
    const calls = draw();
    expect(calls).toContain('fill lane roundRect(29 34 1002 60 5)');
    expect(calls).toContain('fill orange roundRect(31 43 398 42 5)');
    expect(calls).toContain('fill hatched pink roundRect(31 111 318 42 5)');
    expect(calls).toContain('fill pink roundRect(471 111 318 42 5)');
  });

  it('outlines waits where there is room, and makes lines of them where rows are thin', () => {
    const waits = (calls: readonly string[]) => calls.filter((call) => call.includes(' dimmer '));
    expect(waits(draw()).every((call) => call.startsWith('stroke'))).toBe(true);
    const thin = multipleRows(64);
    const calls = waits(
      draw({ rows: thin, bars: layoutTimeline({ log, scale, rows: thin, time: 240 }, createTimelineBars()) }),
    );
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.every((call) => call.startsWith('fillRect'))).toBe(true);
  });

  it('marks every run of a transaction and whole lanes, each with its sign, and draws the end that was predicted', () => {
    const [run] = log.runs[4] ?? [];
    if (!run) throw new Error('transaction 4 has run');
    const marked = {
      runs: [{ span: run, mark: 'wrong' as const }],
      lanes: new Map([[0, 'missed' as const]]),
      said: { at: 100, label: 'you said 100' },
    };
    const calls = draw({ marked });
    expect(texts(calls).filter((text) => !texts(draw()).includes(text))).toEqual(['you said 100', '○', '✕']);
    // Nothing that hasn't begun yet is marked.
    expect(texts(draw({ marked, time: run.start - 1 }))).not.toContain('✕');
  });

  it('writes numbers, names, runs, commits, waits and the reason for the abort', () => {
    expect(texts(draw())).toEqual([
      '1',
      '2',
      ...['0', '20', '40', '60', '80', '100', '120', '140', '160', '180', '200', '220', '240'],
      '4 waits for 3: pool.reserve0',
      '2',
      '4',
      '3',
      '3',
      'name 2',
      'name 4',
      'aborted · run 0',
      'name 3',
      '✓',
      '✓',
      'run 1 ✓',
      '3 read pool.reserve0 before 2 wrote it',
      'no schedule can beat 230',
      'makespan 240',
    ]);
  });

  it('notches a wide run where it read', () => {
    // 14 of 250 units along 1,000 pixels, from 30 on; at the foot of lane 2.
    expect(draw()).toContain('fillRect text 85.5 150 1 3 alpha 0.7');
    expect(draw({ time: 10 }).some((call) => call.startsWith('fillRect text 85.5'))).toBe(false);
  });

  it('marks validations green and red', () => {
    const calls = draw();
    expect(calls).toContain('fillRect good 348.5 111 3 42');
    expect(calls).toContain('fillRect bad 468.5 111 3 42');
  });

  it('shows at an earlier moment no abort, no commit, and the rest as a shadow', () => {
    const calls = draw({ time: 90 });
    expect(texts(calls)).not.toContain('aborted · run 0');
    expect(texts(calls)).not.toContain('✓');
    expect(calls.some((call) => call.includes('hatched'))).toBe(false);
    expect(calls).toContain('fill orange roundRect(31 43 358 42 5)');
    expect(calls).toContain('fill pink roundRect(471 111 318 42 5) alpha 0.2');
    expect(calls).toContain(`stroke text moveTo(390 12) lineTo(390 ${rows.clipBottom + 3})`);
  });

  it('dims all but what is lit, and rings what is selected', () => {
    const calls = draw({ lit: (tx) => tx === 2, selected: (tx) => tx === 2 });
    expect(calls).toContain('fill orange roundRect(31 43 398 42 5)');
    expect(calls).toContain('stroke text roundRect(31 43 398 42 5)');
    expect(calls).toContain('fill pink roundRect(471 111 318 42 5) alpha 0.4');
  });

  it('ticks off commits that have happened, once a pixel', () => {
    const calls = draw({ commits: [40, 40, 120, 200], time: 120 });
    const ticks = calls.filter((call) => call.startsWith('fillRect good') && call.endsWith(' 2 5'));
    expect(ticks).toHaveLength(2);
  });

  it('shows of a chosen transaction how long it held its locks, and waited to be committed', () => {
    const run = log.runs[4]?.[0];
    if (!run) throw new Error('no run of 4');
    const chosen = [{ ...run, lockedAt: 100, end: 200, committedAt: 240 }];
    const tails = (time: number) => draw({ chosen, time }).filter((call) => /^fillRect (text|good) .* 2$/.test(call));
    expect(tails(240)).toEqual(['fillRect text 430 35 360 2', 'fillRect good 830 91 160 2']);
    expect(tails(150)).toEqual(['fillRect text 430 35 200 2']);
  });

  it('names barriers that have been reached, where the names have room', () => {
    const round = (at: number, n: number) => ({ at, round: n, stage: 'execute', transactions: 3 }) as const;
    const calls = draw({ rounds: [round(0, 1), round(3, 2), round(100, 3), round(239, 4)], time: 120 });
    expect(texts(calls).filter((text) => text.startsWith('round'))).toEqual(['round 1', 'round 3']);
    expect(calls.filter((call) => call.startsWith('stroke dimmer moveTo'))).toHaveLength(3);
  });

  it('lays the two captions apart', () => {
    const calls = draw();
    const at = (text: string) => calls.find((call) => call.startsWith(`fillText "${text}"`));
    expect(at('no schedule can beat 230')).toBe('fillText "no schedule can beat 230" 806 174 critical');
    expect(at('makespan 240')).toBe('fillText "makespan 240" 918 191 text');
  });
});
