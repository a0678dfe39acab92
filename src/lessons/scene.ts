import { CREDIT, READ, toAccessTable, WRITE } from '../analysis/accesses.ts';
import type { BlockAnalysis } from '../drivers/runner.ts';
import type { AccountState, Block } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { balanceOf, type Location, nonceOf, slotOf } from '../model/location.ts';
import type { RunMetrics, RunReport } from '../model/run.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SettingsPatch } from './settings-patch.ts';
import type { TxRef } from './references.ts';

/** What conditions look at: a document, and what has been computed from exactly this document. */
export interface Scene {
  readonly scenario: Scenario;
  /** Null while it can't be run. */
  readonly block: Block | null;
  readonly analysis: BlockAnalysis | null;
  readonly report: RunReport | null;
  /** The engine won't run it. */
  readonly refused: boolean;
  /** As the inspector names it. */
  readonly nameOf: (location: Location) => string;
}

/** All that a lesson's conditions may ask for. */
export interface Evidence {
  readonly now: Scene;
  /** As it was when the step began, once its run was there. */
  readonly start: Scene | null;
  /** Figures of the block run in other ways, by `whatIfKey`. */
  readonly whatIf: ReadonlyMap<string, RunMetrics>;
}

export const whatIfKey = (patch: SettingsPatch): string => JSON.stringify(patch);

/** Who touches what in serial execution, as ANALYSIS.md counts: of each transaction, location → bits. */
export type Touches = readonly ReadonlyMap<Location, number>[];

const known = new WeakMap<BlockAnalysis, Touches>();

/** Of each transaction, the locations it touches, and how (`READ`, `WRITE`, `CREDIT`). Empty before the analysis is there. */
export function touchesOf({ analysis, scenario }: Scene): Touches {
  if (!analysis) return [];
  const made = known.get(analysis);
  if (made) return made;
  const table = toAccessTable(analysis.serial.executions, scenario.settings.credits);
  const touches = Array.from({ length: table.transactions }, (_, tx) => {
    const own = new Map<Location, number>();
    for (let k = table.start[tx] ?? 0; k < (table.start[tx + 1] ?? 0); k++) {
      const location = table.locations[table.location[k] ?? 0];
      if (location !== undefined) own.set(location, table.mode[k] ?? 0);
    }
    return own;
  });
  known.set(analysis, touches);
  return touches;
}

/** Whether two ways of touching one location conflict. Additions pass each other. */
export function modesConflict(a: number, b: number): boolean {
  const writes = WRITE | CREDIT;
  if ((a & writes) === 0 && (b & writes) === 0) return false;
  return !(a === CREDIT && b === CREDIT);
}

export const readsIn = (mode: number): boolean => (mode & READ) !== 0;
export const writesIn = (mode: number): boolean => (mode & (WRITE | CREDIT)) !== 0;

/** The index of a transaction now; −1 when it isn't in the block. */
export function indexOfRef({ transactions }: Scenario, ref: TxRef): number {
  if (typeof ref === 'number') return ref < transactions.length ? ref : -1;
  return transactions.findIndex(({ id }) => id === ref);
}

/**
 * The location of that name among those that the block touches, or, as long as nothing is known of these, that have a value before
 * it.
 */
export function locationNamed(scene: Scene, name: string): Location | undefined {
  const touches = touchesOf(scene);
  for (const touched of touches) {
    for (const location of touched.keys()) if (scene.nameOf(location) === name) return location;
  }
  if (!scene.block) return undefined;
  return prestateLocations(scene.block).find((location) => scene.nameOf(location) === name);
}

/** More accounts or slots than this are a real block's, whose values nobody names. */
const MOST_NAMED = 2_000;

function prestateLocations({ prestate }: Block): readonly Location[] {
  const accounts = Object.entries(prestate).slice(0, MOST_NAMED) as [Address, AccountState][];
  const locations = accounts.flatMap(([address, { storage }]) => [
    balanceOf(address),
    nonceOf(address),
    ...(Object.keys(storage) as Hex[]).map((slot) => slotOf(address, slot)),
  ]);
  return locations.slice(0, MOST_NAMED);
}
