import { describe, expect, test } from 'vitest';
import { createNewScenario } from '../../store/new-scenario.ts';
import { repeatTransaction } from './repeat-transaction.ts';

const scenario = createNewScenario();
const pay = { kind: 'pay', from: 'erin', to: 'bob', value: 1n } as const;

describe('a transaction repeated', () => {
  test('by one sender: the same, with nonces counted up where one was given', () => {
    expect(repeatTransaction(scenario, pay, 3, false)).toEqual([pay, pay, pay]);
    const given = repeatTransaction(scenario, { ...pay, nonce: 4n }, 2, false);
    expect(given).toEqual([
      { ...pay, nonce: 4n },
      { ...pay, nonce: 5n },
    ]);
  });

  test('by one sender after another, beginning with the one named', () => {
    const senders = repeatTransaction(scenario, { ...pay, nonce: 4n }, 3, true);
    expect(senders).toEqual([pay, { ...pay, from: 'frank' }, { ...pay, from: 'alice' }]);
  });
});
