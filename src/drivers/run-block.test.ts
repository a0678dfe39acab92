import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ENGINES } from '../engines/index.ts';
import { createCancellation } from '../lib/cancellation.ts';
import { parseBlockFile } from '../formats/block-file.ts';
import type { Block } from '../model/block.ts';
import type { FinalExecution } from '../model/execution.ts';
import { balanceOf, nonceOf } from '../model/location.ts';
import type { RunReport } from '../model/run.ts';
import { type CostModel, DEFAULT_SETTINGS, type EngineId, type RunSettings } from '../model/settings.ts';
import { buildBlock } from '../workloads/build-block.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../workloads/generate/options.ts';
import { createLocalRunner } from './local-runner.ts';
import { analyseBlock, runBlock } from './run-block.ts';
import type { RunRequest } from './runner.ts';
import { account, payments, RECIPIENT } from './test-blocks.ts';

const ENGINES_TO_TRY = Object.values(ENGINES).flatMap(({ id }) => (id === 'race' ? [] : [id]));
const FIXTURES = '../shared/fixtures/blocks';

function gasOf(execution: FinalExecution): number {
  return execution.kind === 'executed' ? execution.receipt.gasUsed : 0;
}

async function report(
  block: Block,
  settings: Partial<RunSettings>,
  more: Partial<RunRequest> = {},
): Promise<RunReport> {
  const outcome = await runBlock({
    block,
    settings: { ...DEFAULT_SETTINGS, ...settings },
    pins: [],
    drawn: [],
    ...more,
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe('runBlock', () => {
  it('names every difference of a race: the payment lost, whose it was, and what it should be', async () => {
    const { check, metrics, result, serial } = await report(payments([1, 9], [2, 9]), { engine: 'race', lanes: 2 });
    expect(check).toMatchObject({ equal: false });
    expect(check.differences).toEqual([
      {
        kind: 'state',
        location: balanceOf(account(9)),
        serial: 2n,
        run: 1n,
        serialWriter: 1,
        runWriter: 1,
        lost: [0],
      },
    ]);
    expect(result.receiptsRoot).toBe(serial.receiptsRoot);
    // Nothing waits for anything, so only the longest transaction limits it.
    expect(metrics).toMatchObject({ criticalPath: 21_000, bound: 2, speedup: 2 });
  });

  it('holds a block access list against what its transactions did', async () => {
    const chain = payments([1, 9], [1, 8], [9, 1]);
    const honest = await report(chain, { engine: 'block-access-list', lanes: 4 });
    expect(honest.check.differences).toEqual([]);
    // 9 can pay although it has been paid in the block: nobody waits.
    expect(honest.metrics).toMatchObject({ criticalPath: 21_000, bound: 3, speedup: 3 });
    expect(honest.accessList).toMatchObject({ items: 4, mostItems: 15_000 });

    const tamper = { location: balanceOf(account(8)), index: 2, value: '5' };
    const options = { ...DEFAULT_SETTINGS.options, tamper };
    const lying = await report(chain, { engine: 'block-access-list', lanes: 4, options });
    expect(lying.check.equal).toBe(false);
    // Only one has looked at it, before it was written: the state is right, and the block invalid all the same.
    expect(lying.check.differences).toEqual([
      { kind: 'list', location: balanceOf(account(8)), index: 2, given: 5n, produced: 1n },
    ]);
    expect(lying.accessList?.hash).not.toBe(honest.accessList?.hash);
  });

  it('who reads a lie goes wrong, and is named', async () => {
    const tamper = { location: nonceOf(account(1)), index: 1, value: '4' };
    const options = { ...DEFAULT_SETTINGS.options, tamper };
    const { check } = await report(payments([1, 9], [1, 8]), { engine: 'block-access-list', lanes: 2, options });
    expect(check.differences).toContainEqual(expect.objectContaining({ kind: 'receipt', tx: 1, field: 'validity' }));
    expect(check.differences).toContainEqual({
      kind: 'list',
      location: nonceOf(account(1)),
      index: 1,
      given: 4n,
      produced: 1n,
    });
  });

  it('has the same block access list whether fees are deltas or written', async () => {
    const chain = payments([1, 9], [9, 1], [2, 0]);
    const [delta, naive] = [
      await report(chain, { engine: 'block-access-list', fees: 'delta' }),
      await report(chain, { engine: 'block-access-list', fees: 'naive' }),
    ];
    expect(delta.check.differences).toEqual([]);
    expect(naive.check.differences).toEqual([]);
    expect(naive.accessList).toEqual(delta.accessList);
    // Even the fee recipient's balance, which each transaction writes, holds nobody up.
    expect(naive.metrics.speedup).toBe(3);
  });

  it('names receipts that differ, too', async () => {
    const chain = payments([1, 9], [1, 8], [2, 9]);
    const raced = await report(chain, { engine: 'race', lanes: 2 });
    expect(raced.check.equal).toBe(false);
    expect(raced.check.postStateRoot).not.toBe(raced.check.serialPostStateRoot);
    expect(raced.check.differences).toContainEqual(
      expect.objectContaining({ kind: 'receipt', tx: 1, field: 'validity', serial: 'valid' }),
    );
    expect(raced.check.differences).toContainEqual({
      kind: 'state',
      location: balanceOf(account(8)),
      serial: 1n,
      run: 0n,
      serialWriter: 1,
      runWriter: null,
      lost: [],
    });
  });

  it('checks free order against the order that came of it', async () => {
    const block = payments([1, 9], [2, 9], [1, 8]);
    const options = { ...DEFAULT_SETTINGS.options, lanesPolicy: 'free' as const };
    const { check, result } = await report(block, { engine: 'lanes', lanes: 2, options }, { drawn: [[2], [1, 0]] });
    expect(check).toMatchObject({ equal: true, order: [2, 1, 0] });
    // The nonces were given for block order.
    expect(result.executions[2]).toMatchObject({ kind: 'invalid', reason: { code: 'nonce' } });
  });

  it('pays the fee recipient naively at the price of all parallelism', async () => {
    const block = payments([1, 11], [2, 12], [3, 13], [4, 14]);
    for (const engine of ['dag', 'block-stm'] as const) {
      expect((await report(block, { engine, lanes: 4 })).metrics).toMatchObject({ makespan: 21_000, bound: 4 });
      const naive = await report(block, { engine, lanes: 4, fees: 'naive' });
      expect(naive.metrics).toMatchObject({ makespan: 84_000, bound: 1, speedup: 1 });
      expect(naive.check.equal).toBe(true);
    }
  });

  it('waits for all earlier fees where the fee recipient itself pays', async () => {
    const block = payments([1, 11], [2, 12], [0, 13]);
    expect(block.transactions[2]?.from).toBe(RECIPIENT);
    for (const engine of ['dag', 'block-stm'] as const) {
      const { check, metrics } = await report(block, { engine, lanes: 3 });
      expect(check.equal).toBe(true);
      expect(metrics.makespan).toBe(42_000);
      // The analysis leaves fees out: the bound is one that this block can't reach.
      expect(metrics.bound).toBe(3);
    }
  });

  it.each([
    [{ lanes: 0 }, {}, 'Expected 1 to 128 lanes'],
    [{ lanes: 2 }, { pins: [[0, 2]] }, 'Transaction 0 is pinned to lane 3, but there are 2 lanes'],
    [{ lanes: 2 }, { pins: [[7, 0]] }, 'A pin names transaction 7, but the block has 2'],
    [{ lanes: 2 }, { drawn: [[0], [0]] }, 'Transaction 0 is drawn twice'],
    [{ lanes: 2, engine: 'lanes' }, { drawn: [[1, 0]] }, '1 depends on 0, 0 is drawn after 1'],
    [
      { engine: 'dag', options: { ...DEFAULT_SETTINGS.options, hints: [[]] } },
      {},
      'expected one list for each of the 2 transactions, got 1 lists',
    ],
  ] as [Partial<RunSettings>, Partial<RunRequest>, string][])('refuses %j %j', async (settings, more, message) => {
    const outcome = await runBlock({
      block: payments([1, 9], [1, 8]),
      settings: { ...DEFAULT_SETTINGS, ...settings },
      pins: [],
      drawn: [],
      ...more,
    });
    expect(outcome.kind === 'refused' && outcome.refusal.message).toContain(message);
  });

  it('settles as cancelled, before and in the middle of a run', async () => {
    const block = payments(...Array.from({ length: 200 }, (_, i) => [i + 1, 1_000 + i] as const));
    const request = { block, settings: DEFAULT_SETTINGS, pins: [], drawn: [] };
    const { cancellation, cancel } = createCancellation();
    let progress = 0;
    const onProgress = ({ phase }: { phase: string }): void => {
      if (phase === 'running' && ++progress === 2) cancel();
    };
    expect(await runBlock(request, { cancellation, onProgress })).toEqual({ kind: 'cancelled' });

    const runner = createLocalRunner();
    const job = runner.run(request);
    job.cancel();
    expect(await job.outcome).toEqual({ kind: 'cancelled' });
  });

  it('says what is wrong with a block that no EVM can run', async () => {
    const block = { ...payments([1, 2]), hardfork: 'atlantis' as never };
    const outcome = await createLocalRunner().run({ block, settings: DEFAULT_SETTINGS, pins: [], drawn: [] }).outcome;
    expect(outcome.kind === 'failed' && outcome.message).toContain('atlantis');
  });
});

describe.skipIf(!existsSync(FIXTURES))('real blocks (skipped where ../shared/fixtures is absent)', () => {
  it.each(['19426587', '19932148', '5891667'])('%s: every engine gives what the header says', async (number) => {
    const block = parseBlockFile(JSON.parse(gunzipSync(readFileSync(`${FIXTURES}/${number}.json.gz`)).toString()));
    const analysed = await analyseBlock(block, { fees: 'delta', credits: 'strict' });
    if (analysed.kind !== 'done') throw new Error(analysed.kind);
    const runner = createLocalRunner();
    for (const engine of ENGINES_TO_TRY) {
      for (const lanes of [4, 16]) {
        const outcome = await runner.run({
          block,
          settings: { ...DEFAULT_SETTINGS, engine, lanes },
          pins: [],
          drawn: [],
        }).outcome;
        if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
        const { check, header, metrics } = outcome.value;
        expect(check.differences).toEqual([]);
        expect(header).toEqual({ gasUsed: true, receiptsRoot: true, logsBloom: true });
        expect(metrics.speedup).toBeLessThanOrEqual(metrics.bound + 1e-9);
        // With a block access list no dependency has to be waited for: only the longest transaction.
        const longest = Math.max(...analysed.value.serial.executions.map(gasOf));
        const { speedupBound } = analysed.value.graph.figures;
        const most = engine === 'block-access-list' ? metrics.work / longest : speedupBound;
        expect(metrics.bound).toBeLessThanOrEqual(most + 1e-9);
      }
    }
  });
});

it('says what one lane takes at the same costs: what the engine of that name takes', async () => {
  const { block } = buildBlock(generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 30 }));
  if (!block) throw new Error('the generated block has problems');
  const run = async (engine: EngineId, lanes: number, costs: Partial<CostModel>) => {
    const settings = { ...DEFAULT_SETTINGS, engine, lanes, costs: { ...DEFAULT_SETTINGS.costs, ...costs } };
    const outcome = await runBlock({ block, settings, pins: [[1, lanes - 1]], drawn: [] });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    return outcome.value.metrics;
  };
  const costs = { dispatch: 700, coldRead: 3_000, validationPerRead: 50 };
  const alone = await run('sequential', 1, costs);
  expect(alone.makespan).toBeGreaterThan(alone.work + 30 * 700);
  expect(alone.oneLane).toBe(alone.makespan);
  for (const engine of ['block-stm', 'dag', 'block-access-list', 'in-order'] as const)
    expect((await run(engine, 4, costs)).oneLane).toBe(alone.makespan);
  const free = await run('block-stm', 4, { validationPerRead: 50 });
  expect(free.oneLane).toBe(free.work);
});
