import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('Independent groups', () => {
  it('a chain of conflicts makes one group, which runs on one lane, though 3 and 4 depend on nobody that is left', async () => {
    // 0, 2, 3 share a; 2 and 4 share b: 9 gas on lane 0. The dependency DAG needs 5 on three lanes, as only 2 and 3 read what 0 writes.
    const block = `
      0: w a, gas 2
      1: gas 5
      2: r a, gas 2, w b
      3: r a, gas 2
      4: w b, gas 3
    `;
    expect(await logOf(block, { engine: 'components', lanes: 3 })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 2  waits: no-task
        2  lane 0  0.0 finished: 2 gas, 1 written
        2          0.0 committed
        2  lane 0  execute 2.0
        2  lane 0  2.0 reads a = 1 (0.0)
        4  lane 0  2.0 finished: 2 gas, 1 written
        4          2.0 committed
        4  lane 0  execute 3.0
        4  lane 0  3.0 reads a = 1 (0.0)
        5  lane 1  1.0 finished: 5 gas, 0 written
        5          1.0 committed
        5  lane 1  waits: no-task
        6  lane 0  3.0 finished: 2 gas, 0 written
        6          3.0 committed
        6  lane 0  execute 4.0
        9  lane 0  4.0 finished: 3 gas, 1 written
        9          4.0 committed
      `),
    );
  });

  it('pins that contradict each other split a group: what is elsewhere is waited for, and other groups fill the time', async () => {
    const block = `
      0: a += 1, gas 2
      1: a += 1, gas 3
      2: a += 1, gas 2
      3: gas 4
    `;
    expect(
      await logOf(block, {
        engine: 'components',
        lanes: 2,
        pins: [
          [0, 0],
          [1, 1],
        ],
      }),
    ).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 3.0
        0  lane 0  0.0 reads a = 0 (prestate)
        2  lane 0  0.0 finished: 2 gas, 1 written
        2          0.0 committed
        2  lane 0  waits: 2 for 1
        4  lane 1  3.0 finished: 4 gas, 0 written
        4          3.0 committed
        4  lane 1  execute 1.0
        4  lane 1  1.0 reads a = 1 (0.0)
        7  lane 1  1.0 finished: 3 gas, 1 written
        7          1.0 committed
        7  lane 0  execute 2.0
        7  lane 1  waits: no-task
        7  lane 0  2.0 reads a = 2 (1.0)
        9  lane 0  2.0 finished: 2 gas, 1 written
        9          2.0 committed
      `),
    );
  });

  it('who reads the fee recipient waits for the fees of all groups before it, and joins none of them', async () => {
    const block = `
      0: gas 3, fee 2
      1: gas 2, fee 1
      2: r b:coinbase, gas 1
      3: gas 2, fee 1
    `;
    expect(await logOf(block, { engine: 'components', lanes: 4 })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 2  execute 3.0
        0  lane 3  waits: 2 for 0
        2  lane 1  1.0 finished: 2 gas, 0 written
        2          1.0 committed
        2  lane 2  3.0 finished: 2 gas, 0 written
        2          3.0 committed
        2  lane 1  waits: no-task
        2  lane 2  waits: no-task
        3  lane 0  0.0 finished: 3 gas, 0 written
        3          0.0 committed
        3  lane 0  waits: no-task
        3  lane 3  execute 2.0
        3  lane 3  2.0 reads b:coinbase = 3 (prestate + 2 terms)
        4  lane 3  2.0 finished: 1 gas, 0 written
        4          2.0 committed
      `),
    );
  });
});
