import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLocalRunner } from '../../drivers/local-runner.ts';
import { buildBlock } from '../build-block.ts';
import { generateScenario } from './generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS, type GeneratorOptions, TX_KINDS } from './options.ts';

const runner = createLocalRunner();

/** How the generated transactions end in serial execution. */
async function outcomes(options: GeneratorOptions): Promise<{ failed: number; invalid: number; gas: number }> {
  const { settings } = generateScenario(options);
  const { block } = buildBlock(generateScenario(options));
  if (!block) throw new Error('no block');
  const analysed = await runner.analyse(block, settings).outcome;
  if (analysed.kind !== 'done') throw new Error(analysed.kind);
  const { executions, gasUsed } = analysed.value.serial;
  return {
    failed: executions.filter((execution) => execution.kind === 'executed' && !execution.receipt.success).length,
    invalid: executions.filter((execution) => execution.kind === 'invalid').length,
    gas: Number(gasUsed),
  };
}

it.each(TX_KINDS)('%s: all succeed in block order, or exactly the share asked for fails', async (kind) => {
  const options = {
    ...DEFAULT_GENERATOR_OPTIONS,
    transactions: 120,
    accounts: 12,
    contention: 1,
    mix: { [kind]: 1 },
    failing: 0,
  };
  expect(await outcomes(options)).toMatchObject({ failed: 0, invalid: 0 });
  expect(await outcomes({ ...options, failing: 0.3 })).toMatchObject({ failed: 36, invalid: 0 });
});

it('holds for any options', async () => {
  const anyOptions: fc.Arbitrary<GeneratorOptions> = fc.record({
    seed: fc.integer(),
    transactions: fc.integer({ min: 1, max: 150 }),
    accounts: fc.integer({ min: 2, max: 40 }),
    contention: fc.double({ min: 0, max: 2, noNaN: true }),
    mix: fc.dictionary(fc.constantFrom(...TX_KINDS), fc.integer({ min: 1, max: 5 }), { minKeys: 1 }),
    failing: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(anyOptions, async (options) => {
      const failed = Math.round(options.transactions * options.failing);
      expect(await outcomes(options)).toMatchObject({ failed, invalid: 0 });
    }),
    { numRuns: process.env.LONG ? 300 : 25 },
  );
});
