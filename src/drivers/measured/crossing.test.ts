import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { createLocalRunner } from '../local-runner.ts';
import { createCrossing } from './crossing.ts';

async function example() {
  const { block } = buildBlock(EXAMPLES[0].scenario());
  if (!block) throw new Error('the first example has problems');
  const outcome = await createLocalRunner().run({ block, settings: DEFAULT_SETTINGS, pins: [], drawn: [] }).outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { block, report: outcome.value };
}

test('a report comes out of the crossing as it went in', async () => {
  const { block, report } = await example();
  const packed = createCrossing(structuredClone(block)).pack(report);
  const crossed = createCrossing(block).unpack(structuredClone(packed));
  expect(crossed).toStrictEqual(report);
  expect(crossed.result).toBe(crossed.serial);
});

test('no code crosses that the block has', async () => {
  const { block, report } = await example();
  const codes = Object.values(block.prestate).map(({ code }) => code);
  const { texts } = createCrossing(block).pack(report);
  expect(texts.filter((text) => codes.includes(text as (typeof codes)[number]))).toEqual([]);
  expect(codes.filter((code) => code !== '0x').length).toBeGreaterThan(0);
});
