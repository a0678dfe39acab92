import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('Dependency DAG', () => {
  it('block order starts the chain 0 → 1 → 2 at once, and both lanes are busy to the end', async () => {
    const block = `
      0: gas 4, w a
      1: r a, gas 4, w b
      2: r b, gas 4
      3: gas 6
      4: gas 6
    `;
    expect(await logOf(block, { engine: 'dag', lanes: 2 })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 3.0
         4  lane 0  0.0 finished: 4 gas, 1 written
         4          0.0 committed
         4  lane 0  execute 1.0
         4  lane 0  1.0 reads a = 1 (0.0)
         6  lane 1  3.0 finished: 6 gas, 0 written
         6          3.0 committed
         6  lane 1  execute 4.0
         8  lane 0  1.0 finished: 4 gas, 1 written
         8          1.0 committed
         8  lane 0  execute 2.0
         8  lane 0  2.0 reads b = 63 (1.0)
        12  lane 0  2.0 finished: 4 gas, 0 written
        12          2.0 committed
        12  lane 1  4.0 finished: 6 gas, 0 written
        12          4.0 committed
      `),
    );
  });

  it('the longest-first trap: the long ones go first, and the chain is left to run alone', async () => {
    // The same block takes 18 instead of 12.
    const block = `
      0: gas 4, w a
      1: r a, gas 4, w b
      2: r b, gas 4
      3: gas 6
      4: gas 6
    `;
    expect(await logOf(block, { engine: 'dag', lanes: 2, options: { dagPolicy: 'longest-first' } })).toBe(
      drawn(`
         0  lane 0  execute 3.0
         0  lane 1  execute 4.0
         6  lane 0  3.0 finished: 6 gas, 0 written
         6          3.0 committed
         6  lane 1  4.0 finished: 6 gas, 0 written
         6          4.0 committed
         6  lane 0  execute 0.0
         6  lane 1  waits: 1 for 0 (a)
        10  lane 0  0.0 finished: 4 gas, 1 written
        10          0.0 committed
        10  lane 0  execute 1.0
        10  lane 1  waits: 2 for 1 (b)
        10  lane 0  1.0 reads a = 1 (0.0)
        14  lane 0  1.0 finished: 4 gas, 1 written
        14          1.0 committed
        14  lane 0  execute 2.0
        14  lane 1  waits: no-task
        14  lane 0  2.0 reads b = 63 (1.0)
        18  lane 0  2.0 finished: 4 gas, 0 written
        18          2.0 committed
      `),
    );
  });

  it('a wrong hint costs time, not the result: it says nothing of 1 reading what 0 writes', async () => {
    // Validation costs 1 for each read.
    const block = `
      0: gas 3, w a
      1: r a, gas 2, w b
      2: r b, gas 2
    `;
    expect(
      await logOf(block, {
        engine: 'dag',
        lanes: 2,
        options: { hints: [[], [], [1]] },
        costs: { validationPerRead: 1 },
      }),
    ).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 1  1.0 reads a = 0 (prestate)
         2  lane 1  1.0 finished: 2 gas, 1 written
         2  lane 1  execute 2.0
         2  lane 1  2.0 reads b = 62 (1.0)
         3  lane 0  0.0 finished: 3 gas, 1 written
         3  lane 0  validate 0.0
         3  lane 0  0.0 valid
         3          0.0 committed
         3  lane 0  validate 1.0
         4  lane 0  1.0 not valid
         4          1.0 aborted: read a from prestate, now 0.0
         4  lane 1  2.0 finished: 2 gas, 0 written
         4  lane 0  execute 1.1
         4  lane 1  waits: no-task
         4  lane 0  1.1 reads a = 1 (0.0)
         6  lane 0  1.1 finished: 2 gas, 1 written
         6  lane 0  validate 1.1
         7  lane 0  1.1 valid
         7          1.1 committed
         7  lane 0  validate 2.0
         8  lane 0  2.0 not valid
         8          2.0 aborted: read b from 1.0, now 1.1
         8  lane 0  execute 2.1
         8  lane 0  2.1 reads b = 63 (1.1)
        10  lane 0  2.1 finished: 2 gas, 0 written
        10  lane 0  validate 2.1
        11  lane 0  2.1 valid
        11          2.1 committed
      `),
    );
  });
});
