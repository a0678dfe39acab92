import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutLaneRows } from './lane-rows.ts';
import { createDoomedRuns, layoutPending } from './pending-spans.ts';
import { createSpanLog } from './spans.ts';
import { generateLog } from './test-log.ts';
import { type TimelineBars, createTimelineBars, layoutTimeline } from './timeline-layout.ts';

/** Both layouts reach the same pixel by different roundings. */
const round = (px: number) => Math.round(px * 1e6) / 1e6;

describe('layoutPending', () => {
  it('finds all executions that look different now than at the end', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const log = createSpanLog();
        log.update(generateLog({ transactions: 30, lanes: 3, seed, aborts: 0.4, validation: 5_000 }), 3);
        const time = Math.round(share * log.end);
        const input = {
          log,
          scale: { start: 0, end: log.end, left: 0, width: 5_000 },
          rows: layoutLaneRows(3, 0, 200, 0),
          time,
        };
        const executions = ({ executions: { items, count } }: TimelineBars) =>
          items
            .slice(0, count)
            .flatMap(({ lane, x, width, look, span }) =>
              look !== 'ahead'
                ? [{ version: `${span.tx}.${span.incarnation}`, lane, x: round(x), width: round(width), look }]
                : [],
            );
        const now = executions(layoutTimeline(input, createTimelineBars()));
        const end = executions(layoutTimeline({ ...input, time: log.end }, createTimelineBars()));
        const looksAtEnd = new Map(end.map((bar) => [bar.version, bar.look]));
        const different = now.filter((bar) => bar.look !== looksAtEnd.get(bar.version));
        const byVersion = (a: { version: string }, b: { version: string }) => (a.version < b.version ? -1 : 1);
        const pending = executions(layoutPending(input, createDoomedRuns(log), createTimelineBars()));
        expect(pending.sort(byVersion)).toEqual(different.sort(byVersion));
      }),
      { numRuns: 100 },
    );
  });
});
