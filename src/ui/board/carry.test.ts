import { describe, expect, test } from 'vitest';
import { createNewScenario } from '../../store/new-scenario.ts';
import { addTransactions, cardsOnLanes, withPinnedLanes } from '../../store/edits.ts';
import type { Scenario } from '../../model/scenario.ts';
import { describePlace, dropOf, listNumbers, type Place, placeOf, stepPlace } from './carry.ts';

const pay = { kind: 'pay', from: 'alice', to: 'bob', value: 1n } as const;
/** t1 to t5, lanes: t1 t3 | (empty) */
const scenario: Scenario = withPinnedLanes(
  addTransactions({ ...createNewScenario(), settings: { ...createNewScenario().settings, lanes: 2 } }, [
    pay,
    pay,
    pay,
    pay,
    pay,
  ]),
  [['t1', 't3'], []],
);
const walk = (from: Place, keys: string): Place => {
  const arrows = { u: 'ArrowUp', d: 'ArrowDown', l: 'ArrowLeft', r: 'ArrowRight' } as const;
  return [...keys].reduce((place, key) => stepPlace(scenario, place, arrows[key as keyof typeof arrows]), from);
};

describe('carrying by keyboard', () => {
  test('up and down in the block, right to the lanes, down the lanes to the tray, and back', () => {
    const start = placeOf(scenario, 't2', 'block');
    expect(start).toEqual({ kind: 'block', gap: 1 });
    expect(walk(start, 'uuu')).toEqual({ kind: 'block', gap: 0 });
    expect(walk(start, 'r')).toEqual({ kind: 'lane', lane: 0, gap: 2 });
    expect(walk(start, 'rl')).toEqual({ kind: 'lane', lane: 0, gap: 1 });
    expect(walk(start, 'rd')).toEqual({ kind: 'lane', lane: 1, gap: 0 });
    expect(walk(start, 'rddd')).toEqual({ kind: 'any' });
    expect(walk(start, 'rddu')).toEqual({ kind: 'lane', lane: 1, gap: 0 });
    expect(walk(start, 'rdl')).toEqual({ kind: 'block', gap: 5 });
  });

  test('a card on a lane starts from there', () => {
    expect(placeOf(scenario, 't3', 'board')).toEqual({ kind: 'lane', lane: 0, gap: 1 });
    expect(placeOf(scenario, 't2', 'board')).toEqual({ kind: 'any' });
  });

  test('each place has a sentence', () => {
    const say = (place: Place, from: 'block' | 'board' = 'block'): string => describePlace(scenario, place, from);
    expect(say({ kind: 'block', gap: 2 })).toBe('before transaction 2');
    expect(say({ kind: 'block', gap: 5 })).toBe('at the end of the block');
    expect(say({ kind: 'lane', lane: 0, gap: 0 })).toBe('on lane 1, before transaction 0');
    expect(say({ kind: 'lane', lane: 0, gap: 2 })).toBe('on lane 1, after transaction 2');
    expect(say({ kind: 'lane', lane: 1, gap: 0 })).toBe('on lane 2, empty');
    expect(say({ kind: 'block', gap: 2 }, 'board')).toBe('over the block: on any lane');
  });
});

describe('dropping', () => {
  const drawn = (s: Scenario): string =>
    cardsOnLanes(s)
      .map((lane) => lane.join(' '))
      .join(' | ');

  test('on a lane pins, on the tray or back on the block unpins, within the block moves', () => {
    const lane = dropOf({ ids: ['t2', 't1'], from: 'block', place: { kind: 'lane', lane: 1, gap: 0 } });
    expect(lane?.label).toBe('put 2 cards on lane 2');
    expect(lane && drawn(lane.change(scenario))).toBe('t3 | t2 t1');
    const back = dropOf({ ids: ['t1'], from: 'board', place: { kind: 'block', gap: 4 } });
    expect(back && drawn(back.change(scenario))).toBe('t3 | ');
    expect(back?.change(scenario).transactions).toEqual(scenario.transactions);
    const moved = dropOf({ ids: ['t1'], from: 'block', place: { kind: 'block', gap: 2 } })?.change(scenario);
    expect(moved?.transactions.map((tx) => tx.id)).toEqual(['t2', 't1', 't3', 't4', 't5']);
    expect(dropOf({ ids: ['t1'], from: 'block', place: null })).toBeNull();
  });
});

test('lists of numbers read as a sentence', () => {
  expect(listNumbers([2])).toBe('2');
  expect(listNumbers([2, 5])).toBe('2 and 5');
  expect(listNumbers([2, 5, 9])).toBe('2, 5 and 9');
  expect(listNumbers([1, 2, 3, 4, 5, 6, 7])).toBe('1, 2, 3, 4 and 3 more');
});
