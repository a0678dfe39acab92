import { describe, expect, it } from 'vitest';
import { describeSpan } from './describe-span.ts';
import { createSpanLog, type Span } from './spans.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';

const log = createSpanLog();
log.update(drawLog(STARTED_OVER), 2);
const say = (span: Span | undefined, time = 240) => {
  if (!span) throw new Error('no such span');
  const { title, when, outcome } = describeSpan(span, {
    time,
    logEnd: log.end,
    unit: 'gas',
    titleOf: (tx) => `title of ${tx}`,
    locationName: (location) => location,
  });
  return [title, when, ...outcome];
};

describe('describeSpan', () => {
  it('says what, when and what came of it', () => {
    expect(say(log.runs[3]?.[0])).toEqual([
      '3 · title of 3',
      '0 to 80 gas (80)',
      'Aborted at 110 gas: 3 read pool.reserve0 before 2 wrote it.',
    ]);
    expect(say(log.runs[3]?.[1])).toEqual(['3 · run 1 · title of 3', '110 to 190 gas (80)', 'Committed at 240 gas.']);
    expect(say(log.lanes[1]?.validations[1])).toEqual([
      'Validation of 3 · run 0',
      '100 to 110 gas (10)',
      'Failed: 3 read pool.reserve0 before 2 wrote it.',
    ]);
    expect(say(log.lanes[0]?.waits[0])).toEqual([
      'Lane 1 waits',
      '110 to 190 gas (80)',
      '4 waits for 3: pool.reserve0.',
    ]);
  });

  it('tells of reads', () => {
    const run = log.runs[3]?.[0];
    const context = {
      time: 240,
      logEnd: log.end,
      unit: 'gas',
      titleOf: () => '',
      locationName: (location: string) => location,
    } as const;
    const read = 'At 14 gas it read pool.reserve0 as it was before the block.';
    expect(run && describeSpan(run, context, run.reads).outcome[0]).toBe(read);
    expect(run && describeSpan(run, { ...context, time: 10 }, run.reads).outcome).not.toContain(read);
  });

  it('says no more than was known at the moment shown', () => {
    expect(say(log.runs[3]?.[0], 100).slice(2)).toEqual([]);
    expect(say(log.runs[3]?.[0], 40).slice(2)).toEqual(['Executing.']);
    expect(say(log.lanes[1]?.validations[1], 105).slice(2)).toEqual(['Checking whether what it read still holds.']);
  });
});
