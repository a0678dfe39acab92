import { expect, test } from 'vitest';
import { lanesOfClock } from './lanes-of-clock.ts';

const now = { lanes: 8, lastPinned: -1, threads: 4 };

test('measured time begins with as many lanes as the machine has threads for', () => {
  expect(lanesOfClock('measured', {}, now)).toBe(3);
  expect(lanesOfClock('measured', {}, { ...now, threads: 1 })).toBe(1);
});

test('switched back, the lanes are those from before', () => {
  expect(lanesOfClock('virtual', { virtual: 8 }, { ...now, lanes: 3 })).toBe(8);
  expect(lanesOfClock('measured', { virtual: 8, measured: 2 }, now)).toBe(2);
});

test('who comes from a measured document keeps its lanes', () => {
  expect(lanesOfClock('virtual', {}, { ...now, lanes: 3 })).toBe(3);
});

test('no lane that a card lies on goes away', () => {
  expect(lanesOfClock('measured', {}, { ...now, lastPinned: 5 })).toBe(6);
  expect(lanesOfClock('virtual', { virtual: 2 }, { ...now, lanes: 1, lastPinned: 3 })).toBe(4);
});
