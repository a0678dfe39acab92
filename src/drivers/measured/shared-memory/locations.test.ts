import { expect, test } from 'vitest';
import { slotOf, balanceOf } from '../../../model/location.ts';
import { nameToAddress } from '../../../model/notation.ts';
import { createLocationNumbers, openNumbers } from './arena.ts';

test('threads give each location the same number and each number the same location, however many there are', () => {
  const numbers = createLocationNumbers('test', 1);
  if (!numbers) throw new Error('no shared memory here');
  const tables = [openNumbers(numbers), openNumbers(numbers)];
  const address = nameToAddress('x');
  // Far more than foreseen: buckets hold long lists, and the table grows.
  const locations = [
    balanceOf(address),
    ...Array.from({ length: 20_000 }, (_, i) => slotOf(address, `0x${i.toString(16)}`)),
  ];
  const ids = locations.map((location, i) => tables[i % 2]?.idOf(location));
  expect(new Set(ids).size).toBe(locations.length);
  for (const [i, location] of locations.entries()) {
    expect(tables[(i + 1) % 2]?.idOf(location)).toBe(ids[i]);
  }
  const third = openNumbers(numbers);
  expect(ids.map((id) => third.nameOf(id ?? 0))).toEqual(locations);
});
