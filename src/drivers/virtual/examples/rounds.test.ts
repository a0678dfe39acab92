import { describe, expect, it } from 'vitest';
import { parseDrawnBlock, printEvents } from '../../../model/notation.ts';
import { drawn, logOf, runDrawn } from '../run-drawn.ts';

describe('Optimistic rounds', () => {
  it('executes all, waits at the barrier, validates in block order, and runs what failed again in the next round', async () => {
    // Validation costs 1 for each read. 1 read a too early; so did 2, which read what 1 then took back.
    // 3 holds, but as it comes after them it isn't final before them, and is validated again.
    const block = `
      0: gas 6, w a
      1: gas 1, r a, gas 3, w b
      2: gas 7, r b, gas 1
      3: gas 3, r c
    `;
    expect(await logOf(block, { engine: 'rounds', lanes: 3, costs: { validationPerRead: 1 } })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 2  execute 2.0
         1  lane 1  1.0 reads a = 0 (prestate)
         4  lane 1  1.0 finished: 4 gas, 1 written
         4  lane 1  execute 3.0
         6  lane 0  0.0 finished: 6 gas, 1 written
         6  lane 0  waits: barrier of round 1
         7  lane 1  3.0 reads c = 0 (prestate)
         7  lane 1  3.0 finished: 3 gas, 0 written
         7  lane 2  2.0 reads b = 62 (1.0)
         7  lane 1  waits: barrier of round 1
        12  lane 2  2.0 finished: 8 gas, 0 written
        12          round 1: validate 4
        12  lane 0  validate 0.0
        12  lane 1  validate 1.0
        12  lane 2  validate 2.0
        12  lane 0  0.0 valid
        12  lane 0  validate 3.0
        13  lane 0  3.0 valid
        13  lane 1  1.0 not valid
        13          1.0 aborted: read a from prestate, now 0.0
        13  lane 2  2.0 not valid
        13          2.0 aborted: read b from 1.0, now an ESTIMATE of 1
        13          0.0 committed
        13          round 2: execute 2
        13  lane 0  execute 1.1
        13  lane 1  execute 2.1
        13  lane 2  waits: barrier of round 2
        14  lane 0  1.1 reads a = 1 (0.0)
        17  lane 0  1.1 finished: 4 gas, 1 written
        17  lane 0  waits: barrier of round 2
        20  lane 1  2.1 reads b = 63 (1.1)
        25  lane 1  2.1 finished: 8 gas, 0 written
        25          round 2: validate 3
        25  lane 0  validate 1.1
        25  lane 1  validate 2.1
        25  lane 2  validate 3.0
        26  lane 0  1.1 valid
        26  lane 1  2.1 valid
        26  lane 2  3.0 valid
        26          1.1 committed
        26          2.1 committed
        26          3.0 committed
      `),
    );
  });

  it('who meets an ESTIMATE is put off to the round after', async () => {
    const block = `
      0: gas 6, w a
      1: r a, gas 5, w b
      2: r b, gas 2
    `;
    expect(await logOf(block, { engine: 'rounds', lanes: 3 })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
         0  lane 2  execute 2.0
         0  lane 1  1.0 reads a = 0 (prestate)
         0  lane 2  2.0 reads b = 0 (prestate)
         2  lane 2  2.0 finished: 2 gas, 0 written
         2  lane 2  waits: barrier of round 1
         5  lane 1  1.0 finished: 5 gas, 1 written
         5  lane 1  waits: barrier of round 1
         6  lane 0  0.0 finished: 6 gas, 1 written
         6          round 1: validate 3
         6  lane 0  validate 0.0
         6  lane 1  validate 1.0
         6  lane 2  validate 2.0
         6  lane 0  0.0 valid
         6  lane 1  1.0 not valid
         6          1.0 aborted: read a from prestate, now 0.0
         6  lane 2  2.0 not valid
         6          2.0 aborted: read b from prestate, now an ESTIMATE of 1
         6          0.0 committed
         6          round 2: execute 2
         6  lane 0  execute 1.1
         6  lane 1  execute 2.1
         6  lane 2  waits: barrier of round 2
         6  lane 0  1.1 reads a = 1 (0.0)
         6  lane 1  2.1 blocked: b is an ESTIMATE of 1
         6  lane 1  waits: barrier of round 2
        11  lane 0  1.1 finished: 5 gas, 1 written
        11          round 2: validate 1
        11  lane 0  validate 1.1
        11  lane 0  1.1 valid
        11          1.1 committed
        11          round 3: execute 1
        11  lane 0  execute 2.2
        11  lane 0  2.2 reads b = 63 (1.1)
        13  lane 0  2.2 finished: 2 gas, 0 written
        13          round 3: validate 1
        13  lane 0  validate 2.2
        13  lane 0  2.2 valid
        13          2.2 committed
      `),
    );
  });

  it('after ten rounds what is left runs serially, one at a time', async () => {
    // Each reads what the one before it writes at its end: a round makes one final, and eleven and twelve are left.
    const block = parseDrawnBlock(`
      0: gas 1, w a
      1: r a, gas 1, w b
      2: r b, gas 1, w c
      3: r c, gas 1, w d
      4: r d, gas 1, w e
      5: r e, gas 1, w f
      6: r f, gas 1, w g
      7: r g, gas 1, w h
      8: r h, gas 1, w i
      9: r i, gas 1, w j
      10: r j, gas 1, w k
      11: r k, gas 1
    `);
    const { events } = await runDrawn(block, { engine: 'rounds', lanes: 12 });
    const stages = events.flatMap((event) =>
      event.kind === 'round' ? [`${event.round} ${event.stage} ${event.transactions}`] : [],
    );
    // Executed are in later rounds only the first, as all others meet its ESTIMATE or one of those after it.
    expect(stages.slice(0, 4)).toEqual(['1 validate 12', '2 execute 11', '2 validate 1', '3 execute 10']);
    expect(stages.slice(-3)).toEqual(['10 execute 3', '10 validate 1', '11 serial 2']);
    const since = events.findIndex((event) => event.kind === 'round' && event.stage === 'serial');
    expect(printEvents(events.slice(since))).toBe(
      drawn(`
        10          round 11: serial 2
        10  lane 0  execute 10.10
        10  lane 0  10.10 reads j = 666 (9.9)
        11  lane 0  10.10 finished: 1 gas, 1 written
        11          10.10 committed
        11  lane 0  execute 11.10
        11  lane 0  11.10 reads k = 1007 (10.10)
        12  lane 0  11.10 finished: 1 gas, 0 written
        12          11.10 committed
      `),
    );
  });
});
