import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runSerial } from '../drivers/serial.ts';
import { parseBlockFile } from '../formats/block-file.ts';
import { parseExpected } from '../formats/expected-file.ts';
import { parseJson } from '../formats/parse-json.ts';
import { readText } from '../formats/read-text.ts';
import { buildConflictGraph } from './conflict-graph.ts';

const FOLDER = '../shared/fixtures/blocks';
const numbers = existsSync(FOLDER)
  ? readdirSync(FOLDER).flatMap((name) => /^(\d+)\.json\.gz$/.exec(name)?.[1] ?? [])
  : [];
const load = async (name: string) => parseJson(await readText(new Blob([readFileSync(`${FOLDER}/${name}`)])));
