import { describe, expect, it } from 'vitest';
import { type Direction, neighbourSpan } from './span-steps.ts';
import { createSpanLog, type Span } from './spans.ts';
import { drawLog, STARTED_OVER } from './test-events.ts';

const log = createSpanLog();
log.update(drawLog(STARTED_OVER), 2);
const name = (span: Span | null) =>
  span?.kind === 'wait' ? 'wait' : span && `${span.kind} ${span.tx}.${span.incarnation}`;

function walk(...directions: Direction[]): (string | null)[] {
  let at: Span | null = null;
  return directions.map((direction) => {
    at = neighbourSpan(log, at, direction, 50);
    return name(at);
  });
}

describe('neighbourSpan', () => {
  it('enters at the moment shown and walks along the lane', () => {
    expect(walk('next', 'next', 'next', 'next', 'previous')).toEqual([
      'execution 2.0',
      'wait',
      'execution 4.0',
      'execution 4.0',
      'wait',
    ]);
  });
  it('meets executions, validations and waits in order of time', () => {
    expect(walk('next', 'lane-below', 'next', 'next', 'next', 'next')).toEqual([
      'execution 2.0',
      'execution 3.0',
      'validation 3.0',
      'validation 3.0',
      'execution 3.1',
      'wait',
    ]);
  });
  it('stays where there is no other lane, and jumps to the ends', () => {
    expect(walk('next', 'lane-above', 'last', 'first')).toEqual([
      'execution 2.0',
      'execution 2.0',
      'execution 4.0',
      'execution 2.0',
    ]);
  });
  it('goes nowhere in an empty log', () => {
    expect(neighbourSpan(createSpanLog(), null, 'next', 0)).toBeNull();
  });
});
