import { describe, expect, it } from 'vitest';
import { drawn, logOf } from '../run-drawn.ts';

describe('Block-STM', () => {
  it('validates, aborts, and lets a reader wait at an ESTIMATE', async () => {
    // 1 reads a too early. While it runs again, b is an ESTIMATE: 2 waits there instead of reading a value that will go.
    const block = `
      0: gas 6, w a
      1: gas 1, r a, gas 3, w b
      2: gas 7, r b, gas 1, w c
      3: gas 3
    `;
    expect(await logOf(block, { engine: 'block-stm', lanes: 3 })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 2  execute 2.0
         1  lane 1  1.0 reads a = 0 (prestate)
         4  lane 1  1.0 finished: 4 gas, 1 written
         4  lane 1  validate 1.0
         4  lane 1  1.0 valid
         4  lane 1  execute 3.0
         6  lane 0  0.0 finished: 6 gas, 1 written
         6  lane 0  validate 0.0
         6  lane 0  0.0 valid
         6  lane 0  validate 1.0
         6  lane 0  1.0 not valid
         6          1.0 aborted: read a from prestate, now 0.0
         6  lane 0  execute 1.1
         7  lane 1  3.0 finished: 3 gas, 0 written
         7  lane 0  1.1 reads a = 1 (0.0)
         7  lane 2  2.0 blocked: b is an ESTIMATE of 1
         7  lane 1  validate 3.0
         7  lane 2  waits: 2 for 1 (b)
         7  lane 1  3.0 valid
         7  lane 1  waits: 2 for 1 (b)
        10  lane 0  1.1 finished: 4 gas, 1 written
        10  lane 0  validate 1.1
        10  lane 1  execute 2.1
        10  lane 2  waits: no-task
        10  lane 0  1.1 valid
        10  lane 0  waits: no-task
        17  lane 1  2.1 reads b = 63 (1.1)
        18  lane 1  2.1 finished: 8 gas, 1 written
        18  lane 0  validate 2.1
        18  lane 1  waits: no-task
        18  lane 0  2.1 valid
        18          0.0 committed
        18          1.1 committed
        18          2.1 committed
        18          3.0 committed
      `),
    );
  });

  it('without ESTIMATE marks 2 reads past the aborted write, and is aborted in its turn', async () => {
    const block = `
      0: gas 6, w a
      1: gas 1, r a, gas 3, w b
      2: gas 7, r b, gas 1, w c
      3: gas 3
    `;
    expect(await logOf(block, { engine: 'block-stm', lanes: 3, options: { estimates: false } })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 2  execute 2.0
         1  lane 1  1.0 reads a = 0 (prestate)
         4  lane 1  1.0 finished: 4 gas, 1 written
         4  lane 1  validate 1.0
         4  lane 1  1.0 valid
         4  lane 1  execute 3.0
         6  lane 0  0.0 finished: 6 gas, 1 written
         6  lane 0  validate 0.0
         6  lane 0  0.0 valid
         6  lane 0  validate 1.0
         6  lane 0  1.0 not valid
         6          1.0 aborted: read a from prestate, now 0.0
         6  lane 0  execute 1.1
         7  lane 1  3.0 finished: 3 gas, 0 written
         7  lane 0  1.1 reads a = 1 (0.0)
         7  lane 2  2.0 reads b = 0 (prestate)
         7  lane 1  validate 3.0
         7  lane 1  3.0 valid
         7  lane 1  waits: no-task
         8  lane 2  2.0 finished: 8 gas, 1 written
         8  lane 1  validate 2.0
         8  lane 2  waits: no-task
         8  lane 1  2.0 valid
         8  lane 1  waits: no-task
        10  lane 0  1.1 finished: 4 gas, 1 written
        10  lane 0  validate 1.1
        10  lane 1  validate 2.0
        10  lane 0  1.1 valid
        10  lane 1  2.0 not valid
        10          2.0 aborted: read b from prestate, now 1.1
        10  lane 0  execute 2.1
        10  lane 1  waits: no-task
        17  lane 0  2.1 reads b = 63 (1.1)
        18  lane 0  2.1 finished: 8 gas, 1 written
        18  lane 0  validate 2.1
        18  lane 0  2.1 valid
        18          0.0 committed
        18          1.1 committed
        18          2.1 committed
        18          3.0 committed
      `),
    );
  });

  it('links the transactions of one sender beforehand, and commits as it goes', async () => {
    const block = `
      0: from alice, n:alice += 1, gas 4
      1: from alice, n:alice += 1, gas 4
      2: gas 5, w a
    `;
    expect(
      await logOf(block, { engine: 'block-stm', lanes: 2, options: { senderLinks: true, rollingCommit: true } }),
    ).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 2.0
        0  lane 0  0.0 reads n:alice = 0 (prestate)
        4  lane 0  0.0 finished: 4 gas, 1 written
        4  lane 0  validate 0.0
        4  lane 0  0.0 valid
        4          0.0 committed
        4  lane 0  execute 1.0
        4  lane 0  1.0 reads n:alice = 1 (0.0)
        5  lane 1  2.0 finished: 5 gas, 1 written
        5  lane 1  validate 2.0
        5  lane 1  2.0 valid
        5  lane 1  waits: no-task
        8  lane 0  1.0 finished: 4 gas, 1 written
        8  lane 0  validate 1.0
        8  lane 0  1.0 valid
        8          1.0 committed
        8          2.0 committed
      `),
    );
  });

  it('takes credits as additions: neither payment waits for the other, and the reader sees both', async () => {
    const block = `
      0: gas 4, + b:bob 5
      1: gas 3, + b:bob 7
      2: gas 6, r b:bob
    `;
    expect(await logOf(block, { engine: 'block-stm', lanes: 3, credits: 'commutative' })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 2  execute 2.0
         3  lane 1  1.0 finished: 3 gas, 0 written
         3  lane 1  validate 1.0
         3  lane 1  1.0 valid
         3  lane 1  waits: no-task
         4  lane 0  0.0 finished: 4 gas, 0 written
         4  lane 0  validate 0.0
         4  lane 0  0.0 valid
         4  lane 0  waits: no-task
         6  lane 2  2.0 reads b:bob = 12 (prestate + 2 terms)
        10  lane 2  2.0 finished: 6 gas, 0 written
        10  lane 0  validate 2.0
        10  lane 2  waits: no-task
        10  lane 0  2.0 valid
        10          0.0 committed
        10          1.0 committed
        10          2.0 committed
      `),
    );
  });

  it('counts a late reader as started when what it read was published, so that no chain is shortened', async () => {
    // 1 starts at 0 and reads a at its very end, just when 0 has written it. Its 4 gas count from there.
    const block = `
      0: gas 4, w a
      1: gas 4, r a, w b
    `;
    expect(await logOf(block, { engine: 'block-stm', lanes: 2 })).toBe(
      drawn(`
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        4  lane 0  0.0 finished: 4 gas, 1 written
        4  lane 1  1.0 reads a = 1 (0.0)
        4  lane 0  validate 0.0
        4  lane 0  0.0 valid
        4  lane 0  waits: no-task
        8  lane 1  1.0 finished: 4 gas, 1 written
        8  lane 0  validate 1.0
        8  lane 1  waits: no-task
        8  lane 0  1.0 valid
        8          0.0 committed
        8          1.0 committed
      `),
    );
  });
});
