import { bisectLeft } from 'd3';

/**
 * The moments of a lane's spans in flat arrays, beside the spans themselves: going through a hundred thousand of them every frame
 * waits for memory, and an array of numbers is read many times faster than as many objects.
 */
export interface SpanTimes {
  readonly count: number;
  readonly start: Float64Array;
  /** Infinity while it lasts. */
  readonly end: Float64Array;
  /** When it turned out bad: an execution blocked or aborted, a validation failed. Infinity where it didn't. */
  readonly turn: Float64Array;
}

export interface GrowingSpanTimes extends SpanTimes {
  push(start: number, end: number): void;
  pop(): void;
}

export function createSpanTimes(): GrowingSpanTimes {
  let count = 0;
  let start = new Float64Array(16);
  let end = new Float64Array(16);
  let turn = new Float64Array(16);
  const grown = (array: Float64Array<ArrayBuffer>) => {
    const larger = new Float64Array(2 * array.length);
    larger.set(array);
    return larger;
  };
  return {
    get count() {
      return count;
    },
    get start() {
      return start;
    },
    get end() {
      return end;
    },
    get turn() {
      return turn;
    },
    push(from, to) {
      if (count === start.length) [start, end, turn] = [grown(start), grown(end), grown(turn)];
      start[count] = from;
      end[count] = to;
      turn[count] = Number.POSITIVE_INFINITY;
      count++;
    },
    pop() {
      count--;
    },
  };
}

/** Index of the first span that ends after `time`, or at it; the count when there is none. */
export function firstTimeEndingAt({ end, count }: SpanTimes, time: number): number {
  return bisectLeft(end, time, 0, count);
}
