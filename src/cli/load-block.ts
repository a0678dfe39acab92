import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { parseBlockFile } from '../formats/block-file.ts';
import { detectKind } from '../formats/detect.ts';
import { FormatError } from '../formats/format-error.ts';
import { parseJson } from '../formats/parse-json.ts';
import { readText } from '../formats/read-text.ts';
import { parseScenario } from '../formats/scenario-file.ts';
import type { Block } from '../model/block.ts';
import type { RunSettings } from '../model/settings.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { UsageError } from './usage-error.ts';

/** A block as a file gives it, ready to run. */
export interface LoadedBlock {
  readonly block: Block;
  /** A real block must be right as it is; in a scenario, what can't be included is part of the picture. */
  readonly kind: 'block' | 'scenario';
  readonly settings: RunSettings;
  readonly pins: readonly (readonly [number, number])[];
  readonly drawn: readonly (readonly number[])[];
  /** What is odd about a scenario without stopping it. */
  readonly notes: readonly string[];
}

/** The parsed JSON of a file, packed or not. Throws a UsageError or FormatError. */
export async function loadJson(path: string): Promise<unknown> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new UsageError(`${path}: there is no such file.`);
  if (!info.isFile())
    throw new UsageError(`${path}: expected a file, got ${info.isDirectory() ? 'a folder' : 'something else'}.`);
  const stream = () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return inFile(path, async () => parseJson(await readText({ size: info.size, stream })));
}

/** Puts the name of the file before what is wrong with it. */
async function inFile<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FormatError || error instanceof UsageError) throw new UsageError(`${path}: ${error.message}`);
    throw error;
  }
}

/** The only file of a command. */
export function onlyFile(files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined) throw new UsageError('expected a file (a block file or a scenario), got none.');
  if (more.length > 0) throw new UsageError(`expected one file, got ${files.length} (${files.join(', ')}).`);
  return file;
}

/** `lanes` takes the place of a scenario's own number. Throws a UsageError that names the file. */
export async function loadBlock(path: string, lanes?: number): Promise<LoadedBlock> {
  const json = await loadJson(path);
  return inFile(path, () => toLoadedBlock(json, lanes));
}

async function toLoadedBlock(json: unknown, lanes: number | undefined): Promise<LoadedBlock> {
  const kind = detectKind(json);
  if (kind === 'block') {
    return { block: parseBlockFile(json), kind: 'block', settings: DEFAULT_SETTINGS, pins: [], drawn: [], notes: [] };
  }
  if (kind !== 'scenario') {
    throw new FormatError({
      where: 'the file',
      expected: 'a block file or a scenario',
      came: kind,
      fix: kind === 'state tests' ? 'Use `verify` for state tests.' : 'See the README for the formats that are read.',
    });
  }
  const saved = parseScenario(json);
  const scenario = lanes === undefined ? saved : { ...saved, settings: { ...saved.settings, lanes } };
  // With the whole contract library: not for those who bring a real block.
  const { buildBlock } = await import('../workloads/build-block.ts');
  const { block, problems, pins, drawn } = buildBlock(scenario);
  const messages = problems.map(({ message }) => message);
  if (!block) throw new UsageError(`the scenario can't be executed:\n  ${messages.join('\n  ')}`);
  return { block, kind: 'scenario', settings: scenario.settings, pins, drawn, notes: messages };
}
