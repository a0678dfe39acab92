import * as v from 'valibot';
import type { Location } from '../model/location.ts';
import { list } from './references.ts';

/** What somebody said. Transactions are indices; lanes are indices from 0. */
export type Answer =
  | { readonly kind: 'choice'; readonly option: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'transactions'; readonly transactions: readonly number[] }
  | { readonly kind: 'locations'; readonly locations: readonly Location[] }
  | { readonly kind: 'lanes'; readonly lanes: readonly number[] };

const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999));
const location = v.pipe(
  v.string(),
  v.regex(/^[bncs]:0x[0-9a-f]{40}(:0x[0-9a-f]{1,64})?$/),
  v.transform((text) => text as Location),
);

/** For what comes back from storage or from others in a class. */
export const answerFromSchema: v.GenericSchema<unknown, Answer> = v.variant('kind', [
  v.strictObject({ kind: v.literal('choice'), option: v.pipe(v.string(), v.maxLength(60)) }),
  v.strictObject({ kind: v.literal('number'), number: v.pipe(v.number(), v.finite()) }),
  v.strictObject({ kind: v.literal('transactions'), transactions: list(index, 500) }),
  v.strictObject({ kind: v.literal('locations'), locations: list(location, 500) }),
  v.strictObject({ kind: v.literal('lanes'), lanes: list(index, 128) }),
]);
