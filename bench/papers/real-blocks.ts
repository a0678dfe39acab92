import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseBlockFile } from '../../src/formats/block-file.ts';
import { parseJson } from '../../src/formats/parse-json.ts';
import { readText } from '../../src/formats/read-text.ts';
import type { Block } from '../../src/model/block.ts';

const FOLDER = new URL('../../../shared/fixtures/blocks', import.meta.url).pathname;

/** Mainnet blocks with their prestates, by number. Empty, with a message, where they aren't at hand. */
export function realBlockNumbers(): readonly number[] {
  if (!existsSync(FOLDER)) {
    console.error(`${FOLDER} isn't there: the tables of mainnet blocks are left out`);
    return [];
  }
  const numbers = readdirSync(FOLDER).flatMap((name) => /^(\d+)\.json\.gz$/.exec(name)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}

export async function loadRealBlock(number: number): Promise<Block> {
  return parseBlockFile(parseJson(await readText(new Blob([readFileSync(`${FOLDER}/${number}.json.gz`)]))));
}
