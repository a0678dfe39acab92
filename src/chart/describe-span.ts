import { formatExact, formatNumber, type TimeUnit } from './format-time.ts';
import { abortSentence, type LocationName, readSentence, waitSentence } from './sentences.ts';
import type { ExecutionSpan, ReadEvent, Span, ValidationSpan } from './spans.ts';

/** Reads told of at once. */
const MOST_READS = 4;

/** A span in words, for the tooltip, the screen reader and the table: what, when, and what came of it by `time`. */
export interface SpanDescription {
  readonly title: string;
  readonly when: string;
  /** One sentence each. */
  readonly outcome: readonly string[];
}

export interface DescribeContext {
  readonly time: number;
  /** End of the log so far: what still runs then reaches to it. */
  readonly logEnd: number;
  readonly unit: TimeUnit;
  /** "carol swaps USDC → WETH". */
  readonly titleOf: (tx: number) => string;
  readonly locationName: LocationName;
}

/** `reads`: those of the span to tell of. */
export function describeSpan(span: Span, context: DescribeContext, reads: readonly ReadEvent[] = []): SpanDescription {
  const { unit, logEnd } = context;
  const end = Math.min(span.end, logEnd);
  const lasts = end > span.start;
  const when = lasts
    ? `${formatNumber(span.start, unit)} to ${formatExact(end, unit)} (${formatNumber(end - span.start, unit)})`
    : `at ${formatExact(span.start, unit)}`;
  switch (span.kind) {
    case 'wait':
      return {
        title: `Lane ${span.lane + 1} waits`,
        when,
        outcome: [`${capital(waitSentence(span.cause, context.locationName))}.`],
      };
    case 'validation':
      return {
        title: `Validation of ${span.tx} · run ${span.incarnation}`,
        when,
        outcome: validationOutcome(span, context),
      };
    case 'execution': {
      const run = span.incarnation > 0 ? ` · run ${span.incarnation}` : '';
      return {
        title: `${span.tx}${run} · ${context.titleOf(span.tx)}`,
        when,
        outcome: [...readOutcome(reads, context), ...runOutcome(span, context)],
      };
    }
  }
}

function validationOutcome(span: ValidationSpan, { time, locationName }: DescribeContext): string[] {
  if (span.ok === null || span.end > time) return ['Checking whether what it read still holds.'];
  if (span.ok) return ['Everything it read still holds.'];
  return span.cause ? [`Failed: ${abortSentence(span.tx, span.cause, locationName)}.`] : ['Failed.'];
}

function readOutcome(reads: readonly ReadEvent[], { time, unit, locationName }: DescribeContext): string[] {
  return reads
    .filter((read) => read.at <= time)
    .slice(0, MOST_READS)
    .map((read) => `At ${formatExact(read.at, unit)} it ${readSentence(read.location, read.origin, locationName)}.`);
}

function runOutcome(run: ExecutionSpan, { time, unit, locationName }: DescribeContext): string[] {
  const outcome: string[] = [];
  if (run.end > time) outcome.push('Executing.');
  else if (run.outcome === 'blocked' && run.blockedOn) {
    outcome.push(`Gave up its lane: ${run.blockedOn.by} will write ${locationName(run.blockedOn.location)} again.`);
  } else if (run.invalid !== null) outcome.push(`Could not be included: ${run.invalid}`);
  else if (!run.success) outcome.push('Reverted or halted, which is a valid result.');
  if (run.abortedAt <= time && run.abort) {
    outcome.push(`Aborted at ${formatExact(run.abortedAt, unit)}: ${abortSentence(run.tx, run.abort, locationName)}.`);
  } else if (run.committedAt <= time) outcome.push(`Committed at ${formatExact(run.committedAt, unit)}.`);
  return outcome;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
