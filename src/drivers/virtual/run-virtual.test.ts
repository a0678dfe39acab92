import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildConflictGraph } from '../../analysis/conflict-graph.ts';
import { createMemo, type Memo } from '../../evm/memo.ts';
import { ENGINES } from '../../engines/index.ts';
import { createScriptedExecutor } from '../../engines/scripted.ts';
import { createCancellation } from '../../lib/cancellation.ts';
import { emptyValue } from '../../model/location.ts';
import { DRAWN_COINBASE, parseDrawnBlock } from '../../model/notation.ts';
import { ZERO_COSTS } from '../../model/settings.ts';
import { drawnBlock } from './random-drawn-block.ts';
import { drawn, logOf, runDrawn, runDrawnSerially, toDrawnRequest } from './run-drawn.ts';
import { runVirtual } from './run-virtual.ts';

describe('runVirtual', () => {
  it('charges dispatch for each task, each read that is validated, and the first load of a location by anybody', async () => {
    const block = `
      0: r a, gas 4, w b
      1: r a, gas 4
    `;
    const costs = { dispatch: 10, validationPerRead: 3, coldRead: 100 };
    expect(await logOf(block, { engine: 'block-stm', lanes: 1, costs })).toBe(
      drawn(`
          0  lane 0  execute 0.0
         10  lane 0  0.0 reads a = 0 (prestate)
        114  lane 0  0.0 finished: 4 gas, 1 written
        114  lane 0  validate 0.0
        127  lane 0  0.0 valid
        127  lane 0  execute 1.0
        137  lane 0  1.0 reads a = 0 (prestate)
        141  lane 0  1.0 finished: 4 gas, 0 written
        141  lane 0  validate 1.0
        154  lane 0  1.0 valid
        154          0.0 committed
        154          1.0 committed
      `),
    );
  });

  it('lets only one lane at a time take a task when that is exclusive', async () => {
    const block = `
      0: gas 4, r a
      1: gas 4, r b
    `;
    expect(await logOf(block, { engine: 'dag', lanes: 2, costs: { exclusive: 10, dispatch: 1 } })).toBe(
      drawn(`
         0  lane 0  execute 0.0
         0  lane 1  execute 1.0
        15  lane 0  0.0 reads a = 0 (prestate)
        15  lane 0  0.0 finished: 4 gas, 0 written
        15          0.0 committed
        15  lane 0  waits: no-task
        25  lane 1  1.0 reads b = 0 (prestate)
        25  lane 1  1.0 finished: 4 gas, 0 written
        25          1.0 committed
      `),
    );
  });

  it('lets finished tasks publish before anybody reads at the same moment', async () => {
    const block = `
      0: gas 3, w a
      1: gas 3, r a
    `;
    expect(await logOf(block, { engine: 'race', lanes: 2 })).toContain('3  lane 1  1.0 reads a = 1 (0.0)');
  });

  it('an incarnation that can not be included takes no gas', async () => {
    const block = `
      0: a += 1, gas 5
      1: r a, gas 7, invalid if a
    `;
    expect(await logOf(block, { engine: 'dag', lanes: 1 })).toContain('5  lane 0  1.0 finished: invalid');
  });

  it('is a list schedule when the dependency DAG runs in block order without overheads', async () => {
    await fc.assert(
      fc.asyncProperty(drawnBlock, async (block) => {
        const { executions } = await runDrawnSerially(block, { engine: 'dag', lanes: 1 });
        const graph = buildConflictGraph(executions, { credits: 'strict' });
        const edges = graph.edges.filter(({ kind }) => kind === 'RAW').map(({ from, to }) => `${from} ${to}`);
        const { dependencies } = await toDrawnRequest(block, { engine: 'dag', lanes: 1 });
        const known = dependencies.flatMap((list, to) => list.map(({ on }) => `${on} ${to}`));
        // The engine also waits for what the analysis leaves out: fees before a reader of the fee recipient, existence, wipes.
        fc.pre(known.sort().join() === edges.sort().join());
        for (const lanes of [2, 4, 8, 16] as const) {
          const { events } = await runDrawn(block, { engine: 'dag', lanes });
          expect(events.at(-1)?.at).toBe(graph.figures.lowestIndexFirst[`${lanes}`]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('counts an incarnation from the publication of what it read, as long as it can still commit', async () => {
    const block = (gasOf0: number) => `
      0: gas ${gasOf0}, w a
      1: gas 2, w b
      2: r a, gas 3, r b, gas 6
    `;
    const how = { engine: 'block-stm', lanes: 3 } as const;
    // 2 began at 0, but what it read of 1 was published at 2. Its read of a holds: 0 ends after it.
    expect(await logOf(block(11), how)).toContain('11  lane 2  2.0 finished: 9 gas');
    // By 9, its natural end, a has changed: it is doomed, and nothing is gained by making it take longer.
    expect(await logOf(block(5), how)).toContain(' 9  lane 2  2.0 finished: 9 gas');
    // It becomes doomed at 10, while it is held back.
    expect(await logOf(block(10), how)).toContain('10  lane 2  2.0 finished: 9 gas');
  });

  it('stops soon after it is cancelled, and says so', async () => {
    const { cancellation, cancel } = createCancellation();
    const block = parseDrawnBlock(Array.from({ length: 2_000 }, (_, i) => `${i}: a += 1, gas 5`).join('\n'));
    let executed = 0;
    const outcome = await runVirtual({
      engine: ENGINES['block-stm'],
      request: await toDrawnRequest(block, { engine: 'block-stm', lanes: 4 }),
      memory: { prestate: emptyValue, coinbase: DRAWN_COINBASE },
      costs: ZERO_COSTS,
      terms: { fees: 'delta', credits: 'strict' },
      createExecutor: async () => {
        const executor = createScriptedExecutor(block, DRAWN_COINBASE);
        return {
          ...executor,
          execute: (...args) => {
            if (++executed === 100) cancel();
            return executor.execute(...args);
          },
        };
      },
      cancellation,
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(executed).toBe(100);
  });

  it('serves all lanes with one executor, and executes nothing that it has seen, to the same effect', async () => {
    const block = parseDrawnBlock(
      Array.from({ length: 60 }, (_, i) => `${i}: r a${i % 7}, gas 5, a${i % 7} += 1`).join('\n'),
    );
    const request = await toDrawnRequest(block, { engine: 'block-stm', lanes: 8 });
    const memo = createMemo();
    let made = 0;
    let executed = 0;
    const run = async (known?: Memo) => {
      const outcome = await runVirtual({
        engine: ENGINES['block-stm'],
        request,
        memory: { prestate: emptyValue, coinbase: DRAWN_COINBASE },
        costs: ZERO_COSTS,
        terms: { fees: 'delta', credits: 'strict' },
        createExecutor: async () => {
          made++;
          const executor = createScriptedExecutor(block, DRAWN_COINBASE);
          return {
            ...executor,
            execute: (...args) => {
              executed++;
              return executor.execute(...args);
            },
          };
        },
        ...(known && { memo: known }),
      });
      if (outcome.kind !== 'done') throw new Error(outcome.kind);
      return outcome.run.events;
    };
    const first = await run(memo);
    expect(made).toBe(1);
    expect(executed).toBeGreaterThanOrEqual(60);
    const incarnations = first.filter(({ kind }) => kind === 'started').length;
    expect(incarnations).toBeGreaterThan(60);
    executed = 0;
    expect(await run(memo)).toEqual(first);
    expect(executed).toBe(0);
    expect(await run()).toEqual(first);
    // A memo that forgets all the time costs executions, never the result.
    expect(await run(createMemo(20))).toEqual(first);
  });

  it('fails with what the executor threw', async () => {
    const block = parseDrawnBlock('0: gas 1');
    const broken = { preimages: new Map(), execute: () => Promise.reject(new Error('out of order')) };
    await expect(runDrawn(block, { engine: 'race', lanes: 1 }, async () => broken)).rejects.toThrow('out of order');
  });

  it('copes with 128 lanes and a block of nothing', async () => {
    expect((await runDrawn([], { engine: 'block-stm', lanes: 128 })).finals).toEqual([]);
  });
});
