import { detectKind } from '../formats/detect.ts';
import { FormatError } from '../formats/format-error.ts';
import { ENGINE_IDS, MAX_LANES } from '../model/settings.ts';
import type { Command } from './command.ts';
import { JSON_OPTION } from './command.ts';
import { expandFolders } from './expand-folders.ts';
import { loadJson } from './load-block.ts';
import { UsageError } from './usage-error.ts';
import type { CaseResult, Engine } from './verify-case.ts';

const DEFAULT_LANES = 4;

interface Failure {
  readonly file: string;
  readonly case: string;
  readonly reasons: readonly string[];
}

export const verify: Command = {
  usage: 'FILE… [options]',
  summary: 'check execution against official state tests and real blocks with known results',
  details: [
    'Reads GeneralStateTests (post-state root and logs hash of every case) and block files, which are compared with their header',
    'and with NAME.expected.json.gz beside NAME.json.gz if there is one. Of a folder, every .json and .json.gz in it is taken.',
    'With --engine, each case also runs under that engine. Prints a line for each failing case, and the count last.',
  ],
  options: {
    engine: { value: 'ID', help: ENGINE_IDS.join(', ') },
    lanes: { value: 'N', help: `1 to ${MAX_LANES.virtual} (default ${DEFAULT_LANES})` },
    ...JSON_OPTION,
  },
  async run(options, output) {
    const id = options.choice('engine', ENGINE_IDS);
    const lanes = options.number('lanes', { min: 1, max: MAX_LANES.virtual });
    if (lanes !== undefined && id === undefined) throw new UsageError('--lanes: expected --engine with it, got none.');
    if (options.files.length === 0) throw new UsageError('expected files to verify, got none.');
    const engine = id && { id, lanes: lanes ?? DEFAULT_LANES };

    let passed = 0;
    const failures: Failure[] = [];
    for (const file of await expandFolders(options.files)) {
      for await (const result of verifyFile(file, engine)) {
        if (result.reasons.length === 0) {
          passed++;
          continue;
        }
        const failure = { file, case: result.name, reasons: result.reasons };
        failures.push(failure);
        if (!options.has('json')) output.out(`FAIL ${file}: ${result.name}: ${result.reasons.join('; ')}`);
      }
    }
    if (options.has('json')) output.out(JSON.stringify({ passed, failed: failures.length, failures }));
    else output.out(`${passed} passed, ${failures.length} failed`);
    return failures.length === 0 && passed > 0 ? 0 : 1;
  },
};

/** One result for each case in a file. A file that can't be read is one failing case. */
async function* verifyFile(file: string, engine: Engine | undefined): AsyncGenerator<CaseResult> {
  try {
    const json = await loadJson(file);
    const kind = detectKind(json);
    // They are read with the block that they belong to.
    if (kind === 'expected results') return;
    if (kind === 'state tests') {
      const { verifyStateTests } = await import('./verify-state-tests.ts');
      yield* verifyStateTests(json, engine);
    } else if (kind === 'block') {
      const { verifyBlock } = await import('./verify-block.ts');
      yield await verifyBlock(file, json, engine);
    } else yield { name: 'the file', reasons: [`expected state tests or a block file, got ${kind}`] };
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof FormatError)) throw error;
    yield { name: 'the file', reasons: [error.message] };
  }
}
