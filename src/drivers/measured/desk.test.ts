import { expect, test } from 'vitest';
import { laneIndex, txIndex, type Version } from '../../model/ids.ts';
import { Desk } from './desk.ts';

const versions = (...numbers: number[]): Version[] => numbers.map((tx) => ({ tx: txIndex(tx), incarnation: 0 }));
const lanes = (count: number) => Array.from({ length: count }, (_, i) => laneIndex(i));
const desk = (width: number, ahead = true) => new Desk(lanes(width), ahead, () => 50);

test('a lane alone has a short message to begin with, and one that waits', () => {
  const alone = desk(1);
  expect(alone.room(1000)).toBe(250);
  alone.put(versions(0, 1), 10);
  expect(alone.room(1000)).toBe(1000);
  alone.put(versions(2, 3, 4), 20);
  expect(alone.room(1000)).toBeNull();
  expect(alone.take(versions(0)[0] as Version)).toEqual({ sent: 10, wasLast: false });
  expect(alone.take(versions(1)[0] as Version)).toEqual({ sent: 10, wasLast: true });
  expect(alone.room(1000)).toBe(1000);
  expect(alone.oldest).toBe(20);
  expect(alone.underWay).toEqual(versions(2, 3, 4));
});

test('where nothing may be sent ahead there is room for one task, when nothing is under way', () => {
  const careful = desk(1, false);
  expect(careful.room(1000)).toBe(0);
  careful.put(versions(0), 10);
  expect(careful.room(1000)).toBeNull();
});

test('lanes at one desk have room as long as less than a batch for each of them is under way', () => {
  const crew = desk(4);
  expect(crew.room(100)).toBe(100);
  crew.put(versions(0, 1, 2, 3, 4, 5, 6, 7), 10);
  // 8 × 50 µs are 100 for each.
  expect(crew.room(100)).toBe(400);
  crew.put(versions(8), 20);
  expect(crew.room(100)).toBeNull();
  // They end in any order.
  expect(crew.take(versions(5)[0] as Version)).toEqual({ sent: 10, wasLast: false });
  expect(crew.take(versions(8)[0] as Version)).toEqual({ sent: 20, wasLast: true });
  expect(crew.room(100)).toBe(400);
});

test('… or fewer tasks than two for each, however long they are', () => {
  const crew = desk(4);
  crew.put(versions(0, 1, 2, 3, 4, 5, 6), 10);
  expect(crew.room(10)).toBe(40);
});

test('what was never sent can’t end', () => {
  const alone = desk(1);
  alone.put(versions(0), 10);
  expect(() => alone.take({ tx: txIndex(0), incarnation: 1 })).toThrow('0.1');
});
