import { keccak } from '../../model/naming/word.ts';
import type { Budget } from './budget.ts';
import type { Json } from './columns.ts';
import { asText } from './guards.ts';
import { linkError } from './link-error.ts';

/**
 * The names of a scenario's accounts and contracts by their places, accounts first. Wherever text stands in a scenario, a
 * number in its place is the name of that account or contract: all numbers of a scenario are text themselves.
 */
export interface Names {
  /** The place of a name, or the text itself. */
  shorten(text: Json): Json;
  expand(short: Json | undefined): string;
}

/** Longer ones are refused by the scenario file too; checked here before they are used many times over. */
const MAX_NAME = 200;

/** `null`: somebody without a name. */
export function createNames(names: readonly (string | null)[], budget: Budget): Names {
  const places = new Map<string, number>();
  for (const [i, name] of names.entries()) {
    if (name !== null && !places.has(name)) places.set(name, i);
  }
  return {
    shorten: (text) => (typeof text === 'string' ? (places.get(text) ?? text) : text),
    expand(short) {
      if (typeof short !== 'number') return asText(short, 'a name or text');
      const name = names[short];
      if (typeof name !== 'string') throw linkError('somebody with a name', `number ${short}`);
      if (name.length > MAX_NAME) throw linkError(`names of at most ${MAX_NAME} characters`, String(name.length));
      budget.spend(name.length);
      return name;
    },
  };
}

/** Where composed accounts and contracts are: the last 20 bytes of the name's keccak. */
export function usualAddress(name: string): string {
  return `0x${keccak(new TextEncoder().encode(name)).slice(-40)}`;
}
