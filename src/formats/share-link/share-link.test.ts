import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toAddress } from '../../model/ids.ts';
import { balanceOf } from '../../model/location.ts';
import type { Scenario } from '../../model/scenario.ts';
import { EXAMPLES } from '../../workloads/examples/index.ts';
import { mixedDefi } from '../../workloads/examples/mixed-defi.ts';
import { generateScenario } from '../../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS, type GeneratorOptions, TX_KINDS } from '../../workloads/generate/options.ts';
import { FormatError } from '../format-error.ts';
import { scenarioToText } from '../scenario-file.ts';
import { randomScenario } from '../test-support/random-scenario.ts';
import { fromBase64Url } from './base64url.ts';
import { createBudget } from './budget.ts';
import type { Json, JsonObject } from './columns.ts';
import { MAX_LINK_LENGTH, seal } from './envelope.ts';
import { lessonFromLink, lessonToLink } from './lesson-link.ts';
import { packValue } from './pack-value.ts';
import { shortenScenario } from './short-scenario.ts';
import { type SharedView, sharedFromLink, sharedToLink } from './share-link.ts';
import { unpackValue } from './unpack-value.ts';
import { PRIMER } from './usual.ts';

const runs = (usual: number) => ({ numRuns: process.env.LONG ? 20 * usual : usual });

function linkOf(scenario: Scenario, view: SharedView = {}): string {
  const link = sharedToLink({ scenario, view });
  if (link === null) throw new Error('no link');
  return link;
}

/** A link around any bytes, as somebody would make it who knows the format; one too long stays what it is. */
const wrap = (body: Uint8Array, version = 1): string => seal(version, body) ?? 'A'.repeat(MAX_LINK_LENGTH + 1);
const wrapValue = (value: Json): string => wrap(packValue(value, PRIMER));

const shortMixed = (): JsonObject => shortenScenario(JSON.parse(scenarioToText(mixedDefi.scenario())));

describe('a link and back', () => {
  test('any scenario comes back as it was, or gets no link', () => {
    let links = 0;
    fc.assert(
      fc.property(randomScenario, (scenario) => {
        const link = sharedToLink({ scenario, view: {} });
        if (link === null) return;
        links++;
        expect(sharedFromLink(link)).toEqual({ scenario, view: {} });
      }),
      runs(60),
    );
    expect(links).toBeGreaterThan(30);
  });

  test('so does any value through the packer', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const back = unpackValue(packValue(value as Json, PRIMER), PRIMER, createBudget(1e6));
        expect(back).toEqual(value);
      }),
      runs(150),
    );
  });

  test.each(EXAMPLES.map((example) => [example.id, example] as const))('the example %s', (_id, example) => {
    const scenario = example.scenario();
    const link = linkOf(scenario);
    expect(sharedFromLink(link).scenario).toEqual(scenario);
    expect(link.length).toBeLessThanOrEqual(600);
  });

  test('moment and view', () => {
    const view: SharedView = {
      moment: 123456,
      lanesView: 'board',
      selected: [3, 1],
      location: balanceOf(toAddress(`0x${'ab'.repeat(20)}`)),
    };
    expect(sharedFromLink(linkOf(mixedDefi.scenario(), view)).view).toEqual(view);
  });

  test('the first link ever made still opens', () => {
    expect(sharedFromLink(FIRST_LINK).scenario.title).toBe('Independent payments');
    expect(sharedFromLink(FIRST_LINK).scenario.transactions).toHaveLength(8);
  });
});

describe('a lesson by link', () => {
  const file = readFileSync('src/lessons/en/03-first-conflict.json', 'utf8');

  test('comes back as the file it was', () => {
    const link = lessonToLink(file);
    expect(JSON.parse(lessonFromLink(link ?? ''))).toEqual(JSON.parse(file));
  });

  test('is refused when damaged, and gets none when too long', () => {
    expect(() => lessonFromLink(`${lessonToLink(file)}A`)).toThrow(FormatError);
    expect(
      lessonToLink(JSON.stringify({ text: Array.from({ length: 20_000 }, (_, i) => `${i * i}`).join(' ') })),
    ).toBeNull();
  });
});

describe('how long a link is', () => {
  const block = (options: Partial<GeneratorOptions>) =>
    generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, transactions: 50, accounts: 50, ...options });
  // Entries of patient records each bring 32 random bytes, which nothing makes shorter.
  const kinds = TX_KINDS.filter((kind) => kind !== 'record');

  test.each([7, 8, 9])('50 transactions as the generator makes them, seed %i: at most 600 characters', (seed) => {
    expect(linkOf(block({ seed })).length).toBeLessThanOrEqual(600);
  });

  test.each(kinds)('50 transactions of the kind %s: at most 600 characters', (kind) => {
    expect(linkOf(block({ mix: { [kind]: 1 } })).length).toBeLessThanOrEqual(600);
  });

  test('50 transactions moved, pinned to lanes and run otherwise: at most 600 characters', () => {
    const generated = block({ seed: 7 });
    const transactions = generated.transactions.toReversed();
    const laneOrder = [0, 1, 2, 3].map((lane) => transactions.filter((_, i) => i % 4 === lane).map(({ id }) => id));
    const scenario: Scenario = {
      ...generated,
      transactions,
      laneOrder,
      pins: Object.fromEntries(laneOrder.flatMap((ids, lane) => ids.map((id) => [id, lane]))),
      settings: { ...generated.settings, engine: 'lanes', lanes: 4 },
    };
    const link = linkOf(scenario, { moment: 1_234_567, selected: [12] });
    expect(sharedFromLink(link).scenario).toEqual(scenario);
    expect(link.length).toBeLessThanOrEqual(600);
  });

  test('a text longer than any link gets none', () => {
    expect(sharedToLink({ scenario: { ...mixedDefi.scenario(), note: 'x'.repeat(1_000_000) }, view: {} })).toBeNull();
  });

  test('a thousand transactions still fit, five thousand get no link', () => {
    expect(linkOf(block({ transactions: 1000 })).length).toBeLessThanOrEqual(MAX_LINK_LENGTH);
    expect(sharedToLink({ scenario: block({ transactions: 5000 }), view: {} })).toBeNull();
  });
});

describe('hostile links', () => {
  const short = (change: JsonObject): string => wrapValue({ ...shortMixed(), ...change });
  const HUGE = 2 ** 52;
  const cases: [string, () => string][] = [
    ['nothing', () => ''],
    ['100 MB', () => 'A'.repeat(100_000_000)],
    ['characters that are none of base64url', () => '<script>alert(1)</script>'],
    ['another version', () => wrap(new Uint8Array([1, 2, 3]), 9)],
    ['version 0', () => wrap(new Uint8Array([1, 2, 3]), 0)],
    ['a link cut off', () => linkOf(mixedDefi.scenario()).slice(0, -7)],
    [
      'a link with one character changed',
      () => linkOf(mixedDefi.scenario()).replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')),
    ],
    ['zeros', () => wrap(new Uint8Array(6000))],
    ['ones', () => wrap(new Uint8Array(6000).fill(255))],
    ['a number instead of a scenario', () => wrapValue(5)],
    ['a list', () => wrapValue([1, 2, 3])],
    ['a number of people that can’t be made one', () => short({ people: { toString: '' } })],
    ['no transactions', () => short({ transactions: null })],
    ['a transaction that is text', () => short({ transactions: ['pay'] })],
    ['a call of nobody', () => short({ transactions: [{ from: 0, '#77': '0' }] })],
    ['a payment from somebody who isn’t there', () => short({ transactions: [{ from: 900, to: 1, $: '5' }] })],
    ['a payment of a number', () => short({ transactions: [{ from: 0, to: 1, $: 5 }] })],
    ['a lane of 2^52', () => short({ laneOrder: [], pins: [[0], [HUGE]] })],
    ['2^52 lanes', () => short({ settings: { lanes: HUGE } })],
    ['300,000 lanes of nothing', () => short({ laneOrder: Array.from({ length: 300_000 }, () => []) })],
    [
      '300,000 payments',
      () => short({ transactions: Array.from({ length: 300_000 }, () => ({ from: 0, to: 1, $: '1' })) }),
    ],
    [
      '20,000 payments',
      () => short({ transactions: Array.from({ length: 20_000 }, () => ({ from: 0, to: 1, $: '1' })) }),
    ],
    ['__proto__ as a field', () => wrapValue(JSON.parse(`{"__proto__":{"polluted":1}}`))],
    ['__proto__ as a setting', () => short({ settings: JSON.parse(`{"__proto__":{"polluted":1}}`) })],
    ['__proto__ as a pin', () => short({ laneOrder: [['__proto__']] })],
    [
      '__proto__ as storage',
      () =>
        short({
          contracts: [{ name: 'a', balance: '0', contract: { library: 'token' }, storage: [{ '=__proto__': '1' }] }],
        }),
    ],
    ['constructor as a pin', () => short({ laneOrder: [['constructor']] })],
    ['a field nobody knows', () => short({ onload: 'alert(1)' })],
    [
      'a name of 50,000 characters, used 10,000 times',
      () =>
        short({
          people: 0,
          accounts: [{ name: 'n'.repeat(50_000), balance: '1', nonce: '0' }],
          transactions: Array.from({ length: 10_000 }, () => ({ from: 0, to: 0, $: '1' })),
        }),
    ],
    [
      'a storage path that names a long name 10,000 times',
      () =>
        short({
          people: 0,
          accounts: [{ name: 'n'.repeat(200), balance: '1', nonce: '0' }],
          contracts: Array.from({ length: 1000 }, (_, i) => ({
            name: `c${i}`,
            balance: '0',
            contract: { library: 'token' },
            storage: [{ a0: 0, [`=${'[]'.repeat(500)}`]: 0 }],
          })),
        }),
    ],
    [
      'nested 60 deep',
      () => {
        let value: Json = 1;
        for (let i = 0; i < 60; i++) value = [value];
        return short({ note: value });
      },
    ],
    ['a moment that is no number', () => short({ view: { moment: 'now' } })],
    ['a view nobody knows', () => short({ view: { html: '<b>' } })],
    ['a note of 60,000 characters', () => short({ note: 'x'.repeat(60_000) })],
    ['a hash of half a million bytes', () => short({ note: `0x${'00'.repeat(500_000)}` })],
    ['a million decimals', () => short({ note: Array.from({ length: 1_000_000 }, (_, i) => String(i % 2)) })],
  ];

  test.each(cases)('%s: refused, with the declared error, within a second', (_name, make) => {
    const link = make();
    // Time of this process alone, whatever else the machine is doing.
    const began = process.cpuUsage();
    expect(() => sharedFromLink(link)).toThrow(FormatError);
    expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('markup in names comes back as the text it is', () => {
    const title = '<img src=x onerror=alert(1)>';
    expect(sharedFromLink(linkOf({ ...mixedDefi.scenario(), title })).scenario.title).toBe(title);
  });

  test('whatever bytes a link has, it gives a scenario or the declared error', () => {
    const known = [...fromBase64Url(linkOf(mixedDefi.scenario())).subarray(3)];
    const mutated = fc
      .array(fc.tuple(fc.nat(known.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
      .map((changes) => {
        const bytes = new Uint8Array(known);
        for (const [i, value] of changes) bytes[i] = value;
        return bytes;
      });
    const any = fc.uint8Array({ maxLength: 400 });
    let refused = 0;
    fc.assert(
      fc.property(fc.oneof(mutated, any), (body) => {
        try {
          sharedFromLink(wrap(body));
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
          refused++;
        }
      }),
      runs(300),
    );
    expect(refused).toBeGreaterThan(0);
  });

  test('so it does for whatever shape of value', () => {
    const part = fc.constantFrom(...Object.keys(shortMixed()));
    fc.assert(
      fc.property(part, fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        try {
          sharedFromLink(short({ [key]: value as Json }));
        } catch (error) {
          if (!(error instanceof FormatError)) throw error;
        }
      }),
      runs(300),
    );
  });
});

/** Never to be changed. */
const FIRST_LINK = 'ASV3nnJR8Lf7lWg1FOdeQP_32QZ6dkEZFrfTc8ASDvpb-Oc';
