import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('No protection', () => {
  it('loses an update: 1 reads the counter before 0 has written it', async () => {
    // Three increments, and the counter ends at 2.
    const block = `
      0: counter += 1, gas 5
      1: gas 2, counter += 1, gas 2
      2: gas 3, counter += 1
    `;
    expect(await logOf(block, { engine: 'race', lanes: 2 })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 0  0.0 reads counter = 0 (prestate)
        2  lane 1  1.0 reads counter = 0 (prestate)
        4  lane 1  1.0 finished: 4 gas, 1 written
        4          1.0 committed
        4  lane 1  execute 2.0
        5  lane 0  0.0 finished: 5 gas, 1 written
        5          0.0 committed
        5  lane 0  waits: no-task
        7  lane 1  2.0 reads counter = 1 (0.0)
        7  lane 1  2.0 finished: 3 gas, 1 written
        7          2.0 committed
      `),
    );
  });
});
