import type { Scenario } from '../model/scenario.ts';
import { parseBlockFile, readTransactionHashes } from './block-file.ts';
import { blockToScenario } from './block-scenario.ts';
import { detectKind } from './detect.ts';
import { FormatError } from './format-error.ts';
import { parseJson } from './parse-json.ts';
import { type FileSource, readText } from './read-text.ts';
import { parseScenario } from './scenario-file.ts';

/** Reads a file that can be opened as a document: a scenario, or a real block. Throws a FormatError. */
export async function readDocument(file: FileSource): Promise<Scenario> {
  const json = parseJson(await readText(file));
  const kind = detectKind(json);
  switch (kind) {
    case 'scenario':
      return parseScenario(json);
    case 'block':
      return blockToScenario(parseBlockFile(json), readTransactionHashes(json));
    default:
      throw new FormatError({
        where: 'the file',
        expected: 'a scenario saved here, or a block file (an object with `block` and `prestate`)',
        came: kind,
        fix: 'A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
      });
  }
}
