import { balanceOf, codeOf, type Location, nonceOf, type Value } from './location.ts';
import type { Address } from './ids.ts';

/** The three fields that decide whether an account is empty (EIP-161), those least likely to change first. */
export function existenceFields(address: Address): readonly [Location, Location, Location] {
  return [codeOf(address), nonceOf(address), balanceOf(address)];
}

/** Whether a field with this value makes its account non-empty by itself. */
export function provesExistence(value: Value): boolean {
  return value !== 0n && value !== '0x';
}
