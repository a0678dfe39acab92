import type { Prestate } from './block.ts';
import type { Hex } from './ids.ts';
import { addressOf, emptyValue, type Location, type Value } from './location.ts';
import { existenceFields, provesExistence } from './existence.ts';

/** What a location holds before the block. */
export type ReadPrestate = (location: Location) => Value;

/** Reads a prestate by location; what it doesn't name is empty. */
export function createPrestateReader(prestate: Prestate): ReadPrestate {
  const read = (location: Location): Value => {
    const address = addressOf(location);
    const account = Object.hasOwn(prestate, address) ? prestate[address] : undefined;
    if (!account) return emptyValue(location);
    switch (location[0]) {
      case 'b':
        return account.balance;
      case 'n':
        return BigInt(account.nonce);
      case 'c':
        return account.code;
      case 's': {
        const slot = location.slice(45) as Hex;
        return Object.hasOwn(account.storage, slot) ? (account.storage[slot] ?? 0n) : 0n;
      }
      case 'e':
        return existenceFields(address).some((field) => provesExistence(read(field))) ? 1n : 0n;
      default:
        return 0n;
    }
  };
  return read;
}
