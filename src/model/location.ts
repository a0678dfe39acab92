import type { Brand } from '../lib/brand.ts';
import type { Address, Hex } from './ids.ts';

/**
 * A state location, as a string so that it can be a map key and cross to a worker at no cost:
 *
 * - `b:<address>` balance, `n:<address>` nonce, `c:<address>` code, `s:<address>:<slot>` one storage slot
 *   (lower case; the slot as minimal hex, so slot zero is `0x0`).
 *
 * Two more kinds exist for the engines only. They keep parallel execution exact where the analysis, by definition,
 * doesn't count (see `isAnalysed`):
 *
 * - `e:<address>` *existence*, read only: 1n if the account is non-empty by EIP-161 (balance, nonce or code), else 0n.
 *   Derived from the three fields wherever it is read. CALL's new-account gas, EXTCODEHASH, SELFDESTRUCT's gas and the
 *   7702 refund depend on it.
 * - `w:<address>` *storage wipe*, written only (value 1n): the account was deleted by SELFDESTRUCT, so each of its slots
 *   reads as zero until written again.
 */
export type Location = Brand<string, 'Location'>;

/** What a location holds: balance, nonce and slot as bigint, code as hex (`0x` when there is none). Compared with `===`. */
export type Value = bigint | Hex;

export type LocationKind = 'balance' | 'nonce' | 'code' | 'slot' | 'existence' | 'wipe';

export interface LocationParts {
  readonly kind: LocationKind;
  readonly address: Address;
  /** Minimal hex; only for a slot. */
  readonly slot?: Hex;
}

export const balanceOf = (address: Address): Location => `b:${address}` as Location;
export const nonceOf = (address: Address): Location => `n:${address}` as Location;
export const codeOf = (address: Address): Location => `c:${address}` as Location;
/** `slot` must be minimal lower-case hex (`0x0`, `0x1f`). */
export const slotOf = (address: Address, slot: Hex): Location => `s:${address}:${slot}` as Location;
export const existenceOf = (address: Address): Location => `e:${address}` as Location;
export const wipeOf = (address: Address): Location => `w:${address}` as Location;

const KINDS: Readonly<Record<string, LocationKind>> = {
  b: 'balance',
  n: 'nonce',
  c: 'code',
  s: 'slot',
  e: 'existence',
  w: 'wipe',
};

/** Throws a RangeError for a string that no constructor above could have made. */
export function parseLocation(location: string): LocationParts {
  const match = /^([bncsew]):(0x[0-9a-f]{40})(?::(0x[0-9a-f]{1,64}))?$/.exec(location);
  const kind = match && KINDS[match[1] ?? ''];
  if (!match || !kind || (kind === 'slot') !== (match[3] !== undefined)) {
    throw new RangeError(`expected a state location like b:0x…, got ${JSON.stringify(location.slice(0, 140))}`);
  }
  const address = match[2] as Address;
  return kind === 'slot' ? { kind, address, slot: match[3] as Hex } : { kind, address };
}

/** The address part, without parsing the rest. */
export function addressOf(location: Location): Address {
  return location.slice(2, 44) as Address;
}

/** Whether the location counts in conflict analysis: balance, nonce, code and slots do, existence and wipes don't. */
export function isAnalysed(location: Location): boolean {
  const kind = location.charCodeAt(0);
  return kind !== 101 /* e */ && kind !== 119 /* w */;
}

/** What a location holds when nothing was ever written to it. */
export function emptyValue(location: Location): Value {
  return location.charCodeAt(0) === 99 /* c */ ? '0x' : 0n;
}
