// Accounts as geth's prestateTracer gives them, and as the `pre` of a state test does:
// https://geth.ethereum.org/docs/developers/evm-tracing/built-in-tracers#prestate-tracer
import * as v from 'valibot';
import type { AccountState, Prestate } from '../model/block.ts';
import type { Address, Hex } from '../model/ids.ts';
import { address, bytes, dictionary, quantity, slot } from './fields.ts';

/** Fields left out are empty: the tracer writes no nonce of zero and no code where there is none. */
const accountSchema = v.object({
  balance: v.optional(quantity, '0x0'),
  nonce: v.optional(quantity, '0x0'),
  code: v.optional(bytes, '0x'),
  storage: v.optional(dictionary(slot, quantity), {}),
});

export const prestateSchema = dictionary(address, accountSchema);

export function toPrestate(accounts: v.InferOutput<typeof prestateSchema>): Prestate {
  const prestate: Record<Address, AccountState> = {};
  for (const [name, account] of Object.entries(accounts)) {
    const storage: Record<Hex, bigint> = {};
    for (const [key, value] of Object.entries(account.storage)) if (value !== 0n) storage[key as Hex] = value;
    prestate[name as Address] = { ...account, storage };
  }
  return prestate;
}

const toHex = (value: bigint): Hex => `0x${value.toString(16)}`;

/** The inverse. */
export function toTracerAccounts(prestate: Prestate): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(prestate).map(([name, { balance, nonce, code, storage }]) => [
      name,
      {
        balance: toHex(balance),
        nonce: toHex(nonce),
        code,
        storage: Object.fromEntries(Object.entries(storage).map(([key, value]) => [padded(key), padded(toHex(value))])),
      },
    ]),
  );
}

const padded = (hex: string): Hex => `0x${hex.slice(2).padStart(64, '0')}`;
