import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeRows, spreadApart } from './place-rows.ts';

const wish = (at: number, weight = 1) => ({ at, weight });

describe('spreadApart', () => {
  it('grants wishes that leave room', () => {
    expect(spreadApart([wish(0), wish(50), wish(200)], [50, 50, 50])).toEqual([0, 50, 200]);
  });

  it('parts two that want the same place, evenly', () => {
    expect(spreadApart([wish(100), wish(100)], [50, 50])).toEqual([75, 125]);
  });

  it('lets the heavier stay', () => {
    const [light, heavy] = spreadApart([wish(100, 1), wish(100, 9)], [50, 50]) as [number, number];
    expect(light).toBeCloseTo(55);
    expect(heavy).toBeCloseTo(105);
  });

  it('keeps order and room, and no single move would be an improvement', () => {
    const wishes = fc.array(
      fc.record({ at: fc.integer({ min: 0, max: 500 }), weight: fc.integer({ min: 1, max: 9 }) }),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(wishes, (list) => {
        const rooms = list.map((_, i) => (i % 3 === 0 ? 20 : 50));
        const placed = spreadApart(list, rooms);
        const apart = (at: readonly number[]) =>
          at.every(
            (y, i) =>
              i === 0 || y - (at[i - 1] as number) >= ((rooms[i] as number) + (rooms[i - 1] as number)) / 2 - 1e-6,
          );
        const cost = (at: readonly number[]) =>
          at.reduce(
            (sum, y, i) => sum + (list[i] as { weight: number }).weight * (y - (list[i] as { at: number }).at) ** 2,
            0,
          );
        expect(apart(placed)).toBe(true);
        for (const i of placed.keys()) {
          for (const step of [-0.5, 0.5]) {
            const moved = placed.map((y, k) => (k === i ? y + step : y));
            if (apart(moved)) expect(cost(moved)).toBeGreaterThanOrEqual(cost(placed) - 1e-6);
          }
        }
      }),
    );
  });
});

describe('placeRows', () => {
  it('sets a node level with its only neighbour', () => {
    const y = placeRows({
      layers: [[0, 1, 2], [3]],
      before: [[], [], [], [1]],
      after: [[], [3], [], []],
      room: () => 50,
      weight: () => 1,
      grid: 1,
      fixed: new Map(),
    });
    expect(y.get(3)).toBe(y.get(1));
  });

  it('leaves what is fixed in its place', () => {
    const y = placeRows({
      layers: [[], [1]],
      before: [[], [0]],
      after: [[1], []],
      room: () => 50,
      weight: () => 1,
      grid: 1,
      fixed: new Map([[0, 325]]),
    });
    expect(y).toEqual(
      new Map([
        [0, 325],
        [1, 325],
      ]),
    );
  });
});
