import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closeGroup, createHistory, type History, HISTORY_LIMIT, record, redo, undo } from './history.ts';

const labels = (history: History<unknown>): string => history.past.map(({ label }) => label).join(', ');

describe('history', () => {
  test('undo brings back what was, redo what was undone, with their labels', () => {
    const edited = record(record(createHistory('a'), 'to b', 'b'), 'to c', 'c');
    const back = undo(edited);
    expect(back.present).toBe('b');
    expect(labels(back)).toBe('to b');
    expect(back.future.map(({ label }) => label)).toEqual(['to c']);
    expect(redo(back).present).toBe('c');
    expect(undo(undo(undo(back))).present).toBe('a');
  });

  test('an edit after undo drops the future', () => {
    const branched = record(undo(record(createHistory('a'), 'to b', 'b')), 'to c', 'c');
    expect(redo(branched)).toBe(branched);
    expect(undo(branched).present).toBe('a');
  });

  test('edits of one group are one step: a slider dragged through 2, 3, 4', () => {
    let history = createHistory(1);
    for (const lanes of [2, 3, 4]) history = record(history, `${lanes} lanes`, lanes, 'lanes');
    expect(labels(history)).toBe('2 lanes');
    expect(undo(history).present).toBe(1);
    expect(redo(undo(history)).present).toBe(4);
  });

  test('a rest, an undo, or another edit ends the group', () => {
    const one = record(createHistory(1), 'a', 2, 'g');
    expect(undo(record(closeGroup(one), 'b', 3, 'g')).present).toBe(2);
    expect(undo(record(record(one, 'b', 3), 'c', 4, 'g')).present).toBe(3);
    const after = record(undo(one), 'c', 5, 'g');
    expect(undo(after).present).toBe(1);
  });

  test('no change is no step', () => {
    const history = createHistory('a');
    expect(record(history, 'nothing', 'a')).toBe(history);
  });

  test('the oldest steps go first', () => {
    let history = createHistory(0);
    for (let i = 1; i <= HISTORY_LIMIT + 5; i++) history = record(history, `${i}`, i);
    expect(history.past.length).toBe(HISTORY_LIMIT);
    for (let i = 0; i < HISTORY_LIMIT + 5; i++) history = undo(history);
    expect(history.present).toBe(5);
  });

  test('agrees with a list of all values and a cursor', () => {
    const command = fc.oneof(
      fc.record({ do: fc.constant('record' as const), value: fc.nat(50) }),
      fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const), value: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
        let history = createHistory(0);
        let values = [0];
        let at = 0;
        for (const { do: what, value } of commands) {
          if (what === 'record') {
            history = record(history, '', value);
            if (values[at] !== value) values = [...values.slice(0, ++at), value];
          } else if (what === 'undo') {
            history = undo(history);
            at = Math.max(0, at - 1);
          } else {
            history = redo(history);
            at = Math.min(values.length - 1, at + 1);
          }
          expect(history.present).toBe(values[at]);
        }
      }),
    );
  });
});
