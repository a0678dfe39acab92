import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { blockToText, parseBlockFile } from './block-file.ts';
import { detectKind } from './detect.ts';
import { parseExpected } from './expected-file.ts';
import { parseJson } from './parse-json.ts';
import { readDocument } from './read-document.ts';
import { readText } from './read-text.ts';
import { scenarioFromText, scenarioToText } from './scenario-file.ts';

const FOLDER = '../shared/fixtures';
const there = existsSync(FOLDER);
const blob = (path: string) => new Blob([readFileSync(`${FOLDER}/${path}`)]);

describe('opening a file as a document', () => {
  test.skipIf(!there)('a real block becomes a scenario that saves and loads', async () => {
    const scenario = await readDocument(blob('blocks/19426587.json.gz'));
    expect(scenario.title).toBe('Mainnet block 19426587');
    expect(scenario.transactions).toHaveLength(37);
    expect(scenario.transactions[0]).toMatchObject({
      kind: 'signed',
      id: 't1',
      hash: '0xa62c9ee1d9edccba3c88f53d3416ea2cd177e0d9c5a013816e8c60aaa5ad33ad',
    });
    const text = scenarioToText(scenario);
    expect(scenarioFromText(text)).toEqual(scenario);
    expect(await readDocument(new Blob([gzipSync(text)]))).toEqual(scenario);
  });

  test.skipIf(!there)('each kind of file is known by its content', async () => {
    const kinds = new Map<string, Set<string>>();
    for (const folder of ['blocks', 'statetests', 'blockchaintests']) {
      for (const name of readdirSync(`${FOLDER}/${folder}`)) {
        const kind = detectKind(parseJson(await readText(blob(`${folder}/${name}`))));
        const label = `${folder}${name.includes('expected') ? ' expected' : ''}`;
        kinds.set(label, (kinds.get(label) ?? new Set()).add(kind));
      }
    }
    expect(Object.fromEntries([...kinds].map(([label, set]) => [label, [...set]]))).toEqual({
      blocks: ['block'],
      'blocks expected': ['expected results'],
      statetests: ['state tests'],
      blockchaintests: ['blockchain tests'],
    });
  });

  test.skipIf(!there)('expected results are read whole', async () => {
    const expected = parseExpected(parseJson(await readText(blob('blocks/12522062.expected.json.gz'))));
    expect(expected.perTx).toHaveLength(177);
    expect(expected.header?.gasUsed).toBe(15028295n);
    expect(Object.values(expected.postState ?? {}).filter((account) => account.deleted)).toHaveLength(4);
    expect(expected.analysis?.strict?.numbers).toMatchObject({ conflictingPairs: 1607, gasUsed: 15028295 });
    expect(expected.analysis?.commutative?.lowestIndexFirst).toEqual({
      2: 10290200,
      4: 8500669,
      8: 7786233,
      16: 7480307,
    });
  });

  test.each([
    [[1, 2], 'a list of 2'],
    [{ jsonrpc: '2.0', id: 1, result: {} }, 'a block without its prestate'],
    [{ t: { blocks: [] } }, 'blockchain tests'],
    [{ t: { pre: {}, post: {}, transaction: {} } }, 'state tests'],
    [{ hello: 'world' }, 'an object with the field hello'],
  ])('%j is refused as %s', async (json, came) => {
    await expect(readDocument(new Blob([JSON.stringify(json)]))).rejects.toThrow(
      `the file: expected a scenario saved here, or a block file (an object with \`block\` and \`prestate\`), got ${came}. ` +
        'A block file joins eth_getBlockByNumber(N, true) and the prestateTracer of the same block.',
    );
  });

  test.skipIf(!there)('a block can be written as a block file again', async () => {
    const block = parseBlockFile(parseJson(await readText(blob('blocks/19426587.json.gz'))));
    const scenario = await readDocument(new Blob([blockToText(block)]));
    expect(scenario.transactions.map((tx) => tx.kind === 'signed' && tx.tx)).toEqual(block.transactions);
  });
});
