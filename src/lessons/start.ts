import * as v from 'valibot';
import { decimal } from '../formats/fields.ts';
import { parseScenario } from '../formats/scenario-file.ts';
import type { Scenario } from '../model/scenario.ts';
import { composeScenario, instance, type NewTx, person } from '../workloads/compose.ts';
import { buildBlock } from '../workloads/build-block.ts';
import type { Example } from '../workloads/examples/example.ts';
import { generateScenario } from '../workloads/generate/generate-scenario.ts';
import { DEFAULT_GENERATOR_OPTIONS, TX_KINDS, type TxKind } from '../workloads/generate/options.ts';
import { LIBRARY_IDS, type LibraryId } from '../workloads/library.ts';
import { newTxSchema, storageSchema } from './actions.ts';
import { byKey } from './by-key.ts';
import { line, list } from './references.ts';
import { patchSettings, type SettingsPatch, settingsPatchSchema } from './settings-patch.ts';

/** Where a block comes from. `settings` is laid over what the source says. */
export type Start = (
  | { readonly example: string }
  | { readonly compose: Composition }
  | { readonly generate: Generation }
  /** A scenario file, whole (Save as file). */
  | { readonly scenario: Scenario }
) & { readonly settings?: SettingsPatch };

/** A block written in few words: everybody has 100 ETH, names stand for addresses, transactions get the ids t1, t2, … */
export interface Composition {
  readonly title: string;
  readonly note?: string;
  /** Accounts by name; `{ "name": "bob", "balance": "5" }` for another balance than 100 ETH, in wei. */
  readonly people: readonly (string | { readonly name: string; readonly balance: bigint })[];
  readonly contracts?: readonly {
    readonly name: string;
    readonly library: LibraryId;
    readonly storage?: Readonly<Record<string, string>>;
    /** In wei. */
    readonly balance?: bigint;
  }[];
  readonly transactions: readonly NewTx[];
  /** Indices of the transactions pinned to each lane, in the order drawn. */
  readonly lanes?: readonly (readonly number[])[];
}

export interface Generation {
  readonly seed: number;
  readonly transactions: number;
  readonly accounts?: number;
  readonly contention?: number;
  readonly mix?: Readonly<Partial<Record<TxKind, number>>>;
  readonly failing?: number;
}

const share = (most: number) =>
  v.pipe(v.number(), v.minValue(0, 'a number not below 0'), v.maxValue(most, `a number up to ${most}`));
const whole = (least: number, most: number) =>
  v.pipe(
    v.number(),
    v.integer('a whole number'),
    v.minValue(least, `at least ${least}`),
    v.maxValue(most, `at most ${most}`),
  );

const compositionSchema: v.GenericSchema<unknown, Composition> = v.strictObject({
  title: line,
  note: v.exactOptional(line),
  people: list(v.union([line, v.strictObject({ name: line, balance: decimal })], 'a name, or name and balance'), 200),
  contracts: v.exactOptional(
    list(
      v.strictObject({
        name: line,
        library: v.picklist(LIBRARY_IDS, `a contract of the library (${LIBRARY_IDS.join(', ')})`),
        storage: v.exactOptional(storageSchema),
        balance: v.exactOptional(decimal),
      }),
      50,
    ),
  ),
  transactions: list(newTxSchema, 500, 1),
  lanes: v.exactOptional(list(list(whole(0, 499), 500), 128)),
});

const generationSchema: v.GenericSchema<unknown, Generation> = v.strictObject({
  seed: whole(0, 2 ** 31),
  transactions: whole(1, 2_000),
  accounts: v.exactOptional(whole(2, 2_000)),
  contention: v.exactOptional(share(2)),
  mix: v.exactOptional(
    v.strictObject(
      Object.fromEntries(TX_KINDS.map((kind) => [kind, v.exactOptional(share(1_000))])),
    ) as v.GenericSchema<unknown, Partial<Record<TxKind, number>>>,
  ),
  failing: v.exactOptional(share(1)),
});

/** A scenario file inside a lesson passes the same checks as one on its own. */
const scenarioFileSchema: v.GenericSchema<unknown, Scenario> = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Scenario>(({ dataset, addIssue, NEVER }) => {
    try {
      return parseScenario(dataset.value);
    } catch (error) {
      addIssue({ message: `a scenario file (${error instanceof Error ? error.message : error})` });
      return NEVER;
    }
  }),
);

const settings = v.exactOptional(settingsPatchSchema);
export const startSchema: v.GenericSchema<unknown, Start> = byKey<Start>(
  {
    example: v.strictObject({ example: line, settings }),
    compose: v.strictObject({ compose: compositionSchema, settings }),
    generate: v.strictObject({ generate: generationSchema, settings }),
    scenario: v.strictObject({ scenario: scenarioFileSchema, settings }),
  },
  'a block: example, compose, generate or scenario, and settings',
);

/** Finds an example by its id. */
export type FindExample = (id: string) => Example | undefined;

/** The document that a step begins with. Throws a RangeError where the example or a name isn't known. */
export function startScenario(start: Start, findExample: FindExample): Scenario {
  const scenario = sourceScenario(start, findExample);
  const problem = buildBlock(scenario).problems.find(({ blocking }) => blocking);
  if (problem) throw new RangeError(`The block can’t be run: ${problem.message}`);
  return start.settings ? { ...scenario, settings: patchSettings(scenario.settings, start.settings) } : scenario;
}

function sourceScenario(start: Start, findExample: FindExample): Scenario {
  if ('scenario' in start) return start.scenario;
  if ('example' in start) {
    const example = findExample(start.example);
    if (!example) throw new RangeError(`There is no example ${JSON.stringify(start.example)}.`);
    return example.scenario();
  }
  if ('generate' in start) return generateScenario({ ...DEFAULT_GENERATOR_OPTIONS, ...start.generate });
  const { people, contracts = [], title, note = '', transactions, lanes } = start.compose;
  return composeScenario({
    title,
    note,
    accounts: people.map((who) => (typeof who === 'string' ? person(who) : person(who.name, who.balance))),
    contracts: contracts.map(({ name, library, storage, balance }) => instance(name, library, storage, balance)),
    transactions,
    ...(lanes && { lanes, settings: { lanes: Math.max(1, lanes.length) } }),
  });
}
