import { describe, expect, test } from 'vitest';
import type { FinalExecution } from '../../model/execution.ts';
import { gas, txIndex } from '../../model/ids.ts';
import type { Location } from '../../model/location.ts';
import { createConflictIndex } from './conflict-index.ts';

const at = (name: string): Location => `s:0x${name.charCodeAt(0).toString(16).padStart(40, '0')}:0x0` as Location;

/** `ra wb`: reads a, writes b. `+a`: a credit, as strict recordings mark it. */
function execution(drawn: string): FinalExecution {
  const steps = drawn.split(' ').filter(Boolean);
  const names = (sign: string): Location[] => steps.filter((s) => s.startsWith(sign)).map((s) => at(s.slice(1)));
  return {
    kind: 'executed',
    receipt: { type: 2, success: true, gasUsed: gas(1), logs: [], output: '0x' },
    recording: {
      reads: [
        ...names('r').map((location) => ({ location, value: 0n, at: gas(0), credit: false })),
        ...names('+').map((location) => ({ location, value: 0n, at: gas(0), credit: true })),
      ],
      writes: [...names('w'), ...names('+')].map((location) => ({ location, before: 0n, value: 1n })),
      credits: [],
      fee: 0n,
    },
  };
}
const indexOf = (credits: 'strict' | 'commutative', ...drawn: string[]) =>
  createConflictIndex(drawn.map(execution), credits);
const txs = (...numbers: number[]) => numbers.map(txIndex);

describe('conflicts between cards', () => {
  test('a common location that one writes, whatever lies between', () => {
    const index = indexOf('strict', 'ra wa', 'ra wa', 'ra wa', 'rb', 'rb');
    expect(index.between(txs(0), txs(2, 3))).toEqual({ others: [2], locations: [at('a')] });
    expect(index.between(txs(3), txs(4))).toEqual({ others: [], locations: [] });
  });

  test('of a group with a lane: the location behind most pairs first, the group itself left out', () => {
    const index = indexOf('strict', 'wa wb', 'rb', 'ra', 'ra', 'wc');
    expect(index.between(txs(0, 4), txs(1, 2, 3, 4))).toEqual({ others: [1, 2, 3], locations: [at('a'), at('b')] });
  });

  test('additions commute only where the run says so', () => {
    expect(indexOf('strict', '+a', '+a').between(txs(0), txs(1)).others).toEqual([1]);
    expect(indexOf('commutative', '+a', '+a').between(txs(0), txs(1)).others).toEqual([]);
    expect(indexOf('commutative', '+a', 'ra').between(txs(0), txs(1)).others).toEqual([1]);
  });

  test('who touches a location', () => {
    expect(indexOf('strict', 'wa', 'rb', 'ra').touching(at('a'))).toEqual([0, 2]);
  });
});
