import { asList, asObject, asText } from './guards.ts';
import { linkError } from './link-error.ts';
import type { Names } from './names.ts';
import type { Json, JsonObject } from './columns.ts';

/*
 * `{ "allowance[alice][pool]": "5" }` → `[{ a0: 0, a1: 4, "=allowance[][]": "5" }]`: entries of one kind have one shape, and
 * their keys and values are columns.
 */

const STEP = /\[([^[\]]*)\]/g;

export function shortenStorage(storage: JsonObject, names: Names): Json {
  return Object.entries(storage).map(([path, value]) => {
    const keys = Array.from(path.matchAll(STEP), ([, key = '']) => key);
    const entry: Record<string, Json> = {};
    for (const [i, key] of keys.entries()) entry[`a${i}`] = names.shorten(key);
    entry[`=${path.replaceAll(STEP, '[]')}`] = names.shorten(value);
    return entry;
  });
}

export function expandStorage(short: Json | undefined, names: Names): JsonObject {
  return Object.fromEntries(
    asList(short, 'storage as a list').map((each) => {
      const entry = asObject(each, 'a storage entry');
      const template = Object.keys(entry).find((key) => key.startsWith('='));
      if (template === undefined) throw linkError('a storage entry with a path', 'one without');
      let next = 0;
      const path = template.slice(1).replaceAll('[]', () => `[${names.expand(entry[`a${next++}`])}]`);
      return [path, names.expand(entry[template])];
    }),
  );
}

/** A record with arbitrary keys as two columns. */
export const toColumns = (record: JsonObject): Json => ({ keys: Object.keys(record), values: Object.values(record) });

export function fromColumns(short: Json | undefined): JsonObject {
  const { keys, values } = asObject(short, 'keys and values');
  const list = asList(values, 'values');
  return Object.fromEntries(asList(keys, 'keys').map((key, i) => [asText(key, 'a key'), list[i] ?? null]));
}
