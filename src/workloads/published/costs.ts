import { type CostModel, ZERO_COSTS } from '../../model/settings.ts';

/*
 * What taking a task and validating a read cost on a real machine. No paper says. One published table lets it be worked
 * out: neo1202/parallel-block-stm does 8,804 transactions a second on one thread and 17,332 on two, with 0.3 % aborts. That
 * is 115.4 µs of thread time a transaction instead of 113.6 × 1.003 = 113.9: 1.5 µs for two tasks (execution,
 * validation) and two reads checked. How it divides isn't known; it is taken as 0.5 µs a task and 0.25 µs a read. Grevm's
 * scheduler comes to the same order from another side: 0.58 µs for each link of a chain of ERC-20 transfers.
 *
 * These two numbers are used for every table whose source gives times, and were not changed afterwards.
 */
export const DISPATCH_US = 0.5;
export const VALIDATION_PER_READ_US = 0.25;

/**
 * The same source stops scaling at 204,018 transactions a second on 64 threads and 204,024 on 128, and finds the scheduler's
 * shared counters to be the reason. So 4.9 µs a transaction are spent where only one thread can be at a time. With 17 % aborts there, that is
 * for 2 × 1.17 tasks. A constant cost can't show this; `exclusive` can.
 */
export const COUNTER_US = 4.9 / (2 * 1.17);

/**
 * The costs in gas for a block whose transactions take `gas` on average where the published ones took `microseconds`
 * each, one after the other: so the ratio of overhead to work is that of the source.
 */
export function costsFor(gas: number, microseconds: number): CostModel {
  const gasPerMicrosecond = gas / microseconds;
  return {
    ...ZERO_COSTS,
    gasPerMicrosecond,
    dispatch: Math.round(DISPATCH_US * gasPerMicrosecond),
    validationPerRead: Math.round(VALIDATION_PER_READ_US * gasPerMicrosecond),
  };
}

/** As `costsFor`, but taking a task is something that only one lane can do at a time, and takes `COUNTER_US`. */
export function costsWithBottleneck(gas: number, microseconds: number): CostModel {
  const costs = costsFor(gas, microseconds);
  return { ...costs, dispatch: 0, exclusive: Math.round(COUNTER_US * costs.gasPerMicrosecond) };
}
