import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runSerial } from '../drivers/serial.ts';
import { createExecutor } from '../evm/executor.ts';
import { parseBlockFile } from '../formats/block-file.ts';
import { parseExpected } from '../formats/expected-file.ts';
import { parseJson } from '../formats/parse-json.ts';
import { readText } from '../formats/read-text.ts';
import { buildConflictGraph } from './conflict-graph.ts';

const FOLDER = '../shared/fixtures/blocks';
const numbers = existsSync(FOLDER)
  ? readdirSync(FOLDER).flatMap((name) => /^(\d+)\.json\.gz$/.exec(name)?.[1] ?? [])
  : [];
const load = async (name: string) => parseJson(await readText(new Blob([readFileSync(`${FOLDER}/${name}.json.gz`)])));

describe.skipIf(numbers.length === 0)('conflict analysis of real blocks (skipped without ../shared/fixtures)', () => {
  test.each(numbers)('block %s has the figures that others found', async (number) => {
    const block = parseBlockFile(await load(number));
    const expected = parseExpected(await load(`${number}.expected`));
    for (const [model, recorded] of [
      ['strict', 'strict'],
      ['commutative', 'strict'],
      ['commutative', 'commutative'],
    ] as const) {
      const executor = await createExecutor(block);
      const serial = await runSerial(block, executor, { fees: 'delta', credits: recorded });
      const { figures } = buildConflictGraph(serial?.executions ?? [], { credits: model });
      const { speedupBound, ...others } = expected.analysis?.[model]?.numbers ?? {};
      expect(figures, `${model}, recorded ${recorded}`).toMatchObject(others);
      expect(figures.speedupBound).toBeCloseTo(speedupBound ?? NaN, 3);
      expect(figures.lowestIndexFirst).toEqual(expected.analysis?.[model]?.lowestIndexFirst);
      expect(figures.hottest.slice(0, 8)).toEqual(expected.analysis?.[model]?.hottest);
    }
  });
});
