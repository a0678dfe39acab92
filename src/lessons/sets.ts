import * as v from 'valibot';
import { byKey } from './by-key.ts';
import { laneNumber, line, list, locationName, txRef, type TxRef } from './references.ts';

/**
 * Transactions by what they do or what became of them, found in the recording and the run, never written down. `listed`
 * is for what a step speaks of and for answers foreseen as wrong; the right answer to a prediction may not use it.
 */
export type TxSet =
  | { readonly role: TxRole }
  /** From 1, as on screen. */
  | { readonly wave: number }
  /** Executed last on this lane (from 1). */
  | { readonly lane: number }
  /** It depends on that transaction directly: reads what that one wrote last. */
  | { readonly dependsOn: TxRef }
  /** That transaction depends on it directly. */
  | { readonly neededBy: TxRef }
  /** Some conflict joins the two, whatever lies between. */
  | { readonly conflictsWith: TxRef }
  | { readonly reads: string }
  | { readonly writes: string }
  /** Sender, by name. */
  | { readonly from: string }
  /** The contract called, by name. */
  | { readonly calls: string }
  | { readonly listed: readonly TxRef[] }
  | { readonly all: readonly TxSet[] }
  | { readonly any: readonly TxSet[] }
  | { readonly not: TxSet };

export const TX_ROLES = [
  'everyone',
  /** In some conflicting pair, or in none. */
  'conflicting',
  'independent',
  'on-critical-path',
  /** At least one incarnation was thrown away. */
  'aborted',
  /** At least one incarnation met an ESTIMATE. */
  'blocked',
  /** A lane stood idle because this transaction had to wait for another. */
  'waited',
  /** Included, but failed; the serial result says so. */
  'reverted',
  /** Can't be included in the run: nonce, funds, or a location it hadn't declared. */
  'invalid',
  /** What it wrote is missing from the result, where the result isn't the serial one. */
  'lost-update',
  /** Its receipt isn't the serial one, or what it wrote last differs or was lost. */
  'wrong',
  /** The last to be finished. */
  'last',
  /** It uses more gas than any other. */
  'longest',
] as const;
export type TxRole = (typeof TX_ROLES)[number];

const wave = v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'a wave from 1'));
const roleOf = <const Roles extends readonly string[]>(roles: Roles) =>
  v.picklist(roles, `a role (${roles.join(', ')})`);

export const txSetSchema: v.GenericSchema<unknown, TxSet> = byKey<TxSet>(
  {
    role: v.strictObject({ role: roleOf(TX_ROLES) }),
    wave: v.strictObject({ wave }),
    lane: v.strictObject({ lane: laneNumber }),
    dependsOn: v.strictObject({ dependsOn: txRef }),
    neededBy: v.strictObject({ neededBy: txRef }),
    conflictsWith: v.strictObject({ conflictsWith: txRef }),
    reads: v.strictObject({ reads: locationName }),
    writes: v.strictObject({ writes: locationName }),
    from: v.strictObject({ from: line }),
    calls: v.strictObject({ calls: line }),
    listed: v.strictObject({ listed: list(txRef, 200) }),
    all: v.strictObject({
      all: list(
        v.lazy(() => txSetSchema),
        10,
        1,
      ),
    }),
    any: v.strictObject({
      any: list(
        v.lazy(() => txSetSchema),
        10,
        1,
      ),
    }),
    not: v.strictObject({ not: v.lazy(() => txSetSchema) }),
  },
  'a set of transactions: role, wave, lane, dependsOn, neededBy, conflictsWith, reads, writes, from, calls, listed, all, any or not',
);

/** State locations by what happens at them. Only those that some transaction of the block touches. */
export type LocationSet =
  | { readonly role: LocationRole }
  /** The n that cause most conflicting pairs. */
  | { readonly hottest: number }
  | { readonly readBy: TxRef }
  | { readonly writtenBy: TxRef }
  /** Behind any conflict between the two. */
  | { readonly between: readonly [TxRef, TxRef] }
  | { readonly listed: readonly string[] }
  | { readonly all: readonly LocationSet[] }
  | { readonly any: readonly LocationSet[] }
  | { readonly not: LocationSet };

export const LOCATION_ROLES = [
  'touched',
  /** Behind a dependency (read after write). */
  'dependency',
  /** Behind any conflict. */
  'conflict',
  /** A value read there was stale, or carried an ESTIMATE. */
  'caused-abort',
  /** What it holds after the run isn't what it holds after serial execution. */
  'wrong',
] as const;
export type LocationRole = (typeof LOCATION_ROLES)[number];

export const locationSetSchema: v.GenericSchema<unknown, LocationSet> = byKey<LocationSet>(
  {
    role: v.strictObject({ role: roleOf(LOCATION_ROLES) }),
    hottest: v.strictObject({ hottest: v.pipe(v.number(), v.integer('a whole number'), v.minValue(1, 'at least 1')) }),
    readBy: v.strictObject({ readBy: txRef }),
    writtenBy: v.strictObject({ writtenBy: txRef }),
    between: v.strictObject({ between: v.strictTuple([txRef, txRef]) }),
    listed: v.strictObject({ listed: list(locationName, 100) }),
    all: v.strictObject({
      all: list(
        v.lazy(() => locationSetSchema),
        10,
        1,
      ),
    }),
    any: v.strictObject({
      any: list(
        v.lazy(() => locationSetSchema),
        10,
        1,
      ),
    }),
    not: v.strictObject({ not: v.lazy(() => locationSetSchema) }),
  },
  'a set of locations: role, hottest, readBy, writtenBy, between, listed, all, any or not',
);

/** Lanes by what they did. */
export type LaneSet =
  | { readonly role: LaneRole }
  /** That the transaction's last incarnation was executed on. */
  | { readonly executing: TxRef }
  | { readonly listed: readonly number[] }
  | { readonly not: LaneSet };

export const LANE_ROLES = [
  'idle',
  /** Executed something. */
  'used',
  /** The one at work for longest (several if alike). */
  'busiest',
  /** The one whose last task ends last. */
  'last',
] as const;
export type LaneRole = (typeof LANE_ROLES)[number];

export const laneSetSchema: v.GenericSchema<unknown, LaneSet> = byKey<LaneSet>(
  {
    role: v.strictObject({ role: roleOf(LANE_ROLES) }),
    executing: v.strictObject({ executing: txRef }),
    listed: v.strictObject({ listed: list(laneNumber, 128) }),
    not: v.strictObject({ not: v.lazy(() => laneSetSchema) }),
  },
  'a set of lanes: role, executing, listed or not',
);

/** Whether a set is found, rather than written down. */
export function isComputed(set: TxSet | LocationSet | LaneSet): boolean {
  if ('listed' in set) return false;
  if ('not' in set) return isComputed(set.not);
  if ('all' in set) return set.all.every(isComputed);
  if ('any' in set) return set.any.every(isComputed);
  return true;
}
