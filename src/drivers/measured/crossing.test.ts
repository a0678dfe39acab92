import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { buildBlock } from '../../workloads/build-block.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { createLocalRunner } from '../local-runner.ts';
import { packer, unpacker } from './crossing.ts';

async function example() {
  const { block } = buildBlock(EXAMPLES[0].scenario());
  if (!block) throw new Error('the first example has problems');
  const outcome = await createLocalRunner().run({ block, settings: DEFAULT_SETTINGS, pins: [], drawn: [] }).outcome;
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { block, report: outcome.value };
}

const sizeOf = (value: unknown): number =>
  JSON.stringify(value, (_, v) => (typeof v === 'bigint' ? `${v}` : v instanceof Map ? [...v] : v)).length;

test('a report comes out of the crossing as it went in', async () => {
  const { block, report } = await example();
  const packed = packer(block).report(report);
  const crossed = unpacker(block).report(structuredClone(packed));
  expect(crossed).toEqual(report);
  expect(crossed.result).toBe(crossed.serial);
});

test('most of it needn’t cross', async () => {
  const { block, report } = await example();
  expect(sizeOf(packer(block).report(report))).toBeLessThan(sizeOf(report) / 2);
});
