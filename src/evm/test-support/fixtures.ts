import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Real inputs that lie beside the project on its makers' machines only; tests that need them are skipped elsewhere. */
const FIXTURES = '../shared/fixtures';

export function fixtureNames(folder: string, ending: string): string[] {
  const path = `${FIXTURES}/${folder}`;
  return existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(ending)) : [];
}

/** Parsed JSON of a file, gzipped or not. */
export function readFixture(folder: string, name: string): unknown {
  const bytes = readFileSync(`${FIXTURES}/${folder}/${name}`);
  return JSON.parse((name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
}

export const MAINNET_BLOCKS = fixtureNames('blocks', '.json.gz').filter((name) => !name.includes('expected'));
