import type { Scenario } from '../model/scenario.ts';
import { checkTransactionCount } from './block-file.ts';
import { check } from './fields.ts';
import { describeValue, FormatError } from './format-error.ts';
import { parseJson } from './parse-json.ts';
import { scenarioSchema } from './scenario-schema.ts';

export const SCENARIO_FORMAT = 'lanewise-scenario';

type Json = Record<string, unknown>;

/**
 * `UPGRADES[k]` turns a file of version k + 1 into one of version k + 2. To change the format: append an upgrade here, change
 * the schema, and keep a file of the old version among the tests. Entries are never edited, as old files never change.
 */
const UPGRADES: readonly ((file: Json) => Json)[] = [];

/** The version that is written. */
export const SCENARIO_VERSION = UPGRADES.length + 1;

/** A scenario as the text of a file. Equal scenarios give equal texts if their fields are in the same order. */
export function scenarioToText(scenario: Scenario): string {
  return JSON.stringify({ format: SCENARIO_FORMAT, version: SCENARIO_VERSION, ...scenario }, (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
}

/** The inverse. Throws a FormatError that says what is wrong, where, and what to do. */
export const scenarioFromText = (text: string): Scenario => parseScenario(parseJson(text));

/** Whether a parsed file says that it is a scenario. */
export const isScenarioFile = (json: unknown): json is Json =>
  typeof json === 'object' && json !== null && (json as Json).format === SCENARIO_FORMAT;

/** Takes a scenario out of a parsed file of this version or an older one. `upgrades` is for tests. */
export function parseScenario(json: unknown, upgrades = UPGRADES): Scenario {
  if (!isScenarioFile(json)) {
    throw new FormatError({
      where: 'format',
      expected: JSON.stringify(SCENARIO_FORMAT),
      came: describeValue((json as Json | null)?.format),
      fix: 'Choose a file that was saved here.',
    });
  }
  const newest = upgrades.length + 1;
  const { version } = json;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new FormatError({
      where: 'version',
      expected: `a version from 1 to ${newest}`,
      came: describeValue(version),
      fix: 'The file was damaged or written by hand; compare it with one saved here.',
    });
  }
  if (version > newest) {
    throw new FormatError({
      where: 'version',
      expected: `at most ${newest}, the newest that this program reads`,
      came: String(version),
      fix: 'The file was saved by a newer Lanewise: reload the page or update, then open it again.',
    });
  }
  const current = upgrades.slice(version - 1).reduce((file, upgrade) => upgrade(file), json);
  const { format: _format, version: _version, ...fields } = current;
  if (Array.isArray(fields.transactions)) checkTransactionCount(fields.transactions.length, 'transactions');
  return check(scenarioSchema, fields, { fix: 'Correct the file, or save it from Lanewise again.' });
}
