import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('One lane', () => {
  it('runs in block order; a pin only moves a transaction to another lane', async () => {
    const block = `
      0: counter += 1, gas 3
      1: counter += 1, gas 2
      2: r counter, gas 1
    `;
    expect(await logOf(block, { engine: 'sequential', lanes: 2, pins: [[1, 1]] })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  waits: no-task
        0  lane 0  0.0 reads counter = 0 (prestate)
        3  lane 0  0.0 finished: 3 gas, 1 written
        3          0.0 committed
        3  lane 0  waits: pinned-elsewhere
        3  lane 1  execute 1.0
        3  lane 1  1.0 reads counter = 1 (0.0)
        5  lane 1  1.0 finished: 2 gas, 1 written
        5          1.0 committed
        5  lane 0  execute 2.0
        5  lane 1  waits: no-task
        5  lane 0  2.0 reads counter = 2 (1.0)
        6  lane 0  2.0 finished: 1 gas, 0 written
        6          2.0 committed
      `),
    );
  });
});
