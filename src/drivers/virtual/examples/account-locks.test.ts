import { describe, expect, it } from 'vitest';
import { type DrawnTransaction, nameToAddress, wordToLocation } from '../../../model/notation.ts';
import { drawn, logOf, runDrawn } from '../run-drawn.ts';

describe('Declared locks', () => {
  it('who conflicts with one lane queues there, who conflicts with two waits, and nobody overtakes', async () => {
    // 2 writes what lane 1 has and reads what lane 0 has, so it waits, and 3, which conflicts with it, can not overtake it.
    const block = `
      0: a += 1, gas 4
      1: b += 1, gas 2
      2: r a, b += 1, gas 2
      3: r b, gas 1
      4: r a, gas 1
    `;
    expect(await logOf(block, { engine: 'account-locks', lanes: 3 })).toBe(
      drawn(`
        0  lane 0  0 queued with 1 lock
        0  lane 1  1 queued with 1 lock
        0  lane 0  4 queued with 1 lock
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 2  waits: 2 for a lock of 1 (slot b)
        0  lane 0  0.0 reads a = 0 (prestate)
        0  lane 1  1.0 reads b = 0 (prestate)
        2  lane 1  1.0 finished: 2 gas, 1 written
        2          1.0 committed
        2  lane 1  waits: 2 for a lock of 0 (slot a)
        2  lane 2  waits: 2 for a lock of 0 (slot a)
        4  lane 0  0.0 finished: 4 gas, 1 written
        4          0.0 committed
        4  lane 1  2 queued with 2 locks
        4  lane 1  3 queued with 1 lock
        4  lane 0  execute 4.0
        4  lane 1  execute 2.0
        4  lane 2  waits: no-task
        4  lane 0  4.0 reads a = 1 (0.0)
        4  lane 1  2.0 reads a = 1 (0.0)
        4  lane 1  2.0 reads b = 1 (1.0)
        5  lane 0  4.0 finished: 1 gas, 0 written
        5          4.0 committed
        5  lane 0  waits: no-task
        6  lane 1  2.0 finished: 2 gas, 1 written
        6          2.0 committed
        6  lane 1  execute 3.0
        6  lane 1  3.0 reads b = 2 (2.0)
        7  lane 1  3.0 finished: 1 gas, 0 written
        7          3.0 committed
      `),
    );
  });

  it('a lock on the whole account makes two slots of one contract conflict', async () => {
    const block = `
      0: pool.k += 1, gas 4
      1: pool.l += 1, gas 3
      2: c += 1, gas 2
    `;
    expect(await logOf(block, { engine: 'account-locks', lanes: 2, options: { lockGranularity: 'account' } })).toBe(
      drawn(`
        0  lane 0  0 queued with 1 lock
        0  lane 0  1 queued with 1 lock
        0  lane 1  2 queued with 1 lock
        0  lane 0  execute 0.0
        0  lane 1  execute 2.0
        0  lane 0  0.0 reads pool.k = 0 (prestate)
        0  lane 1  2.0 reads c = 0 (prestate)
        2  lane 1  2.0 finished: 2 gas, 1 written
        2          2.0 committed
        2  lane 1  waits: no-task
        4  lane 0  0.0 finished: 4 gas, 1 written
        4          0.0 committed
        4  lane 0  execute 1.0
        4  lane 0  1.0 reads pool.l = 0 (prestate)
        7  lane 0  1.0 finished: 3 gas, 1 written
        7          1.0 committed
      `),
    );
  });

  it('over-declaring: readers share a lock, unless they say that they write', async () => {
    const block = `
      0: r a, gas 3
      1: r a, gas 3
    `;
    expect(await logOf(block, { engine: 'account-locks', lanes: 2, options: { overDeclare: true } })).toBe(
      drawn(`
        0  lane 0  0 queued with 1 lock
        0  lane 0  1 queued with 1 lock
        0  lane 0  execute 0.0
        0  lane 1  waits: no-task
        0  lane 0  0.0 reads a = 0 (prestate)
        3  lane 0  0.0 finished: 3 gas, 0 written
        3          0.0 committed
        3  lane 0  execute 1.0
        3  lane 0  1.0 reads a = 0 (prestate)
        6  lane 0  1.0 finished: 3 gas, 0 written
        6          1.0 committed
      `),
    );
    expect(await logOf(block, { engine: 'account-locks', lanes: 2 })).toContain('0  lane 1  execute 1.0');
  });

  it('under-declaring: 1 has not said that it reads a, so it does not wait for 0, and fails when it touches it', async () => {
    // 2 then reads b as it was before the block: the result is not the serial one, and the rejection says why.
    const block = `
      0: a += 1, gas 4
      1: r a, gas 3, w b
      2: r b, gas 1
    `;
    expect(
      await logOf(block, {
        engine: 'account-locks',
        lanes: 2,
        options: { underDeclare: [[1, wordToLocation('a')]] },
      }),
    ).toBe(
      drawn(`
        0  lane 0  0 queued with 1 lock
        0  lane 1  1 queued with 1 lock
        0  lane 1  2 queued with 1 lock
        0  lane 0  execute 0.0
        0  lane 1  execute 1.0
        0  lane 0  0.0 reads a = 0 (prestate)
        0  lane 1  1.0 reads a = 0 (prestate)
        3  lane 1  1.0 finished: 3 gas, 1 written
        3          1.0 rejected: touched a
        3          1.0 committed
        3  lane 1  execute 2.0
        3  lane 1  2.0 reads b = 0 (prestate)
        4  lane 0  0.0 finished: 4 gas, 1 written
        4          0.0 committed
        4  lane 1  2.0 finished: 1 gas, 0 written
        4          2.0 committed
      `),
    );
  });

  it('looks 2,048 transactions ahead of the first that waits, and no further', async () => {
    const writes = (word: string, amount: number): DrawnTransaction => ({
      sender: nameToAddress('p'),
      fee: 0n,
      steps: [
        { kind: 'gas', amount },
        { kind: 'write', location: wordToLocation(word) },
      ],
    });
    const waiting = Array.from({ length: 2_047 }, () => writes('a', 1));
    const block = [writes('a', 9), ...waiting, writes('b', 1), writes('c', 1)];
    const { events } = await runDrawn(block, { engine: 'account-locks', lanes: 3, options: { queueLength: 1 } });
    const startOf = (tx: number) => events.find((event) => event.kind === 'started' && event.version.tx === tx)?.at;
    // 1 is the first that waits, for 0.
    expect([startOf(0), startOf(2_048), startOf(2_049)]).toEqual([0, 0, 9]);
  });
});
