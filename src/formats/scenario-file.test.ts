import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HARDFORKS } from '../model/block.ts';
import type { Address } from '../model/ids.ts';
import type { Scenario } from '../model/scenario.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { EXAMPLES } from '../workloads/examples/index.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS } from '../workloads/generate/options.ts';
import { FormatError } from './format-error.ts';
import { parseScenario, SCENARIO_VERSION, scenarioFromText, scenarioToText } from './scenario-file.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { randomScenario } from './test-support/random-scenario.ts';

const small: Scenario = {
  title: 'One payment',
  note: '',
  hardfork: 'cancun',
  chainId: 1n,
  env: { number: 1n, timestamp: 1n, coinbase: `0x${'cb'.repeat(20)}` as Address, gasLimit: 30_000_000n },
  accounts: [{ address: `0x${'a1'.repeat(20)}` as Address, name: 'alice', balance: 10n ** 18n, nonce: 0n }],
  contracts: [],
  transactions: [{ kind: 'pay', id: 't1', from: 'alice', to: 'bob', value: 5n }],
  settings: DEFAULT_SETTINGS,
  pins: { t1: 2 },
  laneOrder: [],
};

/** The text of `small` with one piece of JSON put in place of another. */
const changed = (from: string, to: string): string => {
  const text = scenarioToText(small);
  if (!text.includes(from)) throw new Error(`${from} is not in ${text}`);
  return text.replace(from, to);
};

/** As much of a valibot schema as it takes to walk through it; its own types say each kind apart. */
interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly items?: readonly Schema[];
  readonly options?: readonly (Schema | string | number)[];
  readonly value?: Schema | string;
  readonly wrapped?: Schema;
}

/** Every field under its path, lists and dictionaries as `*`. A parameter's parts are parameters again: three deep is enough. */
function schemaFields(schema: Schema, path: string): string[] {
  if (path.split('components').length > 3) return [];
  const { entries, item, items, options, value, wrapped } = schema;
  if (schema.type === 'lazy') return [];
  return [
    ...Object.entries(entries ?? {}).flatMap(([key, each]) => [
      `${path}.${key}`,
      ...schemaFields(each, `${path}.${key}`),
    ]),
    ...(item ? schemaFields(item, `${path}.*`) : []),
    ...(items ?? []).flatMap((each) => schemaFields(each, `${path}.*`)),
    ...(options ?? []).flatMap((each) => (typeof each === 'object' ? schemaFields(each, path) : [])),
    ...(schema.type === 'record' && typeof value === 'object' ? schemaFields(value, `${path}.*`) : []),
    ...(wrapped ? schemaFields(wrapped, path) : []),
  ];
}

function fieldsOf(value: unknown, path: string, into: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Object.entries(value)) {
    const names = Array.isArray(value) ? ['*'] : [key, '*'];
    for (const name of names) {
      into.add(`${path}.${name}`);
      fieldsOf(each, `${path}.${name}`, into);
    }
  }
}

describe('scenario file', () => {
  test('import–export–import is the identity', () => {
    fc.assert(
      fc.property(randomScenario, (original) => {
        const text = scenarioToText(original);
        const imported = scenarioFromText(text);
        expect(imported).toEqual(original);
        expect(scenarioFromText(scenarioToText(imported))).toEqual(imported);
      }),
      { numRuns: process.env.LONG ? 5_000 : 300 },
    );
  });

  test('random scenarios have every field that a file may have', () => {
    const seen = new Set<string>();
    for (const each of fc.sample(randomScenario, { numRuns: 400, seed: 1 }))
      fieldsOf(JSON.parse(scenarioToText(each)), '', seen);
    const fields = schemaFields(scenarioSchema as unknown as Schema, '');
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((field) => !seen.has(field))).toEqual([]);
  });

  test.each(EXAMPLES.map((example) => [example.id, example] as const))(
    'the example %s comes back as it was',
    (_id, example) => {
      const original = example.scenario();
      expect(scenarioFromText(scenarioToText(original))).toEqual(original);
    },
  );

  test('so does a generated block', () => {
    const original = generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 500 });
    expect(scenarioFromText(scenarioToText(original))).toEqual(original);
  });

  test('amounts are strings of digits', () => {
    expect(scenarioToText(small)).toContain('"balance":"1000000000000000000"');
    expect(scenarioToText(small).startsWith(`{"format":"lanewise-scenario","version":${SCENARIO_VERSION},`)).toBe(true);
  });

  test('a file of an older version goes through every upgrade since, in order', () => {
    const file = { ...JSON.parse(scenarioToText(small)), version: 1, title: 'a' };
    const upgrades = [
      (old: Record<string, unknown>) => ({ ...old, title: `${old.title}b` }),
      (old: Record<string, unknown>) => ({ ...old, title: `${old.title}c` }),
    ];
    expect(parseScenario(file, upgrades).title).toBe('abc');
    expect(parseScenario({ ...file, version: 2 }, upgrades).title).toBe('ac');
    expect(parseScenario({ ...file, version: 3 }, upgrades).title).toBe('a');
  });
});

describe('what a bad scenario file is told', () => {
  const FIX = 'Correct the file, or save it from Lanewise again.';
  const cases: [string, () => string, string][] = [
    [
      'a newer version',
      () => changed('"version":1', '"version":7'),
      'version: expected at most 1, the newest that this program reads, got 7. ' +
        'The file was saved by a newer Lanewise: reload the page or update, then open it again.',
    ],
    [
      'no version',
      () => changed('"version":1', '"version":"new"'),
      'version: expected a version from 1 to 1, got "new". The file was damaged or written by hand; compare it with one saved here.',
    ],
    [
      'another format',
      () => changed('lanewise-scenario', 'spreadsheet'),
      'format: expected "lanewise-scenario", got "spreadsheet". Choose a file that was saved here.',
    ],
    [
      'an amount that is a JSON number',
      () => changed('"value":"5"', '"value":5.5'),
      `transactions[0].value: expected a whole number as a string of digits, got 5.5. ${FIX}`,
    ],
    [
      'an unknown kind of transaction',
      () => changed('"kind":"pay"', '"kind":"teleport"'),
      `transactions[0].kind: expected a transaction whose kind is pay, call, raw or signed, got "teleport". ${FIX}`,
    ],
    ['a lane too many', () => changed('"t1":2', '"t1":128'), `pins.t1: expected a lane from 0 to 127, got 128. ${FIX}`],
    [
      'an unknown hardfork',
      () => changed('"cancun"', '"amsterdam"'),
      `hardfork: expected a hardfork (${HARDFORKS.join(', ')}), got "amsterdam". ${FIX}`,
    ],
    [
      'a field that nobody knows',
      () => changed('"note":""', '"note":"","mood":"good"'),
      `mood: expected no such field, got "mood". ${FIX}`,
    ],
    [
      '60,000 transactions',
      () => changed('"transactions":[', `"transactions":[${'0,'.repeat(60_000)}`),
      'transactions: expected at most 10000 transactions, got 60001. Split the block, or leave some out.',
    ],
    [
      'a reserved key',
      () => changed('"pins":{', '"pins":{"__proto__":1,'),
      'the field __proto__: expected no such name, got a reserved one. Rename or remove the field.',
    ],
  ];
  test.each(cases)('%s', (_name, make, message) => {
    expect(() => scenarioFromText(make())).toThrow(FormatError);
    expect(() => scenarioFromText(make())).toThrow(message);
  });
});
