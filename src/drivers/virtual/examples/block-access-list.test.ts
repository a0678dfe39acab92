import { describe, expect, it } from 'vitest';
import { wordToLocation } from '../../../model/notation.ts';
import { drawn, logOf } from '../run-drawn.ts';

describe('Block access list', () => {
  const block = `
    0: gas 3, w a
    1: r a, gas 2, w b
    2: r b, gas 6
  `;

  it('1 reads what 0 will have written, and 2 what 1 will: only the longest transaction takes its time', async () => {
    expect(await logOf(block, { engine: 'block-access-list', lanes: 2 })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 1  1.0 reads a = 1 (list, index 1)
        2  lane 1  1.0 finished: 2 gas, 1 written
        2          1.0 committed
        2  lane 1  execute 2.0
        2  lane 1  2.0 reads b = 63 (list, index 2)
        3  lane 0  0.0 finished: 3 gas, 1 written
        3          0.0 committed
        3  lane 0  waits: no-task
        8  lane 1  2.0 finished: 6 gas, 0 written
        8          2.0 committed
      `),
    );
  });

  it('may begin with the last of the block, when that is the longest', async () => {
    expect(await logOf(block, { engine: 'block-access-list', lanes: 2, options: { listOrder: 'longest-first' } })).toBe(
      drawn(`
        0  lane 0  execute 2.0
        0  lane 1  execute 0.0
        0  lane 0  2.0 reads b = 63 (list, index 2)
        3  lane 1  0.0 finished: 3 gas, 1 written
        3          0.0 committed
        3  lane 1  execute 1.0
        3  lane 1  1.0 reads a = 1 (list, index 1)
        5  lane 1  1.0 finished: 2 gas, 1 written
        5          1.0 committed
        5  lane 1  waits: no-task
        6  lane 0  2.0 finished: 6 gas, 0 written
        6          2.0 committed
      `),
    );
  });

  it('loads all that the list names at once, before anything is executed', async () => {
    // Three fields of two accounts, and the slots a, b and c.
    const reads = `
      0: r a, r b, gas 2, fee 1
      1: r c, gas 2
    `;
    expect(await logOf(reads, { engine: 'block-access-list', lanes: 2, costs: { coldRead: 5 } })).toBe(
      drawn(`
        0  lane 0  waits: prefetch of 9
        0  lane 1  waits: prefetch of 9
        5  lane 0  execute 0.0
        5  lane 1  execute 1.0
        5  lane 0  0.0 reads a = 0 (prestate)
        5  lane 0  0.0 reads b = 0 (prestate)
        5  lane 1  1.0 reads c = 0 (prestate)
        7  lane 0  0.0 finished: 2 gas, 0 written
        7          0.0 committed
        7  lane 1  1.0 finished: 2 gas, 0 written
        7          1.0 committed
      `),
    );
  });

  it('believes a list that lies', async () => {
    const sums = `
      0: a += 1, gas 3
      1: a += 1, gas 2
    `;
    const tamper = { location: wordToLocation('a'), index: 1, value: '7' };
    expect(await logOf(sums, { engine: 'block-access-list', lanes: 2, options: { tamper } })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 0  0.0 reads a = 0 (prestate)
        0  lane 1  1.0 reads a = 7 (list, index 1)
        2  lane 1  1.0 finished: 2 gas, 1 written
        2          1.0 committed
        2  lane 1  waits: no-task
        3  lane 0  0.0 finished: 3 gas, 1 written
        3          0.0 committed
      `),
    );
  });
});
