import * as v from 'valibot';
import type { Location } from '../../model/location.ts';
import type { Scenario } from '../../model/scenario.ts';
import { check } from '../fields.ts';
import { FormatError } from '../format-error.ts';
import { checkShape } from '../parse-json.ts';
import { sameScenario } from '../same-scenario.ts';
import { parseScenario, SCENARIO_FORMAT, scenarioToText } from '../scenario-file.ts';
import { seal, unseal } from './envelope.ts';
import { asObject } from './guards.ts';
import { linkError } from './link-error.ts';
import { createBudget } from './budget.ts';
import type { Json, JsonObject } from './columns.ts';
import { packValue } from './pack-value.ts';
import { unpackValue } from './unpack-value.ts';
import { expandScenario, shortenScenario } from './short-scenario.ts';
import { PRIMER } from './usual.ts';

/** What a link brings: a document, and what was to be seen of it. */
export interface SharedState {
  readonly scenario: Scenario;
  readonly view: SharedView;
}

export interface SharedView {
  /** Moment shown, in gas of virtual time; absent: the end, which is also what a measured run shows. */
  readonly moment?: number;
  readonly lanesView?: 'board' | 'timeline';
  /** Transactions by index, in order of selection. */
  readonly selected?: readonly number[];
  readonly location?: Location;
}

/** Characters and values of the scenario, written out: a thousand generated transactions take a fifth of it. */
const MAX_EXPANDED = 1_000_000;
const MAX_SELECTED = 1_000;

/**
 * How the bytes of each version are read, oldest first: `READERS[k]` reads version k + 1 and gives a scenario file, which
 * brings its own version and upgrades. To change the link: append a reader, and keep a link of the old version among the tests.
 */
const READERS: readonly ((bytes: Uint8Array) => { readonly scenario: JsonObject; readonly view: Json })[] = [
  (bytes) => {
    const budget = createBudget(MAX_EXPANDED);
    const { view = {}, ...short } = asObject(unpackValue(bytes, PRIMER, budget), 'a scenario');
    return { scenario: expandScenario(short, budget), view };
  },
];
const VERSION = READERS.length;

const viewSchema = v.strictObject({
  moment: v.exactOptional(v.pipe(v.number(), v.finite('a number'), v.minValue(0, 'a moment not before 0'))),
  lanesView: v.exactOptional(v.picklist(['board', 'timeline'], 'board or timeline')),
  selected: v.exactOptional(
    v.pipe(
      v.array(v.pipe(v.number(), v.safeInteger('an index'), v.minValue(0, 'an index'))),
      v.maxLength(MAX_SELECTED),
    ),
  ),
  location: v.exactOptional(
    v.pipe(
      v.string(),
      v.regex(/^([bnc]:0x[0-9a-f]{40}|s:0x[0-9a-f]{40}:0x[0-9a-f]{1,64})$/, 'a state location like b:0x…'),
      v.transform((text) => text as Location),
    ),
  ),
});

/**
 * The text after `#s=`. Null where that is longer than a link may be, or where the state wouldn't come back as it is.
 */
export function sharedToLink(state: SharedState): string | null {
  try {
    const link = pack(state);
    return link !== null && isSame(sharedFromLink(link), state) ? link : null;
  } catch (error) {
    // Beyond a limit of the format.
    if (error instanceof FormatError) return null;
    throw error;
  }
}

function pack(state: SharedState): string | null {
  const file = asObject(JSON.parse(scenarioToText(state.scenario)) as Json, 'a scenario');
  const view = JSON.parse(JSON.stringify(state.view)) as JsonObject;
  const body = packValue({ ...(Object.keys(view).length > 0 && { view }), ...shortenScenario(file) }, PRIMER);
  return seal(VERSION, body);
}

/** The inverse. Throws a FormatError for whatever isn't such a text; takes well under a second for any. */
export function sharedFromLink(link: string): SharedState {
  const { version, body } = unseal(link, VERSION);
  const read = READERS[version - 1];
  if (!read) throw linkError(`a link of version 1 to ${VERSION}`, `version ${version}`);
  const { scenario, view } = read(body);
  checkShape(scenario);
  const checked = check(viewSchema, view, { fix: 'Copy the whole link again from where it came.', root: 'view' });
  return { scenario: parseScenario({ ...scenario, format: SCENARIO_FORMAT }), view: checked };
}

const isSame = (a: SharedState, b: SharedState): boolean =>
  sameScenario(a.scenario, b.scenario) && JSON.stringify(a.view) === JSON.stringify(b.view);
