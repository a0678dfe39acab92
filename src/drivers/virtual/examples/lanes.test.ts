import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('Your lanes', () => {
  it('wait: a lane stands still until what its next transaction reads has been written', async () => {
    const block = `
      0: gas 3, w a
      1: gas 2, w b
      2: r a, gas 2
      3: r b, gas 4
    `;
    expect(
      await logOf(block, {
        engine: 'lanes',
        lanes: 2,
        drawn: [
          [0, 3],
          [1, 2],
        ],
      }),
    ).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        2  lane 1  1.0 finished: 2 gas, 1 written
        2          1.0 committed
        2  lane 1  waits: 2 for 0 (a)
        3  lane 0  0.0 finished: 3 gas, 1 written
        3          0.0 committed
        3  lane 0  execute 3.0
        3  lane 1  execute 2.0
        3  lane 0  3.0 reads b = 2 (1.0)
        3  lane 1  2.0 reads a = 1 (0.0)
        5  lane 1  2.0 finished: 2 gas, 0 written
        5          2.0 committed
        5  lane 1  waits: no-task
        7  lane 0  3.0 finished: 4 gas, 0 written
        7          3.0 committed
      `),
    );
  });

  it('free order: who finishes first comes first, and whoever was overtaken starts over', async () => {
    // The serial order that came of it is 1, 0, 2.
    const block = `
      0: counter += 1, gas 5
      1: gas 2, counter += 1, gas 2
      2: gas 3, r counter
    `;
    expect(
      await logOf(block, { engine: 'lanes', lanes: 2, drawn: [[0, 2], [1]], options: { lanesPolicy: 'free' } }),
    ).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 0  0.0 reads counter = 0 (prestate)
         2  lane 1  1.0 reads counter = 0 (prestate)
         4  lane 1  1.0 finished: 4 gas, 1 written
         4          1.0 committed
         4  lane 1  waits: no-task
         5  lane 0  0.0 finished: 5 gas, 1 written
         5          0.0 aborted: read counter from prestate, now 1.0
         5  lane 0  execute 0.1
         5  lane 0  0.1 reads counter = 1 (1.0)
        10  lane 0  0.1 finished: 5 gas, 1 written
        10          0.1 committed
        10  lane 0  execute 2.0
        13  lane 0  2.0 reads counter = 2 (0.1)
        13  lane 0  2.0 finished: 3 gas, 0 written
        13          2.0 committed
      `),
    );
  });
});
