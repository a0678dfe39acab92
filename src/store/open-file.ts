import { parseBlockFile } from '../formats/block-file.ts';
import { parseJson } from '../formats/parse-json.ts';
import { type FileSource, readText } from '../formats/read-text.ts';
import { isScenarioFile, parseScenario } from '../formats/scenario-file.ts';
import type { Scenario } from '../model/scenario.ts';
import { blockToScenario } from './block-to-scenario.ts';

/** A file as a document: a scenario file of ours, or a real block, packed or not. Throws a FormatError for any other. */
export async function openFile(file: FileSource): Promise<Scenario> {
  const json = parseJson(await readText(file));
  return isScenarioFile(json) ? parseScenario(json) : blockToScenario(parseBlockFile(json));
}
