import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildConflictGraph } from '../../analysis/conflict-graph.ts';
import { toRunMetrics } from '../../analysis/metrics.ts';
import type { DrawnTransaction } from '../../model/notation.ts';
import { drawnBlock } from './random-drawn-block.ts';
import { fitChoices, runChoices } from './run-choices.ts';
import { type DrawnRun, runDrawn, runDrawnSerially } from './run-drawn.ts';
import { expectSoundLog } from './sound-log.ts';

const BLOCKS = process.env.LONG === '1' ? 30_000 : 3_000;
/** The long run takes minutes on a busy machine. */
const TIMEOUT_MS = 3_600_000;

async function expectSerialResult(block: readonly DrawnTransaction[], how: DrawnRun): Promise<void> {
  const completed = await runDrawn(block, how);
  const serial = await runDrawnSerially(block, how, completed.serialOrder);

  // Receipts, and every value read and written: then the state after it is equal too.
  expect(completed.finals.map(({ execution }) => execution)).toEqual(serial.executions);
  expectSoundLog(completed.events, how.lanes, new Map(how.pins));
  expect(completed.events.filter((event) => event.kind === 'committed')).toHaveLength(block.length);

  // The analysis doesn't know wipes: to it, a slot that was wiped still comes from whoever wrote it before, so its bound isn't one.
  const order = completed.serialOrder ?? completed.finals.map((_, tx) => tx);
  const inOrder = order.flatMap((tx) => serial.executions[tx] ?? []);
  const { figures } = buildConflictGraph(inOrder, { credits: how.credits ?? 'strict' });
  if (inOrder.some(({ recording }) => recording.writes.some(({ location }) => location.startsWith('w')))) return;
  const { speedup, bound } = toRunMetrics({
    engine: how.engine,
    lanes: how.lanes,
    clock: 'virtual',
    events: completed.events,
    work: figures.gasUsed,
    criticalPath:
      how.engine === 'block-access-list'
        ? inOrder.reduce((most, e) => Math.max(most, e.kind === 'executed' ? e.receipt.gasUsed : 0), 0)
        : figures.criticalPathGas,
  });
  expect(speedup).toBeLessThanOrEqual(bound + 1e-9);
}

describe('every engine but race, on drawn blocks', () => {
  it(`gives the serial result on ${BLOCKS} random ones, and never beats its bound`, {
    timeout: TIMEOUT_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(drawnBlock, runChoices, async (block, choices) => {
        await expectSerialResult(block, fitChoices(choices, block.length));
      }),
      { numRuns: BLOCKS },
    );
  });

  it('gives the same log for the same input', async () => {
    await fc.assert(
      fc.asyncProperty(drawnBlock, runChoices, async (block, choices) => {
        const how = fitChoices(choices, block.length);
        const [one, other] = [await runDrawn(block, how), await runDrawn(block, how)];
        expect(other.events).toEqual(one.events);
      }),
      { numRuns: 100 },
    );
  });
});
