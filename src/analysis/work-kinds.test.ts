import { expect, test } from 'vitest';
import type { FinalExecution } from '../model/execution.ts';
import { gas, toAddress } from '../model/ids.ts';
import { balanceOf, slotOf } from '../model/location.ts';
import { timeOfWork, workKindsOf } from './work-kinds.ts';

const account = toAddress(`0x${'11'.repeat(20)}`);
const slot = (n: number) => slotOf(account, `0x${n}`);
const read = (location: ReturnType<typeof slot>) => ({ location, value: 1n, at: gas(0), credit: false });

function executed(gasUsed: number, recording: Partial<FinalExecution['recording']>): FinalExecution {
  return {
    kind: 'executed',
    receipt: { type: 2, success: true, gasUsed: gas(gasUsed), logs: [], output: '0x' },
    recording: { reads: [], writes: [], credits: [], fee: 0n, ...recording },
  };
}

test('the charges for the transaction and for storage are no computation', () => {
  const execution = executed(21_000 + 2 * 2100 + 20_000 + 2900 + 500, {
    reads: [read(balanceOf(account)), read(slot(0)), read(slot(1))],
    writes: [
      { location: slot(0), before: 0n, value: 1n },
      { location: slot(1), before: 1n, value: 2n },
    ],
  });
  expect(workKindsOf(execution)).toEqual({ compute: 500, reads: 3, writes: 2 });
});

test('refunds leave nothing below zero', () => {
  expect(workKindsOf(executed(15_000, {}))).toEqual({ compute: 0, reads: 0, writes: 0 });
});

test('what can’t be included has read, and computed nothing', () => {
  const invalid: FinalExecution = {
    kind: 'invalid',
    reason: { code: 'nonce', message: '' },
    recording: { reads: [read(slot(0))], writes: [], credits: [], fee: 0n },
  };
  expect(workKindsOf(invalid)).toEqual({ compute: 0, reads: 1, writes: 0 });
});

test('time is the sum of the kinds, computation by the thousand gas', () => {
  const costs = { transaction: 10, compute: 4, read: 3, write: 2 };
  expect(timeOfWork({ compute: 500, reads: 3, writes: 2 }, costs)).toBe(10 + 2 + 9 + 4);
});
