import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildConflictGraph } from '../../analysis/conflict-graph.ts';
import { toRunMetrics } from '../../analysis/metrics.ts';
import { ENGINE_IDS } from '../../model/settings.ts';
import type { DrawnTransaction } from '../../model/notation.ts';
import { drawnBlock } from './random-drawn-block.ts';
import { type DrawnRun, runDrawn, runDrawnSerially } from './run-drawn.ts';
import { expectSoundLog } from './sound-log.ts';

const BLOCKS = process.env.LONG === '1' ? 20_000 : 3_000;

/** Any engine but `race`, with whatever can be chosen about it. */
const choices = fc.record({
  engine: fc.constantFrom(...ENGINE_IDS.filter((id) => id !== 'race')),
  lanes: fc.integer({ min: 1, max: 8 }),
  fees: fc.constantFrom('delta' as const, 'naive' as const),
  credits: fc.constantFrom('strict' as const, 'commutative' as const),
  costs: fc.record({
    dispatch: fc.integer({ min: 0, max: 3 }),
    validationPerRead: fc.integer({ min: 0, max: 2 }),
    coldRead: fc.integer({ min: 0, max: 2 }),
  }),
  lanesPolicy: fc.constantFrom('wait' as const, 'free' as const),
  dagPolicy: fc.constantFrom('block-order' as const, 'critical-path' as const, 'longest-first' as const),
  estimates: fc.boolean(),
  senderLinks: fc.boolean(),
  rollingCommit: fc.boolean(),
  /** Numbers from which pins, lanes and hints are made, once the block's length is known. */
  pinned: fc.array(fc.option(fc.nat(7), { freq: 2 }), { minLength: 10, maxLength: 10 }),
  dealt: fc.array(fc.nat(7), { minLength: 10, maxLength: 10 }),
  hinted: fc.option(fc.array(fc.array(fc.nat(8), { maxLength: 2 }), { minLength: 10, maxLength: 10 })),
});
type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

function toDrawnRun(choice: Choices, transactions: number): DrawnRun {
  const { engine, lanes, fees, credits, costs, pinned, dealt, hinted, ...options } = choice;
  const txs = Array.from({ length: transactions }, (_, tx) => tx);
  const pins = txs.flatMap((tx) => (pinned[tx] == null ? [] : [[tx, (pinned[tx] ?? 0) % lanes] as const]));
  const laneOf = (tx: number): number => pins.find(([other]) => other === tx)?.[1] ?? (dealt[tx] ?? 0) % lanes;
  const drawn = Array.from({ length: lanes }, (_, lane) => txs.filter((tx) => laneOf(tx) === lane));
  if (options.lanesPolicy === 'free') for (const lane of drawn) lane.sort((a, b) => (dealt[a] ?? 0) - (dealt[b] ?? 0));
  const hints = hinted && { hints: txs.map((tx) => (hinted[tx] ?? []).filter((on) => on < tx)) };
  return {
    engine,
    lanes,
    fees,
    credits: engine === 'block-stm' ? credits : 'strict',
    costs,
    pins,
    drawn,
    options: { ...options, ...(engine === 'dag' && hints) },
  };
}

async function expectSerialResult(block: readonly DrawnTransaction[], how: DrawnRun): Promise<void> {
  const completed = await runDrawn(block, how);
  const serial = await runDrawnSerially(block, how, completed.serialOrder);

  expect(completed.finals.map(({ execution }) => outcomeOf(execution))).toEqual(serial.executions.map(outcomeOf));

  expectSoundLog(completed.events, how.lanes, new Map(how.pins));
  expect(completed.events.filter((event) => event.kind === 'committed')).toHaveLength(block.length);

  const inOrder = (completed.serialOrder ?? completed.finals.map((_, tx) => tx)).flatMap(
    (tx) => serial.executions[tx] ?? [],
  );
  const { figures } = buildConflictGraph(inOrder, { credits: how.credits ?? 'strict' });
  const { speedup, bound } = toRunMetrics({
    engine: how.engine,
    lanes: how.lanes,
    clock: 'virtual',
    events: completed.events,
    work: figures.gasUsed,
    criticalPath: figures.criticalPathGas,
  });
  expect(speedup).toBeLessThanOrEqual(bound + 1e-9);
}

/** All that a transaction did, but for the gas at which it read (of a memory with other origins it is the same). */
function outcomeOf({ recording, ...rest }: Awaited<ReturnType<typeof runDrawnSerially>>['executions'][number]) {
  return { rest, recording };
}

describe('every engine but race', () => {
  it(`gives the serial result on ${BLOCKS} random drawn blocks, and never beats its bound`, async () => {
    await fc.assert(
      fc.asyncProperty(drawnBlock, choices, async (block, choice) => {
        await expectSerialResult(block, toDrawnRun(choice, block.length));
      }),
      { numRuns: BLOCKS },
    );
  });
});
