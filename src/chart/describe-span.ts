import { chart as texts } from '#texts/chart.ts';
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
    ? texts.spanFromTo(formatNumber(span.start, unit), formatExact(end, unit), formatNumber(end - span.start, unit))
    : texts.spanAt(formatExact(span.start, unit));
  switch (span.kind) {
    case 'wait':
      return {
        title: texts.laneWaits(span.lane + 1),
        when,
        outcome: [`${capital(waitSentence(span.cause, context.locationName))}.`],
      };
    case 'validation':
      return {
        title: texts.validationOfRun(span.tx, span.incarnation),
        when,
        outcome: validationOutcome(span, context),
      };
    case 'execution': {
      const run = span.incarnation > 0 ? texts.runMark(span.incarnation) : '';
      return {
        title: `${span.tx}${run} · ${context.titleOf(span.tx)}`,
        when,
        outcome: [...readOutcome(reads, context), ...runOutcome(span, context)],
      };
    }
  }
}

function validationOutcome(span: ValidationSpan, { time, locationName }: DescribeContext): string[] {
  if (span.ok === null || span.end > time) return [texts.checkingWhetherWhatItRead];
  if (span.ok) return [texts.everythingItReadStillHolds];
  return span.cause ? [texts.failedBecause(abortSentence(span.tx, span.cause, locationName))] : [texts.failed];
}

function readOutcome(reads: readonly ReadEvent[], { time, unit, locationName }: DescribeContext): string[] {
  return reads
    .filter((read) => read.at <= time)
    .slice(0, MOST_READS)
    .map((read) => texts.atIt(formatExact(read.at, unit), readSentence(read.location, read.origin, locationName)));
}

function runOutcome(run: ExecutionSpan, { time, unit, locationName }: DescribeContext): string[] {
  const outcome: string[] = [];
  if (run.end > time) outcome.push(texts.executing);
  else if (run.outcome === 'blocked' && run.blockedOn) {
    outcome.push(texts.gaveUpItsLaneWill(run.blockedOn.by, locationName(run.blockedOn.location)));
  } else if (run.invalid !== null) outcome.push(texts.couldNotBeIncluded(run.invalid));
  else if (!run.success) outcome.push(texts.revertedOrHaltedWhichIs);
  if (run.abortedAt <= time && run.abort) {
    outcome.push(texts.abortedAt(formatExact(run.abortedAt, unit), abortSentence(run.tx, run.abort, locationName)));
  } else if (run.committedAt <= time) outcome.push(texts.committedAt(formatExact(run.committedAt, unit)));
  return outcome;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
