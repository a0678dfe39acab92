import type { ExpectedAccount, ExpectedResult } from '../formats/expected-file.ts';
import type { Prestate } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import type { Location, Value } from '../model/location.ts';
import { balanceOf, codeOf, nonceOf, parseLocation, slotOf } from '../model/location.ts';
import { hexBytes, keccak } from '../model/naming/word.ts';
import { createPrestateReader } from '../model/prestate.ts';
import type { PostState } from '../model/run.ts';
import { differs } from './verify-case.ts';

/**
 * Both ways: every field expected has its value, and nothing has changed that isn't expected to. An account that is there
 * without its fields has changed in storage only.
 */
export function compareWithPostState(
  prestate: Prestate,
  postState: PostState,
  expected: NonNullable<ExpectedResult['postState']>,
): string[] {
  const before = createPrestateReader(prestate);
  const now = (location: Location): Value => postState.get(location) ?? before(location);
  const reasons: string[] = [];
  const named = new Set<Location>();
  for (const [name, account] of Object.entries(expected)) {
    for (const [location, value] of fieldsOf(name as Address, account)) {
      named.add(location);
      const got = now(location);
      const comparable = location.startsWith('c:') ? keccak(hexBytes(got as Hex)) : got;
      reasons.push(...differs(location, comparable, value));
    }
  }
  for (const [location, value] of postState) {
    if (named.has(location) || value === before(location)) continue;
    const { kind, address } = parseLocation(location);
    // A deleted account takes its slots with it.
    if ((kind === 'slot' || kind === 'wipe') && expected[address]?.deleted) continue;
    reasons.push(`${location} has changed to ${String(value)}, should not have`);
  }
  return reasons;
}

const EMPTY_CODE_HASH = keccak(new Uint8Array(0));

function fieldsOf(address: Address, account: ExpectedAccount): [Location, Value][] {
  if (account.deleted) {
    return [
      [balanceOf(address), 0n],
      [nonceOf(address), 0n],
      [codeOf(address), EMPTY_CODE_HASH],
    ];
  }
  const { balance, nonce, codeHash, storage = {} } = account;
  return [
    ...(balance === undefined ? [] : [[balanceOf(address), balance] as [Location, Value]]),
    ...(nonce === undefined ? [] : [[nonceOf(address), nonce] as [Location, Value]]),
    ...(codeHash === undefined ? [] : [[codeOf(address), codeHash] as [Location, Value]]),
    ...Object.entries(storage).map(([key, value]): [Location, Value] => [slotOf(address, key as Hex), value]),
  ];
}
