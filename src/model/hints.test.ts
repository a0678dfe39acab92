import { describe, expect, it } from 'vitest';
import { parseHints } from './hints.ts';

const messageOf = (value: unknown, transactions: number): string => {
  const parsed = parseHints(value, transactions);
  return parsed.kind === 'refused' ? parsed.reason : 'accepted';
};

describe('parseHints', () => {
  it('takes predecessors below each transaction, once each', () => {
    expect(parseHints([[], [0], [1, 0, 1]], 3)).toEqual({ kind: 'hints', hints: [[], [0], [1, 0]] });
  });

  it.each([
    ['no list', 'expected a list of lists', 1],
    [[[]], 'one list for each of the 2 transactions, got 1 lists', 2],
    [[[], 0], 'entry 1: expected a list of transaction indices, got 0', 2],
    [[[], [0.5]], 'entry 1: expected whole numbers from 0, got 0.5', 2],
    [[[], [-1]], 'entry 1: expected whole numbers from 0, got -1', 2],
    [[[], ['0']], 'entry 1: expected whole numbers from 0, got "0"', 2],
    [[[], [1]], "a transaction can only depend on earlier ones, but 1 isn't below 1", 2],
  ])('refuses %j with the reason', (value, reason, transactions) => {
    expect(messageOf(value, transactions)).toContain(reason);
  });
});
