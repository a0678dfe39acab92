import * as v from 'valibot';

/** Bounds of a lesson's parts; a lesson of twelve steps uses a tenth of them. */
export const MAX_STEPS = 60;
export const MAX_PARAGRAPHS = 20;
export const MAX_ACTIONS = 100;
export const MAX_TX = 9_999;

export const line = v.pipe(
  v.string(),
  v.minLength(1, 'text that isn’t empty'),
  v.maxLength(300, 'text of at most 300 characters'),
);
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'an id: small letters, digits and dashes, like first-conflict'),
);

export function list<Item>(item: v.GenericSchema<unknown, Item>, most: number, least = 0) {
  return v.pipe(
    v.array(item),
    v.minLength(least, `a list of at least ${least}`),
    v.maxLength(most, `a list of at most ${most}`),
  );
}

const index = v.pipe(
  v.number(),
  v.integer('a whole number'),
  v.minValue(0, 'an index from 0'),
  v.maxValue(MAX_TX, `an index up to ${MAX_TX}`),
);

/**
 * A transaction: its index on the card at that moment (from 0), or its id in the scenario (`t4` is the fourth that was
 * composed), which stays with the card wherever it is moved.
 */
export const txRef: v.GenericSchema<unknown, TxRef> = v.union([index, line], 'the index of a transaction, or its id');
export type TxRef = number | string;

/** A lane as the screen counts them: from 1. */
export const laneNumber = v.pipe(
  v.number(),
  v.integer('a whole number'),
  v.minValue(1, 'a lane from 1'),
  v.maxValue(128, 'a lane up to 128'),
);

/** A state location as the inspector names it: `USDC.balanceOf[alice]`, `pool.reserve0`, `alice balance`, `alice nonce`. */
export const locationName = v.pipe(line, v.regex(/^[^\n{}]+$/, 'the name of a location, like USDC.balanceOf[alice]'));
