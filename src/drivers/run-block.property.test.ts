import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomBlock as randomCollisions } from '../evm/test-support/random-block.ts';
import type { Block } from '../model/block.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { randomBlock as randomWorkload } from '../workloads/random-block.ts';
import { runBlock } from './run-block.ts';
import type { RunRequest } from './runner.ts';
import { fitChoices, runChoices } from './virtual/run-choices.ts';
import { expectSoundLog } from './virtual/sound-log.ts';

const BLOCKS = process.env.LONG === '1' ? 3_000 : 300;
/** The long run takes minutes on a busy machine. */
const TIMEOUT_MS = 3_600_000;

/** From a seed: contracts of the library among creations and self-destructs, or programs that keep meeting each other. */
const block = fc
  .record({
    generator: fc.constantFrom(randomCollisions, randomWorkload),
    seed: fc.nat(1_000_000),
    size: fc.integer({ min: 1, max: 10 }),
  })
  .map(({ generator, seed, size }): Block => generator(seed, size));

function toRequest(made: Block, choices: Parameters<typeof fitChoices>[0]): RunRequest {
  const { pins, drawn, ...settings } = fitChoices(choices, made.transactions.length);
  return { block: made, settings: { ...DEFAULT_SETTINGS, ...settings }, pins, drawn };
}

describe('every engine but race, on the EVM', () => {
  it(`gives serial receipts and post-state on ${BLOCKS} random blocks, and never beats its bound`, {
    timeout: TIMEOUT_MS,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(block, runChoices, async (made, choices) => {
        const request = toRequest(made, choices);
        const outcome = await runBlock(request);
        if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
        const { check, metrics, events } = outcome.value;
        expect(check.differences).toEqual([]);
        expect(check.postStateRoot).toBe(check.serialPostStateRoot);
        expect(metrics.speedup).toBeLessThanOrEqual(metrics.bound + 1e-9);
        expectSoundLog(events, request.settings.lanes, new Map(request.pins));
        expect(events.filter((event) => event.kind === 'committed')).toHaveLength(made.transactions.length);
      }),
      { numRuns: BLOCKS },
    );
  });

  it('equals serial execution in a race of one lane', async () => {
    await fc.assert(
      fc.asyncProperty(block, runChoices, async (made, choices) => {
        const { settings } = toRequest(made, choices);
        const race = { ...settings, engine: 'race', lanes: 1, credits: 'strict' } as const;
        const outcome = await runBlock({ block: made, settings: race, pins: [], drawn: [] });
        expect(outcome.kind === 'done' && outcome.value.check.equal).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
