import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('Speculate, commit in order', () => {
  it('results wait for their turn; what read a value that has changed runs once more, at the head', async () => {
    // Validation costs 1 for each read.
    const block = `
      0: gas 6, w a
      1: gas 2, w b
      2: r b, gas 3, w c
      3: gas 4
    `;
    expect(await logOf(block, { engine: 'in-order', lanes: 3, costs: { validationPerRead: 1 } })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 2  execute 2.0
         0  lane 2  2.0 reads b = 0 (prestate)
         2  lane 1  1.0 finished: 2 gas, 1 written
         2  lane 1  execute 3.0
         3  lane 2  2.0 finished: 3 gas, 1 written
         3  lane 2  waits: 1 for the commit of 0
         6  lane 0  0.0 finished: 6 gas, 1 written
         6  lane 1  3.0 finished: 4 gas, 0 written
         6  lane 0  validate 0.0
         6  lane 1  waits: 1 for the commit of 0
         6  lane 0  0.0 valid
         6          0.0 committed
         6  lane 0  validate 1.0
         6  lane 1  waits: 2 for the commit of 1
         6  lane 2  waits: 2 for the commit of 1
         6  lane 0  1.0 valid
         6          1.0 committed
         6  lane 0  validate 2.0
         6  lane 1  waits: 3 for the commit of 2
         6  lane 2  waits: 3 for the commit of 2
         7  lane 0  2.0 not valid
         7          2.0 aborted: read b from prestate, now 1.0
         7  lane 0  execute 2.1
         7  lane 0  2.1 reads b = 2 (1.0)
        10  lane 0  2.1 finished: 3 gas, 1 written
        10          2.1 committed
        10  lane 0  validate 3.0
        10  lane 1  waits: no-task
        10  lane 2  waits: no-task
        10  lane 0  3.0 valid
        10          3.0 committed
      `),
    );
  });

  it('values are compared, not versions: 1 puts back what 0 has changed, and 2 is merged as it is', async () => {
    const block = `
      0: a += 1, gas 2
      1: a += -1, gas 2
      2: r a, gas 1, w c
    `;
    expect(await logOf(block, { engine: 'in-order', lanes: 3 })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 2  execute 2.0
        0  lane 0  0.0 reads a = 0 (prestate)
        0  lane 1  1.0 reads a = 0 (prestate)
        0  lane 2  2.0 reads a = 0 (prestate)
        1  lane 2  2.0 finished: 1 gas, 1 written
        1  lane 2  waits: 2 for the commit of 1
        2  lane 0  0.0 finished: 2 gas, 1 written
        2  lane 1  1.0 finished: 2 gas, 1 written
        2  lane 0  validate 0.0
        2  lane 1  waits: 1 for the commit of 0
        2  lane 2  waits: 1 for the commit of 0
        2  lane 0  0.0 valid
        2          0.0 committed
        2  lane 0  validate 1.0
        2  lane 1  waits: 2 for the commit of 1
        2  lane 2  waits: 2 for the commit of 1
        2  lane 0  1.0 not valid
        2          1.0 aborted: read a from prestate, now 0.0
        2  lane 0  execute 1.1
        2  lane 0  1.1 reads a = 1 (0.0)
        4  lane 0  1.1 finished: 2 gas, 1 written
        4          1.1 committed
        4  lane 0  validate 2.0
        4  lane 1  waits: no-task
        4  lane 2  waits: no-task
        4  lane 0  2.0 valid
        4          2.0 committed
      `),
    );
  });
});
