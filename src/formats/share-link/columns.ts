import type { Contexts, SymbolStream } from './symbol-stream.ts';

/**
 * JSON values as few bytes, by columns: a list of objects becomes its objects' shapes and then, for each field of a shape, the
 * values of that field one after another. Neighbours are then alike, and what is the same throughout is written once. Numbers
 * in text (`"1000"`) and bytes in hex (`"0x…"`) are written as what they are. Strings that come again are numbers in a table.
 * Writer and reader first go through a typical value, so that what is usual is expected from the start.
 *
 *   column   = kind, then what the kind says; a column of no values is nothing
 *   same     = the column of the one value
 *   mixed    = for each value its kind; then a column for each kind that occurs, by kind
 *   objects  = number of shapes; each shape: number of keys, keys; column of shape indices; for each shape, each key: a column
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Part of the format: a number once given is never used for another. */
export const KIND = {
  same: 0,
  mixed: 1,
  null: 2,
  boolean: 3,
  integer: 4,
  /** Whole numbers that grow or shrink steadily: each as its difference from the one before. */
  steps: 5,
  float: 6,
  /** Text of decimal digits, below 2^256; a power of ten that all share is written once. */
  decimal: 7,
  hex: 8,
  text: 9,
  list: 10,
  object: 11,
} as const;

/** What a single value can be. */
export const VALUE_KINDS = [
  KIND.null,
  KIND.boolean,
  KIND.integer,
  KIND.float,
  KIND.decimal,
  KIND.hex,
  KIND.text,
  KIND.list,
  KIND.object,
] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

export const MAX_KEYS = 10_000;
const UINT256_LIMIT = 1n << 256n;
/** 10^77 < 2^256 < 10^78. */
export const MAX_POWER = 77;

export type JsonObject = { readonly [key: string]: Json };

export function kindOf(value: Json): ValueKind {
  if (value === null) return KIND.null;
  if (typeof value === 'boolean') return KIND.boolean;
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0) ? KIND.integer : KIND.float;
  if (typeof value === 'string') {
    if (/^(0|[1-9][0-9]{0,77})$/.test(value) && BigInt(value) < UINT256_LIMIT) return KIND.decimal;
    return /^0x([0-9a-f]{2})*$/.test(value) ? KIND.hex : KIND.text;
  }
  return Array.isArray(value) ? KIND.list : KIND.object;
}

/** What writer and reader know before they begin; part of the format, so that it may never change. */
export interface Primer {
  /** Strings that are in the table from the start. */
  readonly strings: readonly string[];
  /** Values that are packed before the one that counts, to nowhere. */
  readonly typical: readonly Json[];
}

/** Where a column stands: what is usual there is learned for all columns of a field's name, and for this kind of object. */
export interface Name {
  readonly wide: string;
  readonly close: string;
}
export const ROOT: Name = { wide: '', close: '' };
export const within = ({ wide, close }: Name, part: string): Name => ({ wide: wide + part, close: close + part });
export const at = (what: string, { wide, close }: Name): Contexts => [`${what} ${wide}`, `${what} ${close}`];

/** Shapes are likely to follow one another in the order in which they have before. */
export function packIndex(index: number, before: number, name: Name, stream: SymbolStream): number {
  const low = stream.symbol([...at('shape', name), `shape ${name.close} ${before}`], Math.min(index, MANY));
  return low < MANY ? low : MANY + stream.integer(at('shape+', name), index - MANY);
}
const MANY = 255;

/** The last field of a shape says what the object is, and so tells fields of one name apart. */
export const columnName = (keys: readonly string[], key: string): Name => ({
  wide: key,
  close: `${keys.at(-1)} ${key}`,
});
